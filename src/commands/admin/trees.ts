/** Trees of git made of others, without an index and without a working tree: nobody who works there notices. */
import { git, nulList } from '../../source/git.ts';

/** Of a file: its blob, or null where it is to go. */
export type Changes = ReadonlyMap<string, string | null>;

const fileMode = '100644';

export function storedBlob(top: string, bytes: Uint8Array): string {
  return lineOf(git(top, ['hash-object', '-w', '--stdin'], bytes));
}

/** The id of a tree with changes by path; undefined where nothing is left in it. */
export function treeWith(top: string, tree: string | undefined, changes: Changes): string | undefined {
  const entries = tree === undefined ? new Map<string, Entry>() : entriesOf(top, tree);
  for (const [name, inside] of byFirstName(changes)) {
    const before = entries.get(name);
    const file = inside.get('');
    if (file === undefined) {
      const folder = treeWith(top, before?.type === 'tree' ? before.id : undefined, inside);
      if (folder === undefined) entries.delete(name);
      else entries.set(name, { mode: '040000', type: 'tree', id: folder });
    } else if (file === null) entries.delete(name);
    else entries.set(name, { mode: before?.type === 'blob' ? before.mode : fileMode, type: 'blob', id: file });
  }
  if (entries.size === 0) return undefined;
  const lines = [...entries].map(([name, { mode, type, id }]) => `${mode} ${type} ${id}\t${name}\0`);
  return lineOf(git(top, ['mktree', '-z'], lines.join('')));
}

type Entry = { mode: string; type: string; id: string };

function entriesOf(top: string, tree: string): Map<string, Entry> {
  return new Map(
    nulList(git(top, ['ls-tree', '-z', '--full-tree', tree])).map((line) => {
      const tab = line.indexOf('\t');
      const [mode = '', type = '', id = ''] = line.slice(0, tab).split(' ');
      return [line.slice(tab + 1), { mode, type, id }];
    }),
  );
}

/** What is changed below each name; what has an empty path is the file of that name itself. */
function byFirstName(changes: Changes): Map<string, Map<string, string | null>> {
  const names = new Map<string, Map<string, string | null>>();
  for (const [path, blob] of changes) {
    const [name = '', ...rest] = path.split('/');
    names.set(name, (names.get(name) ?? new Map()).set(rest.join('/'), blob));
  }
  return names;
}

/** What git printed, without the end of its line. */
export function lineOf(output: Buffer): string {
  return output.toString().replace(/\n$/, '');
}
