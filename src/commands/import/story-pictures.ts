/** Pictures and documents that come along with a story: which names they get, and their bytes as the site takes them. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { isDocumentName } from '../../content/documents.ts';
import { isPictureName } from '../../content/picture-names.ts';
import { encodedPath } from '../../content/spelling.ts';
import { fileKey } from '../../content/story-files.ts';
import type { FoundFile } from '../../import/media.ts';
import { decodedName } from '../../import/text/embeds.ts';
import { withSharp } from '../../with-sharp.ts';

/** `isRedrawn`: of a type that readers’ browsers or our makers of pictures do not take. */
export type ToCopy = { name: string; file: string; isRedrawn: boolean };

type Finding = {
  find(src: string): FoundFile | undefined;
  bad: readonly string[];
  /** Where a file stands below `public/` that cannot stand beside the story; without it, none comes along so. */
  placeOf?(src: string, file: string): string | undefined;
};

export class StoryFiles {
  readonly copies: ToCopy[] = [];
  /** Whole addresses of pictures that are elsewhere. */
  readonly remote: string[] = [];
  /** Names that were wrong, with what the bytes are. */
  readonly renamed: string[] = [];
  readonly #story: string | undefined;
  readonly #find: (src: string) => FoundFile | undefined;
  readonly #bad: readonly string[];
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #placeOf: Finding['placeOf'];

  /** `story`: its date and slug; a page has no files. `bad`: files that turned out to be no pictures. */
  constructor(story: string | undefined, { find, bad, placeOf }: Finding) {
    this.#placeOf = placeOf;
    this.#story = story;
    this.#find = find;
    this.#bad = bad;
  }

  /** `slug/file.jpg`; undefined: it does not come along. */
  picture(src: string): string | undefined {
    return this.#take(src, pictureType);
  }

  document(src: string): string | undefined {
    const ending = /\.([a-z0-9]+)$/i.exec(decodedName(src))?.[1]?.toLowerCase();
    if (ending === undefined || !isDocumentName(`x.${ending}`)) return undefined;
    return this.#take(src, () => ({ type: ending, isRedrawn: false }));
  }

  /** Its address; undefined: it does not come along. */
  asItIs(src: string): string | undefined {
    const found = this.#find(src);
    if (!found || !('file' in found) || this.#bad.includes(found.file)) return undefined;
    const place = this.#placeOf?.(src, found.file);
    if (place === undefined) return undefined;
    const name = `public/${place}`;
    if (!this.copies.some((each) => each.name === name)) this.copies.push({ name, file: found.file, isRedrawn: false });
    return `/${encodedPath(place)}`;
  }

  #take(src: string, look: (file: string) => { type: string; isRedrawn: boolean } | undefined): string | undefined {
    const story = this.#story;
    if (story === undefined) return undefined;
    const file = this.#onDisk(this.#find(src));
    if (file === undefined || this.#bad.includes(file)) return undefined;
    const known = this.#names.get(file);
    if (known !== undefined) return known;
    const found = look(file);
    if (!found) return undefined;
    const ending = found.isRedrawn ? 'png' : found.type;
    const written = decodedName(src);
    const stem =
      written
        .replace(/\.[^.]*$/, '')
        .normalize('NFC')
        .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60) || 'picture';
    const given = /\.([^.]+)$/.exec(written)?.[1]?.toLowerCase() ?? '';
    if (!found.isRedrawn && given.replace('jpeg', 'jpg') !== ending) this.renamed.push(`${written}: ${ending}`);
    let name = `${stem}.${ending}`;
    for (let number = 2; this.#taken.has(fileKey(name)); number++) name = `${stem}-${number}.${ending}`;
    this.#taken.add(fileKey(name));
    this.copies.push({ name: `content/articles/${story}/${name}`, file, isRedrawn: found.isRedrawn });
    const shown = `${story.slice(story.lastIndexOf('/') + 1)}/${name}`;
    this.#names.set(file, shown);
    return shown;
  }

  #onDisk(found: FoundFile | undefined): string | undefined {
    if (!found) return undefined;
    if ('file' in found) return found.file;
    this.remote.push(found.url);
    return undefined;
  }
}

const magic: [type: string, pattern: RegExp][] = [
  ['jpg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG/],
  ['gif', /^GIF8/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['avif', /^[\s\S]{4}ftypavi[fs]/],
  ['tiff', /^(?:II\*\0|MM\0\*)/],
  ['svg', /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[\s\S]*?\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[\s\S]*?>\s*)?<svg\b/i],
];

/** By its first bytes, whatever its name says; undefined of what is no picture that can be had. */
export function pictureType(file: string): { type: string; isRedrawn: boolean } | undefined {
  const bytes = Buffer.alloc(1024);
  const opened = openSync(file, 'r');
  const size = readSync(opened, bytes, 0, bytes.length, 0);
  closeSync(opened);
  const head = bytes.toString('latin1', 0, size);
  const type = magic.find(([, pattern]) => pattern.test(head))?.[0];
  return type === undefined ? undefined : { type, isRedrawn: !isPictureName(`x.${type}`) };
}

/** Pixels down either side: twice as many as a picture gets on a page of any width. */
const mostDrawn = 2560;
/** Of an SVG: at which a pixel of it is one, and the finest. */
const usualDensity = 72;
const mostDensity = 144;

/**
 * The bytes as they are kept: of a type that the site does not take, a PNG of the same picture. An SVG that says it is
 * thousands of pixels wide is drawn no larger than it will be shown, for its filters would take minutes.
 */
export async function bytesOf({ file, isRedrawn }: ToCopy): Promise<Uint8Array | undefined> {
  const bytes = readFileSync(file);
  if (!isRedrawn) return bytes;
  const drawn = withSharp(async (sharp) => {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const fit = (usualDensity * mostDrawn) / Math.max(width, height);
    return sharp(bytes, { density: Math.max(1, Math.min(mostDensity, fit)) })
      .resize({ width: mostDrawn, height: mostDrawn, fit: 'inside', withoutEnlargement: true })
      .png() // packed closer it would be a fifteenth smaller, and take three times as long
      .toBuffer();
  });
  return drawn.catch(() => undefined); // what cannot be drawn is told with the pictures that did not come along
}
