/** A picture's bytes must be what its name says. */
import type { Problem } from '../problem.ts';
import { typeOf } from './story-files.ts';

/** A larger one is refused. */
export const maxPictureBytes = 50 * 1024 ** 2;

const signatures: Record<string, (bytes: Uint8Array) => boolean> = {
  jpg: (bytes) => startsWith(bytes, 0, [0xff, 0xd8, 0xff]),
  jpeg: (bytes) => startsWith(bytes, 0, [0xff, 0xd8, 0xff]),
  png: (bytes) => startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47]),
  webp: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP',
  avif: (bytes) => /^ftyp(avif|avis|mif1)$/.test(ascii(bytes, 4, 8)),
};

/** Undefined where the bytes are a picture of the type that the name says. */
export function pictureProblem(bytes: Uint8Array, file: string, has: (path: string) => boolean): Problem | undefined {
  const type = typeOf(file);
  if (signatures[type]?.(bytes)) return undefined;
  const real = Object.keys(signatures).find((each) => signatures[each]?.(bytes));
  const right = real && file.replace(/\.[^.]*$/, `.${real}`);
  const name = right?.slice(right.lastIndexOf('/') + 1);
  const called =
    right && has(right) ? `give it a name that ends in .${real} and is not ${name}` : `rename it to ${name}`;
  const fix = right
    ? `It is a ${real.toUpperCase()} picture: ${called}, also where the story shows it.`
    : 'Save the picture again from the program that made it.';
  return {
    code: 'picture/not-a-picture',
    file,
    what: `The file’s bytes are not those of a ${type.toUpperCase()} picture.`,
    fix,
  };
}

export function tooLarge(file: string, size: string): Problem {
  return {
    code: 'picture/too-large',
    file,
    what: `The picture is too large to be published: ${size}.`,
    fix: 'Save it smaller; pages show at most 1,280 pixels across, so 2,560 are plenty.',
  };
}

export function tooLong(file: string, size: string): Problem {
  return {
    code: 'picture/too-long',
    file,
    what: `The picture is too long for its width to be shown in browsers: ${size}.`,
    fix: 'Cut it into several pictures, one below the other.',
  };
}

export function moving(file: string): Problem {
  return {
    code: 'picture/moving',
    file,
    what: 'The picture is animated, and only its first frame would be shown.',
    fix: 'Save the frame that you want to show, and link to a video for the rest.',
  };
}

/** `why` is what the decoder said. */
export function undecodable(file: string, why: string): Problem {
  return {
    code: 'picture/broken',
    file,
    what: `The picture is damaged or incomplete: ${why.split('\n')[0]?.replace(/\.?$/, '.')}`,
    fix: 'It was probably cut off while being copied: replace it with the whole file.',
  };
}

function startsWith(bytes: Uint8Array, offset: number, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[offset + index] === byte);
}

function ascii(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}
