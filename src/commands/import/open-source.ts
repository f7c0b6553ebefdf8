/** The folder or file that is imported, and who can read it. */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WrongUsage } from '../../errors.ts';
import { readers } from '../../import/readers/readers.ts';
import type { Input, Reader } from '../../import/source-story.ts';
import { firstCommits } from '../../source/first-commits.ts';
import { onFile } from '../../source/system-error.ts';

const beginningBytes = 64 * 1024;
const skipped = /^(?:\.git|node_modules|\.hg|\.svn|_site|\.jekyll-cache|\.cache|dist|\.DS_Store)$/;

export function openInput(path: string): Input {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new WrongUsage(`There is nothing at ${path}. Name the export or the folder of the old site.`);
  if (stat.isDirectory())
    return {
      path,
      files: filesIn(path),
      beginning: '',
      read: async (file) => textAt(join(path, file)),
      firstCommitted: committedIn(path),
    };
  return { path, files: [], beginning: beginningOf(path), read: async () => undefined };
}

function filesIn(folder: string, below = ''): string[] {
  return onFile(join(folder, below), 'read', (each) => readdirSync(each, { withFileTypes: true }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (skipped.test(entry.name)) return [];
      if (entry.isDirectory()) return filesIn(folder, path);
      return entry.isFile() ? [path] : [];
    });
}

function textAt(path: string): string | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = onFile(path, 'read', (each) => readFileSync(each));
  return /\.[sx]?html?$/i.test(path) ? decoded(bytes) : bytes.toString('utf8');
}

/** Old pages say which letters their bytes are. */
function decoded(bytes: Buffer): string {
  const said = /<meta\b[^>]*\bcharset=["']?\s*([\w:.-]+)/i.exec(bytes.toString('latin1', 0, 2048))?.[1];
  if (said === undefined || isUtf8(bytes)) return bytes.toString('utf8');
  try {
    return new TextDecoder(said).decode(bytes);
  } catch {
    return bytes.toString('utf8'); // a name that nobody knows
  }
}

function beginningOf(path: string): string {
  const bytes = Buffer.alloc(beginningBytes);
  const file = onFile(path, 'read', (each) => openSync(each, 'r'));
  try {
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, beginningBytes, 0));
  } finally {
    closeSync(file);
  }
}

/** When git first had each file, asked once for all of them. */
function committedIn(folder: string): (file: string) => Promise<string | undefined> {
  let known: ReadonlyMap<string, string> | undefined;
  return async (file) => {
    known ??= firstCommits(folder);
    return known.get(file);
  };
}

/**
 * `because`: by what it was recognised; `others`: what else it could be. `as`: the name of the one to take; `before`: that of
 * the one that was taken the last time, if it still knows the source.
 */
export async function readerOf(
  input: Input,
  keys: Readonly<Record<string, string>>,
  { as, before }: { as?: string | undefined; before?: string | undefined },
): Promise<{ reader: Reader; because: string; others: string[] }> {
  const all = readers(keys);
  const named = as === undefined ? undefined : all.find(({ name }) => name.toLowerCase() === as.toLowerCase());
  if (as !== undefined && !named)
    throw new WrongUsage(`--as has to be one of ${all.map(({ name }) => name).join(', ')}.`);
  const found: { reader: Reader; because: string }[] = [];
  for (const reader of named ? [named] : all) {
    const because = await reader.recognise(input);
    if (because !== undefined) found.push({ reader, because });
  }
  const first = found.find(({ reader }) => reader.name === before) ?? found[0];
  if (first) {
    const others = found.filter((each) => each !== first && (!each.reader.isAny || first.reader.isAny));
    return { ...first, others: others.map(({ reader, because }) => `${reader.name} by ${because}`) };
  }
  throw new WrongUsage(
    named
      ? `${input.path} is no ${named.name}.`
      : `Nobody here can read ${input.path}. What can be read: ${all.map(({ name }) => name).join(', ')}. Of a folder, name the one that the site is built in.`,
  );
}
