/** Whether files that are called pictures are pictures, and whole: by how each format begins and says where it ends. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { typeOf } from '../content/story-files.ts';
import type { BuiltSite } from './built-site.ts';
import type { Finding } from './finding.ts';
import type { Verdict } from './looked-at.ts';

type Bytes = { size: number; at(start: number, length: number): Buffer };

/** Of a format whether the bytes are all of it. */
const isWhole: Record<string, (bytes: Bytes) => boolean> = {
  jpeg: ({ at, size }) => hex(at(0, 3)) === 'ffd8ff' && hex(at(size - 2, 2)) === 'ffd9',
  // Its last chunk is IEND, of no bytes, with its checksum.
  png: ({ at, size }) => hex(at(0, 8)) === '89504e470d0a1a0a' && hex(at(size - 12, 12)) === '0000000049454e44ae426082',
  webp: ({ at, size }) => {
    const head = at(0, 12);
    return text(head, 0) === 'RIFF' && text(head, 8) === 'WEBP' && even(head.readUInt32LE(4)) + 8 === even(size);
  },
  avif: (bytes) => text(bytes.at(0, 12), 4) === 'ftyp' && endOfBoxes(bytes) === bytes.size,
  // The last of its pictures ends where the file does.
  ico: ({ at, size }) => {
    const head = at(0, 6);
    const count = hex(head.subarray(0, 4)) === '00000100' ? head.readUInt16LE(4) : 0;
    const entries = at(6, 16 * count);
    if (count === 0 || entries.length < 16 * count) return false;
    const ends = Array.from(
      { length: count },
      (_, n) => entries.readUInt32LE(16 * n + 8) + entries.readUInt32LE(16 * n + 12),
    );
    return Math.max(...ends) === size;
  },
};

const formats: Record<string, string> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  ico: 'ico',
};

/** Files of the newsroom's own are not judged: those of stories were looked at before anything was made of them. */
export function checkPictures(site: BuiltSite): Verdict & { faulty: Set<string> } {
  const pictures = site.paths.filter((path) => typeOf(path) in formats && !site.isAsItWas(path));
  const faulty = new Set(pictures.filter((path) => !isPicture(join(site.out, path), formats[typeOf(path)] ?? '')));
  return {
    findings: [...faulty].map((path) => notAPicture(path, typeOf(path))),
    faulty,
    looked: { gate: 'pictures', counts: { pictures: pictures.length } },
  };
}

function isPicture(file: string, format: string): boolean {
  const descriptor = openSync(file, constants.O_RDONLY);
  try {
    const { size } = fstatSync(descriptor);
    const at = (start: number, length: number): Buffer => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - start)));
      return start < 0 ? Buffer.alloc(0) : bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, start));
    };
    return size >= smallest && (isWhole[format]?.({ size, at }) ?? false);
  } finally {
    closeSync(descriptor);
  }
}

/** No picture of any format has fewer bytes; each of them can be asked how it begins. */
const smallest = 20;

function hex(bytes: Buffer): string {
  return bytes.toString('hex');
}

function text(bytes: Buffer, start: number): string {
  return bytes.toString('latin1', start, start + 4);
}

/** A file of an odd number of bytes has one more in RIFF, which some do not write. */
function even(size: number): number {
  return size + (size % 2);
}

/** Where the last whole box ends. */
function endOfBoxes({ at, size }: Bytes): number {
  let end = 0;
  while (end + 8 <= size) {
    const length = at(end, 4).readUInt32BE(0);
    if (length === 0) return size;
    if (length < 8) return -1; // longer than four bytes can say, which no picture is
    end += length;
  }
  return end;
}

function notAPicture(path: string, type: string): Finding {
  return {
    path,
    subject: path,
    code: 'check/not-a-picture',
    what: `Browsers cannot show this file: it is not a whole picture in the format that its name says, ${type.toUpperCase()}.`,
    fix: 'Build again with --all. If it is made again as it is, remove .cache/pictures/ first.',
  };
}
