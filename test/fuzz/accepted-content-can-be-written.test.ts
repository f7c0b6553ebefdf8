/**
 * What is accepted can be rendered, written and passes the check: front matters and bodies at random, of which at
 * least a third must be good, or nothing was tried. `npm run test:long` tries the numbers of RELIABILITY, with chance's own seed.
 */
import { expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { isFault, type Problem } from '../../src/problem.ts';
import { newsroom } from '../support/newsroom.ts';
import { fuzzedBody } from './bodies.ts';
import { fuzzedMatter } from './front-matters.ts';
import { Random } from './random.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';
const seed = Number(process.env.BROADSHEET_SEED ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : 20151126));
const storiesAtOnce = isLong ? 250 : 150;

type Story = { path: string; text: string };

const matter = 'title: Port\nsummary: It is closed.\ndate: 2015-11-26\nauthors: [desk]\nsection: world\n';

const kinds = [
  { what: 'front matters', total: isLong ? 5000 : 16, make: fuzzedMatter },
  {
    what: 'bodies',
    total: isLong ? 1500 : 28,
    make: (random: Random, n: number): Story => ({
      path: `articles/2015/11/26/body-${n}.md`,
      text: `---\n${matter}---\n${fuzzedBody(random)}\n`,
    }),
  },
];

test.each(kinds)(
  `of $total $what (seed ${seed}) a third and more are good, and those are published and pass the check`,
  {
    timeout: 3_600_000,
  },
  async ({ total, make }) => {
    const random = new Random(seed);
    let accepted = 0;
    for (let first = 0; first < total; first += storiesAtOnce) {
      const stories = Array.from({ length: Math.min(storiesAtOnce, total - first) }, (_, n) => make(random, first + n));
      accepted += await publish(stories);
    }
    expect(accepted / total).toBeGreaterThan(1 / 3);
  },
);

/** Builds what is good of some stories and checks it; returns how many that were. */
async function publish(stories: readonly Story[]): Promise<number> {
  const room = newsroom({ git: false, files: Object.fromEntries(stories.map(({ path, text }) => [path, text])) });
  let good = [...stories];
  // What is wrong only beside others (two claims to one address) shows once the first are mended.
  for (let problems: Problem[] = []; ; ) {
    problems = (await room.build({ cache: undefined })).problems.filter(isFault);
    expectUseful(problems);
    if (problems.length === 0) break;
    const bad = new Set(problems.map(({ file }) => file));
    expect(
      good.some(({ path }) => bad.has(path)),
      JSON.stringify(problems),
    ).toBe(true);
    room.remove(...bad);
    good = good.filter(({ path }) => !bad.has(path));
  }
  const { problems } = await checkEdition({ out: room.out, siteUrl: 'https://courier.example' });
  expect(problems.filter(isFault)).toEqual([]);
  return good.length;
}

/** Each names file, line and column where it can, and says something. */
function expectUseful(problems: readonly Problem[]): void {
  for (const { code, file, what, fix, line, column } of problems) {
    expect(code).toMatch(/^[a-z-]+\/[a-z-]+[a-z0-9-]*$/);
    expect(file).not.toBe('');
    expect(`${what}\n${fix}`).not.toMatch(/undefined|\[object|NaN|Invalid input/);
    expect((line ?? 1) > 0 && (column ?? 1) > 0).toBe(true);
  }
}
