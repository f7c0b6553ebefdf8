/** What a source says there is: files as `path mode blob`, read the way a sync reads them. */
import { openSource } from '../../src/source/git-source.ts';
import type { Base, Candidates, FileId, Source } from '../../src/source/source.ts';
import type { Newsroom } from './newsroom.ts';

/** Everything that a newsroom holds, by path, as its work tree or a commit has it. */
export async function listing(room: Newsroom, commit?: string): Promise<Record<string, string>> {
  return spelled(await (await openSource(room.content, commit)).candidates(undefined));
}

/** What may differ from a base: `644 blob`, or `gone`. */
export async function since(room: Newsroom, base: Base, commit?: string): Promise<Record<string, string>> {
  return spelled(await (await openSource(room.content, commit)).candidates(base));
}

/** Where the newsroom stands now, for `since`. */
export async function standing(room: Newsroom): Promise<Base> {
  return (await (await openSource(room.content)).candidates(undefined)).next;
}

export function spelled({ files }: Candidates): Record<string, string> {
  return Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, file]) => [path, spell(file)]));
}

function spell(file: FileId | null): string {
  return file ? `${(file.mode & 0o777 || file.mode).toString(8)} ${file.blob}` : 'gone';
}

/** A file's text through a source, by the id that the source lists it with. */
export async function textThrough(source: Source, path: string): Promise<string> {
  const file = (await source.candidates(undefined)).files.get(path);
  if (!file) throw new Error(`${path} is not listed`);
  return Buffer.from(source.read([{ path, blob: file.blob }]).get(path) ?? []).toString();
}
