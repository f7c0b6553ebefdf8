/** Of which part of a file each place is, and the report that is filed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeKinds } from '../../src/find/place-kinds.ts';
import { runHere } from '../support/cli.ts';
import { newsroom } from '../support/newsroom.ts';

const story = `---
title: Storm and ‹headline›
titles: {card: ‹other titles›}
summary: Of ‹summary›
authors: [‹byline›]
place: ‹“place”›
redirectFrom:
  - /old/‹address›/
image: {file: ‹name of a file›.jpg, alt: ‹alternative text›, caption: ‹caption›, credit: ‹credit›}
sources: [{title: ‹source›, url: "https://x.example/‹address›"}]
corrections: [{date: 2015-11-26, text: ‹correction›}]
withdrawn: {date: 2015-11-27, reason: ‹reason of an end›}
# A ‹comment›
---

By ‹text›, [words of ‹text›](/‹address›/), <https://x.example/‹address›> and https://x.example/‹address›.

![A ‹alternative text›](<storm/‹name of a file›.jpg> "Of ‹caption› | By ‹credit›")

::: quote {by="‹name of who is quoted›" source="https://x.example/‹address›"}
‹text›
:::

::: document {file="storm/‹name of a file›.pdf" title="‹title of a block›"}
:::
`;

const marked = /‹([^›]+)›/g;

describe('a place is of the kind that an editor would say', () => {
  test.each([
    ['articles/2015/11/26/storm.md', story],
    ['gone.yaml', '- {url: /‹address›/, reason: ‹reason of an end›}\n'],
    ['authors/ann.yaml', 'name: ‹name of an author›\nbio: ‹“bio”›\n'],
    ['src/field.ts', 'export const a = "‹code›";'],
    ['articles/2015/11/26/storm/list.csv', '‹document›'],
  ])('%s', (path, text) => {
    const kindAt = placeKinds(path, text);
    const places = [...text.matchAll(marked)];
    expect(places.map(({ index }) => kindAt(index))).toEqual(places.map(([, kind]) => kind));
    expect(places.length).toBeGreaterThan(0);
  });
});

test('the report counts places by kind, and has each of them to be ticked off', async () => {
  const files = {
    'articles/2015/11/26/jane-doe.md': '---\ntitle: Jane Doe\n---\n\nJane *Doe* spoke.\n',
    'gone.yaml': '- {url: /hoax/, reason: Jane Doe asked for it.}\n',
  };
  const room = newsroom({ git: false, files });
  const found = (report: string) =>
    runHere(['find', 'Jane Doe', '--newsroom', room.folder, '--cache', room.cache, '--report', report]);
  expect(await found('jane.md')).toMatchObject({ code: 1, stderr: '' });
  const markdown = readFileSync(join(room.folder, 'jane.md'), 'utf8');
  expect(markdown).toContain('# Where “Jane Doe” stands');
  expect(markdown).toContain('| headline | 1 | 1 |');
  expect(markdown).toContain('- [ ] `content/articles/2015/11/26/jane-doe.md:5:1`');
  expect(markdown).toContain('## To rename, with every mention (1)');
  expect(markdown).toContain('This report, which has the name in it.');
  await found('jane.html');
  const page = readFileSync(join(room.folder, 'jane.html'), 'utf8');
  expect(page).toContain('<td>headline</td>');
  expect(page).not.toContain('<script');
  expect(await found('jane.pdf')).toMatchObject({ code: 2, stderr: expect.stringContaining('--report takes a file') });
});
