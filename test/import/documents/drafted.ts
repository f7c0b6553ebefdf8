/** The draft that `new --from` makes of a document in a small newsroom, and what it tells. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Run, runHere } from '../../support/cli.ts';
import { type Newsroom, newsroom, siteYaml } from '../../support/newsroom.ts';

export const fixtures = join(import.meta.dirname, 'fixtures');

export const paperYaml = siteYaml.replace(/^title: .*$/m, 'title: The Harbour Post');

export type Draft = Run & {
  /** Its front matter, and what comes below it. */
  matter: string;
  text: string;
  /** Each kind of thing that is listed, with each of that kind. */
  listed: Record<string, string[]>;
  room: Newsroom;
};

export function paper(): Newsroom {
  return newsroom({ git: false, files: { 'site.yaml': paperYaml } });
}

/** Of the bytes of a document, which get the name, or of a file. */
export async function draftOf(
  document: string | { name: string; bytes: Uint8Array | string },
  { room = paper(), args = [] }: { room?: Newsroom; args?: readonly string[] } = {},
): Promise<Draft> {
  const file = typeof document === 'string' ? join(fixtures, document) : join(room.folder, document.name);
  if (typeof document !== 'string') writeFileSync(file, document.bytes);
  const flags = ['--section', 'world', '--author', 'desk', '--now', '2015-11-27T06:30+03:00', '--from', file];
  const run = await runHere(['new', '--newsroom', room.folder, ...flags, ...args]);
  const path = /^Made (\S+) of/m.exec(run.stdout)?.[1] ?? '';
  const written =
    path !== '' && existsSync(join(room.folder, path)) ? readFileSync(join(room.folder, path), 'utf8') : '';
  const [, matter = '', text = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(written) ?? [];
  return { ...run, matter, text: text.trim(), listed: listedIn(run.stdout), room };
}

function listedIn(said: string): Record<string, string[]> {
  const listed: Record<string, string[]> = {};
  const [, list = ''] = said.split(/^What .* has otherwise:$/m);
  let kind = '';
  for (const line of list.split('\n')) {
    const [, item] = /^ {4}(.*)$/.exec(line) ?? [];
    if (item !== undefined) listed[kind]?.push(item);
    else if (/^ {2}\S/.test(line)) {
      kind = line.trim().replace(/[,;:].*$/, '');
      listed[kind] = [];
    }
  }
  return listed;
}
