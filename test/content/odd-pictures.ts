/** Pictures that no story may have. */
import sharp from 'sharp';
import { jpeg } from '../support/pictures.ts';

/** A JPEG whose head says that it is so many pixels high and wide. */
export function jpegOf(height: number, width: number): Buffer {
  const bytes = Buffer.from(jpeg);
  const size = bytes.indexOf(Buffer.from([0xff, 0xc0])) + 5;
  bytes.writeUInt16BE(height, size);
  bytes.writeUInt16BE(width, size + 2);
  return bytes;
}

/** Two pixels, one after the other. */
export const moving = await sharp(
  await sharp(Buffer.from([0, 255]), { raw: { width: 1, height: 2, channels: 1, pageHeight: 1 } })
    .webp({ delay: [100, 100] })
    .toBuffer(),
  { animated: true },
)
  .webp()
  .toBuffer();
