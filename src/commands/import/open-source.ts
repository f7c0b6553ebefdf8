/** The folder or file that is imported, and who can read it. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WrongUsage } from '../../errors.ts';
import { readers } from '../../import/readers/readers.ts';
import type { Input, Reader } from '../../import/source-story.ts';
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
  return onFile(path, 'read', (each) => readFileSync(each, 'utf8'));
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

/** `because`: by what it was recognised. */
export async function readerOf(
  input: Input,
  keys: Readonly<Record<string, string>>,
): Promise<{ reader: Reader; because: string }> {
  for (const reader of readers(keys)) {
    const because = await reader.recognise(input);
    if (because !== undefined) return { reader, because };
  }
  const known = readers({}).map(({ name }) => name);
  throw new WrongUsage(
    `Nobody here can read ${input.path}. What can be read: ${known.join(', ')}. Of a folder, name the one that the site is built in.`,
  );
}
