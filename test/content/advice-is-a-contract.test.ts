/** For every Problem its own remedy is followed, and the newsroom read again: it is good. */
import { describe, expect, test } from 'vitest';
import { type Problem, placeOf } from '../../src/problem.ts';
import { newsroom } from '../support/newsroom.ts';
import { emptyNewsroom, type Files, problemsOf } from '../support/problems-of.ts';
import { cases } from './problem-cases.ts';
import type { Case } from './problem-cases-in-git.ts';
import { remediesByHand } from './remedies-by-hand.ts';
import type { ByHand } from './remedies-in-bodies.ts';
import { applied, expectSentences, unmark } from './written.ts';

/** Its files, and the place of the mark in them. */
function readCase({ files = {}, place }: Case): { files: Files; place: string | undefined } {
  const read: Files = { ...emptyNewsroom };
  let marked = place;
  for (const [path, content] of Object.entries(files)) {
    const one = typeof content === 'string' ? unmark(content) : { text: content, place: undefined };
    read[path] = one.text;
    if (one.place) marked = `${path}:${one.place}`;
  }
  return { files: read, place: marked };
}

/** The Problems of a case; on a disk where only that can have them. */
async function problemsOfCase({ prepare, source }: Case, files: Files): Promise<Problem[]> {
  if (!prepare && !source) return problemsOf(files);
  const room = newsroom({ git: false, files });
  prepare?.(room);
  return (await room.build({ cache: undefined, source: source?.(room) })).problems;
}

const textOf = (files: Files, path: string) => String(files[path] ?? '');
const renaming = /^Rename it to (\S+\/\S+)\.$/;

/** What a remedy says to a machine: an edit, or another name; undefined where it says nothing to one. */
function followed(files: Files, problem: Problem): Files | undefined {
  const name = renaming.exec(problem.fix)?.[1];
  if (!name && !problem.replacement) return undefined;
  const { [problem.file]: _, ...others } = files;
  return { ...others, [name ?? problem.file]: applied(textOf(files, problem.file), [problem]) };
}

function followedByHand(files: Files, problem: Problem, { write, files: changed = {} }: ByHand): Files {
  const text = textOf(files, problem.file);
  const mended = write ? { [problem.file]: text.replace(...write) } : {};
  if (write) expect(mended[problem.file]).not.toBe(text);
  const all = Object.entries({ ...files, ...mended, ...changed });
  return Object.fromEntries(all.filter((each): each is [string, string | Uint8Array] => each[1] !== null));
}

describe('a mistake is one Problem, at its place, and its remedy leaves nothing to mend', () => {
  test.each(Object.entries(cases))('%s', async (code, written) => {
    const { files, place } = readCase(written);
    const problems = await problemsOfCase(written, files);
    expect(problems.map((each) => `${each.code} ${placeOf(each)}`)).toEqual([`${code} ${place}`]);
    problems.forEach(expectSentences);
    const problem = problems[0] as Problem;
    const ways = remediesByHand[code] ?? [];
    const mended = followed(files, problem);
    if (mended) expect(await problemsOf(mended)).toEqual([]);
    expect([code, mended !== undefined || ways.length > 0]).toEqual([code, true]);
    for (const way of ways) {
      expect(problem.fix).toContain(way.says);
      const left = await problemsOf(followedByHand(files, problem, way));
      expect([way.says, ...left.map((each) => each.code)]).toEqual([way.says, ...(way.leaves ?? [])]);
    }
  });
});

test('no way is told of a mistake that there is not', () => {
  expect(Object.keys(remediesByHand).filter((code) => !(code in cases))).toEqual([]);
});
