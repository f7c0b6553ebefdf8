/**
 * A scope: something that a route can look at. It is a part of a *listing* (`listings/`), which holds articles in their
 * order, or a *single*: one thing that is there or not, and has no order. This is the only place that spells scopes as text.
 */
import type { Focus } from './focus.ts';
import type { Language } from './names.ts';
import type { PictureFile } from './pictures.ts';
import type { SearchPeriod } from './search/addresses.ts';

export type Scope = {
  /** A listing's name, or a single's. */
  readonly of: string;
  /** `` for what is of no language, or of all. */
  readonly language: Language;
  /** `` for what there is one of in each language. */
  readonly id: string;
};

/** Single things. */
export const singles = {
  article: (story: string, language: Language): Scope => ({ of: 'article', language, id: story }),
  /** The card of a story. */
  socialCard: (story: string, language: Language): Scope => ({ of: 'social-card', language, id: story }),
  withdrawn: (story: string, language: Language): Scope => ({ of: 'withdrawn', language, id: story }),
  page: (id: string, language: Language): Scope => ({ of: 'page', language, id }),
  /** By the old address as it is asked for. */
  redirect: (from: string): Scope => ({ of: 'redirect', language: '', id: from }),
  /** An address that ended on purpose, as it is asked for. */
  gone: (address: string): Scope => ({ of: 'gone', language: '', id: address }),
  picture: (file: PictureFile): Scope => ({ of: 'picture', language: '', id: pictureId(file) }),
  /** What is cut from it around a point. */
  crops: (file: PictureFile, { x, y }: Focus): Scope => ({
    of: 'picture',
    language: '',
    id: `${pictureId(file)}:${x},${y}`,
  }),
  /** A file that goes out as it is, by its path: other bytes under the same address are another thing. */
  document: (path: string, blob: string): Scope => ({ of: 'document', language: '', id: `${blob}:${path}` }),
  publicFile: (path: string, blob: string): Scope => ({ of: 'public-file', language: '', id: `${blob}:${path}` }),
  /** An undated file of the content, by its path. */
  record: (path: string): Scope => ({ of: 'record', language: '', id: path }),
  /** Which ids of a listing have articles in a language; which pages there are in it. */
  names: (of: string, language: Language): Scope => ({ of: 'names', language, id: of }),
  /** Those of them that search engines are told of. */
  namesForSearch: (of: string, language: Language): Scope => ({ of: 'names-for-search', language, id: of }),
  /** The names of a listing's index that begin with a letter; which letters there are, where each has pages. */
  letter: (of: string, language: Language, letter: string): Scope => ({
    of: 'letter',
    language,
    id: `${of}/${letter}`,
  }),
  letters: (of: string, language: Language): Scope => ({ of: 'letters', language, id: of }),
  /** The notices of pages of a sort, in which each story looks at its own instant (`carriers.ts`). */
  notices: (where: string, language: Language): Scope => ({ of: 'notices', language, id: where }),
  /** A period of the search index (`search/addresses.ts`): of the place of a shard the bucket says which. */
  shard: (language: Language, period: SearchPeriod | '*'): Scope => ({ of: 'shard', language, id: period }),
  /** One of its shards, and how many each period has. */
  inShard: (language: Language, period: string, bucket: number): Scope => ({
    of: 'in-shard',
    language,
    id: `${period}/${bucket}`,
  }),
  shardSizes: (language: Language): Scope => ({ of: 'shard-sizes', language, id: '' }),
  /** What is shown of the stories of a month where they are found. */
  foundStories: (language: Language, month: string): Scope => ({ of: 'found-stories', language, id: month }),
  /** Whether a route answers at a URL. */
  url: (url: string): Scope => ({ of: 'url', language: '', id: url }),
} as const;

function pictureId({ blob, width, height }: PictureFile): string {
  return `${blob}:${width}x${height}`;
}

/** What `singles.picture` was made of, or `singles.crops`, which has a focus; undefined for any other scope. */
export function readPictureScope({ of, id }: Scope): { file: PictureFile; focus?: Focus } | undefined {
  const [, blob, width, height, x, y] = (of === 'picture' && /^([^:]+):(\d+)x(\d+)(?::(\d+),(\d+))?$/.exec(id)) || [];
  if (!blob) return undefined;
  const file = { blob, width: Number(width), height: Number(height) };
  return { file, ...(x !== undefined && { focus: { x: Number(x), y: Number(y) } }) };
}

/** The file that `singles.document` or `singles.publicFile` was made of; undefined for any other scope. */
export function readFileScope({ of, id }: Scope): { path: string; blob: string } | undefined {
  if (of !== 'document' && of !== 'public-file') return undefined;
  const at = id.indexOf(':');
  return { blob: id.slice(0, at), path: id.slice(at + 1) };
}

/** What `singles.letter` was made of; undefined for any other scope. */
export function readLetterScope({ of, id }: Scope): { of: string; letter: string } | undefined {
  const at = id.indexOf('/');
  return of === 'letter' ? { of: id.slice(0, at), letter: id.slice(at + 1) } : undefined;
}

/** Whether several stories, or one in several languages, may make the same single thing: it is there as long as one does. */
export function isShared({ of }: Scope): boolean {
  return of === 'picture' || of === 'document';
}

/** `section:en:world`, `all:en`, `every`, `url::/world/`. */
export function scopeName({ of, language, id }: Scope): string {
  if (id !== '') return `${of}:${language}:${id}`;
  return language === '' ? of : `${of}:${language}`;
}

/** The scope of a name that `scopeName` made. */
export function readScope(name: string): Scope {
  const [afterOf, afterLanguage] = [name.indexOf(':'), name.indexOf(':', name.indexOf(':') + 1)];
  if (afterOf === -1) return { of: name, language: '', id: '' };
  const end = afterLanguage === -1 ? name.length : afterLanguage;
  return { of: name.slice(0, afterOf), language: name.slice(afterOf + 1, end), id: name.slice(end + 1) };
}
