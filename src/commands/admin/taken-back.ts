/**
 * A save that takes back what somebody else saved last in the same text. Sveltia CMS keeps what was not saved, offers it when the text is
 * opened again, and does not know that the text is another one since; so whoever does that is asked for a second save.
 */
import { plainText } from '../../content/front-matter.ts';
import { tryGit } from '../../source/git.ts';
import type { Branches } from './branches.ts';
import type { Changes } from './saved-files.ts';

export type TakenBack = { by: string; words: string };

/** So much of somebody’s words may be, by chance, in a text that knows nothing of them. */
const byChance = 0.2;

/** So few may go with a sentence that is written anew. */
const few = 5;

/** `from`: the commit that is saved upon; `name`: of who saves. */
export function takenBack(changes: Changes, from: string, name: string, branches: Branches): TakenBack | undefined {
  for (const [path, bytes] of changes) {
    if (bytes === null || !/\.(md|yaml)$/.test(path)) continue;
    const [last] = branches.history(from, path);
    if (!last || last.author.name === name) continue;
    const [before, since] = [`${last.id}~1`, last.id].map((commit) => textAt(branches.top, commit, path));
    // Of a new text there is none from before.
    if (before !== undefined && since !== undefined && isBack(plainText(bytes), before, since))
      return { by: last.author.name, words: firstNew(since, before) ?? firstNew(before, since) ?? '' };
  }
  return undefined;
}

/** Whether a text knows nothing of what changed between two others. */
function isBack(saved: string, before: string, since: string): boolean {
  const [is, was, became] = [saved, before, since].map(wordsOf) as [Set<string>, Set<string>, Set<string>];
  const [added, removed] = [became.difference(was), was.difference(became)];
  if (added.size + removed.size === 0) return false;
  const areGone = added.intersection(is).size <= added.size * byChance;
  const areBack = removed.difference(is).size <= removed.size * byChance;
  return areGone && (areBack || added.size > few);
}

/** However they are marked up. */
function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu));
}

/** The first line with a word that another text has not. */
function firstNew(text: string, other: string): string | undefined {
  const known = wordsOf(other);
  return text.split('\n').find((line) => !wordsOf(line).isSubsetOf(known));
}

function textAt(top: string, commit: string, path: string): string | undefined {
  const run = tryGit(top, ['cat-file', 'blob', `${commit}:${path}`]);
  return run.status === 0 ? plainText(run.stdout) : undefined;
}

export function toBeAsked({ by, words }: TakenBack): string {
  const shown = words.length > 100 ? `${words.slice(0, 100).trimEnd()} …` : words;
  return `Nothing was saved yet: your text takes back what ${by} saved last, “${shown}”. Was it restored from before that? Then copy it, load this page anew, choose “Discard”, and put the two together. If those words are to go, save again.`;
}
