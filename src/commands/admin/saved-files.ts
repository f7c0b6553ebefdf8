/** The files of a save: as the editor sends them, and as git takes them. */
import { Refused } from './refused.ts';

export type Person = { name: string; email: string };

/** `seconds` since 1970. */
export type Signed = { message: string; author: Person; seconds: number };

export type Saved = Signed & { changes: Changes };

/** What each file that changes has then; null where it is to go. */
export type Changes = ReadonlyMap<string, Uint8Array | null>;

export type Action = { action: string; file_path: string; previous_path?: string; content?: string; encoding?: string };

/** What is moved and has no text of its own stays what it was. */
export function changesOf(actions: readonly Action[], bytesAt: (path: string) => Uint8Array | undefined): Changes {
  const changes = new Map<string, Uint8Array | null>();
  for (const { action, file_path: path, previous_path: before, content, encoding } of actions) {
    if (action === 'move' && before !== undefined) changes.set(before, null);
    const bytes =
      content === undefined ? bytesAt(before ?? path) : Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
    if (action !== 'delete' && bytes === undefined) throw new Refused(404, `There is no file “${before ?? path}”.`);
    changes.set(path, action === 'delete' ? null : (bytes ?? null));
  }
  return changes;
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
