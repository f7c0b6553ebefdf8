/** Advice is told when what it is about is read, after the faults, and changes neither an exit code nor the site. */
import { expect, test } from 'vitest';
import { buildHere, runHere } from '../support/cli.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

const story = 'articles/2015/11/26/storm.md';
const leap = articleText({ redirectFrom: ['/?p=1'] }, '## Wind\n\nIt rose.\n\n#### Force\n\nTen.');

test('a heading that skips a level is closed up, told as advice, and lets the site be built and pass the check', async () => {
  const room = newsroom({ git: false, files: { [story]: leap } });
  const built = await buildHere(room);
  expect(built.code).toBe(0);
  expect(built.stderr).toMatch(/storm\.md:\d+:\d+ {2}markdown\/skipped-heading-level \(advice\)\n/);
  expect(built.stderr).toContain('1 piece of advice, which does not stop the build.');
  expect(built.stdout).toMatch(/^Built /);
  expect(room.page('2015/11/26/storm/index.html')).toContain('<h3');
  expect(room.page('2015/11/26/storm/index.html')).not.toContain('<h4');
  expect((await runHere(['check', '--content', room.content, '--out', room.out, '--cache', room.cache])).code).toBe(0);

  const again = await buildHere(room, ['--json']);
  expect(again).toMatchObject({ code: 0, stderr: '' });
  const report = JSON.parse(again.stdout);
  expect(report).toMatchObject({ problems: [], redirects: [{ from: '/?p=1', to: '/2015/11/26/storm/', file: false }] });

  room.write({ [story]: leap.replace('section: "world"', 'section: "wrold"') });
  const refused = await buildHere(room);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/article\/unknown-section\n/);
  expect(refused.stderr).toContain(
    '1 problem, and 1 piece of advice, 1 of them as before; nothing was built, and the site is unchanged.',
  );
});
