/** Looks for names in the files that a newsroom is made of: its content, also what is not public, its public files, its own code. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { positionFinder } from '../content/position-finder.ts';
import { readRegularFile } from '../source/regular-file.ts';
import { modes, type Source } from '../source/source.ts';
import { findInBytes } from './find-in-bytes.ts';
import { type Found, findInText } from './find-in-text.ts';
import { type PlaceKind, placeKinds } from './place-kinds.ts';

/** `kind`: of which part of the file it is. `isKept`: it is what feeds know a story by. A file that is no text has no lines. */
export type Place = Omit<Found, 'offset'> & { kind: PlaceKind; line?: number; column?: number; isKept: boolean };

/** A file that holds a name, or a folder that is called by it. */
export type FileWithName = {
  /** Below the content folder; of a file of the newsroom's own undefined. A folder ends in a slash. */
  path: string | undefined;
  /** As it is told. */
  name: string;
  isInName: boolean;
  places: Place[];
  /** Of all forms in it and in its name. */
  keys: ReadonlySet<string>;
};

type NewsroomSearched = {
  files: FileWithName[];
  /** How many were looked at. */
  looked: number;
  /** Documents and recordings whose words are not in their bytes as text, as they are told. */
  unread: string[];
};

export type NewsroomToSearch = {
  source: Source;
  /** What lies in the content folder and beside it, by path below it. */
  listed: ReadonlyMap<string, { mode: number; blob: string } | null>;
  /** Of the newsroom's own code and words, whole paths. */
  ownFolders: readonly string[];
  /** How a file is told: by its path below the content folder, or as a whole path. */
  tell(path: string): string;
};

/** Texts are small; of the others some may be as large as memory. */
const filesPerRead = { text: 500, bytes: 8 };

export function searchNewsroom(newsroom: NewsroomToSearch, patterns: readonly RegExp[]): NewsroomSearched {
  const searched: NewsroomSearched = { files: [], looked: 0, unread: [] };
  const folders = new Set<string>();
  for (const { path, name, bytes } of filesOf(newsroom)) {
    for (const folder of foldersOf(path ?? '')) {
      if (folders.has(folder)) continue;
      folders.add(folder);
      take(searched, { path: folder, name: newsroom.tell(folder), places: [] }, patterns);
    }
    const { places, isRead } = searchFile(path ?? name, bytes, patterns);
    take(searched, { path, name, places }, patterns);
    searched.looked += 1;
    if (!isRead && !isPicture(name)) searched.unread.push(name);
  }
  return searched;
}

function take(
  { files }: NewsroomSearched,
  file: Omit<FileWithName, 'isInName' | 'keys'>,
  patterns: readonly RegExp[],
): void {
  const inName = findInText(/[^/]*\/?$/.exec(file.name)?.[0] ?? '', patterns);
  const keys = new Set([...file.places, ...inName].map(({ key }) => key));
  if (keys.size > 0) files.push({ ...file, isInName: inName.length > 0, keys });
}

function foldersOf(path: string): string[] {
  return [...path.matchAll(/(?<=[^/.])\//g)].map(({ index }) => path.slice(0, index + 1));
}

type File = { path: string | undefined; name: string; bytes: Uint8Array };

function* filesOf({ source, listed, ownFolders, tell }: NewsroomToSearch): Iterable<File> {
  const files = [...listed].flatMap(([path, file]) => {
    const isFile = file?.mode === modes.file || file?.mode === modes.executable;
    return file && isFile ? [{ path, blob: file.blob }] : [];
  });
  const { text = [], bytes = [] } = Object.groupBy(files, ({ path }) =>
    /\.(?:md|ya?ml)$/.test(path) ? 'text' : 'bytes',
  );
  for (const [some, perRead] of [[text, filesPerRead.text] as const, [bytes, filesPerRead.bytes] as const])
    for (let start = 0; start < some.length; start += perRead)
      for (const [path, read] of source.read(some.slice(start, start + perRead)))
        yield { path, name: tell(path), bytes: read };
  for (const folder of ownFolders)
    for (const path of filesBelow(folder))
      yield { path: undefined, name: tell(path), bytes: readRegularFile(path) ?? new Uint8Array() };
}

/** Whole paths, in order. */
export function* filesBelow(folder: string): Iterable<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === 'node_modules' || entry.name === '.git') continue;
    if (entry.isDirectory()) yield* filesBelow(join(folder, entry.name));
    else if (entry.isFile()) yield join(folder, entry.name);
  }
}

function searchFile(
  path: string,
  bytes: Uint8Array,
  patterns: readonly RegExp[],
): { places: Place[]; isRead: boolean } {
  const { found, isRead } = findInBytes(bytes, patterns);
  if (found.length === 0 || !isRead)
    return { places: found.map((each) => ({ ...withoutOffset(each), kind: 'document', isKept: false })), isRead };
  const whole = new TextDecoder().decode(bytes);
  const position = positionFinder(whole);
  const ids = idLines(path, whole);
  const kindAt = placeKinds(path, whole);
  const places = found.map((each) => {
    const { line, column } = position(each.offset);
    return { ...withoutOffset(each), kind: kindAt(each.offset), line, column, isKept: ids.has(line) };
  });
  return { places, isRead };
}

function withoutOffset({ offset: _offset, ...found }: Found): Omit<Found, 'offset'> {
  return found;
}

/** The lines of `id:` in a story and of `ids:` in the site's file: by these feeds know what they have. */
function idLines(path: string, text: string): Set<number> {
  const key = path === 'site.yaml' ? /^ids:/ : path.startsWith('articles/') ? /^id:/ : undefined;
  if (!key) return new Set();
  const lines = text.split('\n');
  const end = path.endsWith('.md') ? lines.indexOf('---', 1) : lines.length;
  return new Set(lines.slice(0, end).flatMap((line, index) => (key.test(line) ? [index + 1] : [])));
}

function isPicture(name: string): boolean {
  return /\.(?:jpe?g|png|webp|avif|gif|ico)$/i.test(name);
}
