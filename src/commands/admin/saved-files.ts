/** The files of a save: as the editor sends them, and as git takes them. */
import { plainText } from '../../content/front-matter.ts';
import { withTextsKept } from './kept-texts.ts';
import { Refused } from './refused.ts';

export type Person = { name: string; email: string };

/** `seconds` since 1970. */
export type Signed = { message: string; author: Person; seconds: number };

export type Saved = Signed & { changes: Changes };

/** What each file that changes has then; null where it is to go. */
export type Changes = ReadonlyMap<string, Uint8Array | null>;

export type Action = { action: string; file_path: string; previous_path?: string; content?: string; encoding?: string };

/** Those that a save begins with. */
export function pathsOf(actions: readonly Action[]): string[] {
  return actions.map(({ file_path, previous_path }) => previous_path ?? file_path);
}

/** `before`: the files at their paths. What is moved and has no text of its own stays what it was. */
export function changesOf(actions: readonly Action[], before: readonly { path: string; bytes: Uint8Array }[]): Changes {
  const had = new Map(before.map(({ path, bytes }) => [path, bytes]));
  const changes = new Map<string, Uint8Array | null>();
  for (const each of actions) {
    const { action, file_path: path, previous_path: from = path } = each;
    if (action === 'move') changes.set(from, null);
    const bytes = action === 'delete' ? null : savedBytes(each, had.get(from));
    if (bytes === undefined) throw new Refused(404, `There is no file “${from}”.`);
    changes.set(path, bytes);
  }
  return changes;
}

function savedBytes({ file_path, content, encoding }: Action, had: Uint8Array | undefined): Uint8Array | undefined {
  if (content === undefined) return had;
  const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
  if (!had || !file_path.endsWith('.md')) return bytes;
  const [before, after] = [plainText(had), plainText(bytes)];
  const kept = withTextsKept(before, after);
  return kept === after ? bytes : Buffer.from(kept);
}

/** As https://git-scm.com/docs/git-fast-import takes it. */
export function importOf(ref: string, from: string, { changes, message, author, seconds }: Saved): Buffer {
  const signed = `${author.name} <${author.email}> ${seconds} +0000`;
  const parts: (string | Uint8Array)[] = [`commit ${ref}\nauthor ${signed}\ncommitter ${signed}\n`];
  const data = (bytes: Uint8Array) => parts.push(`data ${bytes.length}\n`, bytes, '\n');
  data(Buffer.from(message));
  parts.push(`from ${from}\n`);
  for (const [path, bytes] of changes) {
    const name = `"${path.replace(/["\\]/g, '\\$&')}"`;
    parts.push(bytes === null ? `D ${name}\n` : `M 100644 inline ${name}\n`);
    if (bytes !== null) data(bytes);
  }
  return Buffer.concat([...parts, 'done\n'].map((part) => Buffer.from(part)));
}
