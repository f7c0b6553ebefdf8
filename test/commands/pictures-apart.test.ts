/** Many pictures are made in a process of their own: to the same bytes, and whatever becomes of it. */
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { PicturesApart } from '../../src/commands/pictures-apart.ts';
import { cropsOf } from '../../src/content/crops.ts';
import { variantsOf } from '../../src/content/pictures.ts';
import { makePicture } from '../../src/render/picture-maker.ts';

const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };

function photograph(width: number): Promise<Buffer> {
  return sharp({ create: { width, height: 700, channels: 3, background: '#000', noise } })
    .jpeg()
    .toBuffer();
}

function apart(few: number): PicturesApart {
  const pictures = new PicturesApart(few);
  onTestFinished(() => pictures.end());
  return pictures;
}

test('a picture is the same bytes, made here or in another process', async () => {
  const size = { stem: '', width: 1200, height: 700 };
  const variants = [...variantsOf({ ...size, width: 330 }), ...cropsOf({ ...size, focus: { x: 30, y: 60 } })];
  const original = await photograph(1200);
  const pictures = apart(0);
  const made = await pictures.make(original, variants);
  expect(pictures.pid).toBeGreaterThan(0);
  const asBytes = (files: ReadonlyMap<string, Uint8Array>) => [...files].map(([name, b]) => [name, Buffer.from(b)]);
  expect(asBytes(made)).toEqual(asBytes(await makePicture(original, variants)));
});

test('no process is begun for a few pictures', async () => {
  const pictures = apart(2);
  const original = await photograph(40);
  for (const _ of [1, 2]) await pictures.make(original, [{ width: 40, format: 'jpeg' }]);
  expect(pictures.pid).toBeUndefined();
  await pictures.make(original, [{ width: 40, format: 'jpeg' }]);
  expect(pictures.pid).toBeGreaterThan(0);
});

test('what cannot be made says why, and the next is made', async () => {
  const pictures = apart(0);
  const variants = [{ width: 40, format: 'jpeg' as const }];
  await expect(pictures.make(new Uint8Array([1, 2, 3]), variants)).rejects.toThrow(/unsupported image format/);
  expect([...(await pictures.make(await photograph(40), variants)).keys()]).toEqual(['40.jpeg']);
});

test('where the process is killed, what it worked at says so and what is safe, and the next is made by another', async () => {
  const pictures = apart(0);
  const making = pictures.make(await photograph(1280), variantsOf({ stem: '', width: 1280 }));
  process.kill(pictures.pid ?? 0, 'SIGKILL');
  await expect(making).rejects.toThrow(
    'the process that made it was ended (SIGKILL), perhaps for lack of memory. Pictures made so far are kept: build again.',
  );
  const next = await pictures.make(await photograph(40), [{ width: 40, format: 'jpeg' }]);
  expect([...next.keys()]).toEqual(['40.jpeg']);
});
