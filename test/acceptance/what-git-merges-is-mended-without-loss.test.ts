/** Two people add to one story on two branches: git merges what it can, and what does not build then is mended without loss. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitAttributes } from '../../src/commands/init/newsroom-files.ts';
import { applied } from '../content/written.ts';
import { type Newsroom, newsroom } from '../support/newsroom.ts';

const story = 'articles/2015/11/26/storm.md';
const lines = [
  'title: A storm',
  'summary: What it did.',
  'date: 2015-11-26 09:30',
  'authors: [desk]',
  'section: world',
  'type: news',
];
const text = (...all: string[]) => `---\n${all.join('\n')}\n---\n\nA paragraph.\n`;
/** With lines added below a line of the story. */
const added = (below: string, ...more: string[]) =>
  text(...lines.flatMap((line) => (line.startsWith(below) ? [line, ...more] : line)));

function merged(one: string, other: string): Newsroom {
  const room = newsroom({ files: { [story]: text(...lines) } });
  room.commit();
  room.git('checkout', '--quiet', '-b', 'other');
  room.write({ [story]: other }).commit();
  room.git('checkout', '--quiet', 'main');
  room.write({ [story]: one }).commit();
  room.git('merge', '--quiet', 'other');
  return room;
}

test.each([
  [
    'a correction each',
    added('title', 'corrections:', '  - {date: 2015-11-27, text: It was the 18th.}'),
    added('section', 'corrections:', '  - date: 2015-11-28', '    text: It rained.'),
    ['It was the 18th.', 'It rained.'],
  ],
  [
    'topics',
    added('title', 'topics: [sea, rain]'),
    added('section', 'topics: [rain, wind]'),
    ['/topics/sea/', '/topics/rain/', '/topics/wind/'],
  ],
  ['old addresses', added('title', 'redirectFrom: [/one/]'), added('section', 'redirectFrom:', '  - /two/'), []],
])('%s in two places: both are kept', async (_what, one, other, shown) => {
  const room = merged(one, other);
  const { problems } = await room.build();
  expect(problems.map(({ code }) => code)).toEqual(['yaml/repeated-key']);
  expect(problems[0]?.fix).toMatch(/^Write “.*” in place of both\.$/);
  const file = join(room.content, story);
  writeFileSync(file, applied(readFileSync(file, 'utf8'), problems));
  await room.rendered();
  const page = room.page('2015/11/26/storm/index.html');
  for (const each of shown) expect(page).toContain(each);
  if (shown.length === 0) for (const old of ['one', 'two']) expect(room.page(`${old}/index.html`)).toContain('/storm/');
  for (const line of lines) expect(readFileSync(file, 'utf8')).toContain(`\n${line}\n`);
});

test('addresses that ended on two branches, as a new newsroom has git merge them: all have ended', async () => {
  const line = (name: string) => `- {url: /${name}/, reason: It was ${name}.}\n`;
  const room = newsroom({ files: { '../.gitattributes': gitAttributes, 'gone.yaml': line('first') } });
  room.commit();
  room.git('checkout', '--quiet', '-b', 'other');
  room.write({ 'gone.yaml': line('first') + line('second') }).commit();
  room.git('checkout', '--quiet', 'main');
  room.write({ 'gone.yaml': line('first') + line('third') }).commit();
  room.git('merge', '--quiet', 'other');
  await room.rendered();
  for (const each of ['first', 'second', 'third']) expect(room.page(`${each}/index.html`)).toContain(`It was ${each}.`);
});
