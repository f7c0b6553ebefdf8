/**
 * A save that takes back all that somebody else saved last in the same text. Sveltia CMS keeps what was not saved, offers it when the text is
 * opened again, and does not know that the text is another one since; so whoever does that is asked for a second save.
 */
import { isScalar, parseDocument, visit } from 'yaml';
import { plainText, splitFrontMatter } from '../../content/front-matter.ts';
import { tryGit } from '../../source/git.ts';
import type { Branches } from './branches.ts';
import type { Changes } from './saved-files.ts';

export type TakenBack = { by: string; words: string };

/** `from`: the commit that is saved upon; `name`: of who saves. */
export function takenBack(changes: Changes, from: string, name: string, branches: Branches): TakenBack | undefined {
  for (const [path, bytes] of changes) {
    if (bytes === null || !/\.(md|yaml)$/.test(path)) continue;
    const [last] = branches.history(from, path);
    if (!last || last.author.name === name) continue;
    const [before, since] = [`${last.id}~1`, last.id].map((commit) => partsAt(branches.top, commit, path));
    if (!before || !since) continue; // there is no older text that could come back
    const saved = partsOf(path, bytes);
    const added = [...since].filter((part) => !before.has(part));
    const removed = [...before].filter((part) => !since.has(part));
    const [first] = added.length > 0 ? added : removed;
    const isBack = added.every((part) => !saved.has(part)) && removed.every((part) => saved.has(part));
    if (first !== undefined && isBack) return { by: last.author.name, words: first };
  }
  return undefined;
}

function partsAt(top: string, commit: string, path: string): ReadonlySet<string> | undefined {
  const run = tryGit(top, ['cat-file', 'blob', `${commit}:${path}`]);
  return run.status === 0 ? partsOf(path, run.stdout) : undefined;
}

/** The lines of a text and what its front matter says, however that is written. */
function partsOf(path: string, bytes: Uint8Array): ReadonlySet<string> {
  const text = plainText(bytes);
  const split = path.endsWith('.md') ? splitFrontMatter(text, path).split : { yaml: text, body: '' };
  const parts = new Set((split ? split.body : text).split('\n').map((line) => line.trim()));
  parts.delete('');
  visit(parseDocument(split?.yaml ?? ''), {
    Pair(_, { key, value }) {
      if (isScalar(key) && isScalar(value)) parts.add(`${key.value}: ${value.value}`);
    },
    Seq(_, { items }) {
      for (const item of items) if (isScalar(item)) parts.add(String(item.value));
    },
  });
  return parts;
}

export function toBeAsked({ by, words }: TakenBack): string {
  const shown = words.length > 100 ? `${words.slice(0, 100).trimEnd()} …` : words;
  return `Nothing was saved yet: your text takes back what ${by} saved last, “${shown}”. Was it restored from before that? Then copy it, load this page anew, choose “Discard”, and put the two together. If those words are to go, save again.`;
}
