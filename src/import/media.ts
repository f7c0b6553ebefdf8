/** Files that texts of a source name: where their bytes are on this machine, or at which address they can be asked for. */
import { join } from 'node:path';
import { isWebAddress } from '../content/names.ts';
import { decodedPath } from '../content/spelling.ts';
import { oldPath } from './old-path.ts';
import { folderOf, normal } from './readers/addresses.ts';
import type { Input } from './source-story.ts';
import type { StoryFacts, Survey } from './survey.ts';

export type FoundFile = { file: string } | { url: string };

/** Folders whose files stand at the root of a site, or are named from there. */
const roots = [
  'static',
  'public',
  '',
  'source',
  'src',
  'content',
  'assets',
  'src/assets',
  'src/static',
  'src/public',
  'src/content',
  'site',
  'docs',
  'static/img',
  'images',
  'assets/images',
];

export class Media {
  readonly #input: Input;
  readonly #files: ReadonlySet<string>;
  readonly #survey: Survey;
  readonly #hosts: readonly string[];
  readonly #roots: readonly string[];

  /** `folder`: that of the site, below which its files are. */
  constructor(
    input: Input,
    survey: Survey,
    { hosts, folder }: { hosts: readonly string[]; folder?: string | undefined },
  ) {
    this.#input = input;
    this.#roots = [...(folder ? roots.map((root) => `${folder}/${root}`) : []), ...roots];
    this.#files = new Set(input.files);
    this.#survey = survey;
    this.#hosts = hosts;
  }

  /** Undefined for what is neither here nor anywhere. */
  find(src: string, { place, urls }: Pick<StoryFacts, 'place' | 'urls'>): FoundFile | undefined {
    if (src.startsWith('data:')) return undefined;
    const medium = this.#survey.media.get(src);
    if (medium?.file !== undefined) return { file: medium.file };
    const address =
      medium?.srcs.find(isWebAddress) ?? (src.startsWith('//') ? `https:${src}` : src.replace(/^x-source:/, ''));
    const path = oldPath(address, this.#hosts) ?? (/^[a-z][a-z+.-]*:/i.test(address) ? undefined : address);
    const found = path === undefined ? undefined : this.#inFolder(path, place.file, urls[0] ?? '/');
    if (found !== undefined) return { file: join(this.#input.path, found) };
    const whole = wholeAddress(address, { hosts: this.#hosts, from: urls[0] });
    return isWebAddress(whole) ? { url: whole } : undefined;
  }

  #inFolder(path: string, file: string, url: string): string | undefined {
    if (this.#files.size === 0) return undefined;
    const [plain = ''] = path.split(/[?#]/);
    const written = (decodedPath(plain) ?? plain).replace(/^(?:@|~)\//, '/');
    const beside = folderOf(file);
    const names = written.startsWith('/')
      ? this.#roots.map((root) => [root, written])
      : [
          [beside, written],
          [file.replace(/\.[^./]+$/, ''), written],
          ...this.#roots.map((root) => [root, url.endsWith('/') ? url : folderOf(url), written]),
          ...this.#roots.map((root) => [root, written]),
        ];
    for (const parts of names) {
      const candidate = normal(parts.join('/'));
      if (candidate !== undefined && this.#files.has(candidate)) return candidate;
    }
    return undefined;
  }
}

/** The whole address of a file on the old site, as far as that is known. `from`: the address of the page that names it. */
export function wholeAddress(
  src: string,
  { hosts, from = '/' }: { hosts: readonly string[]; from?: string | undefined },
): string {
  const [base] = hosts;
  return base === undefined
    ? src
    : (URL.parse(src, new URL(from.replace(/^\//, ''), `${base.replace(/\/$/, '')}/`).href)?.href ?? src);
}
