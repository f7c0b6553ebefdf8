/** What a browser's reader view shows of a story is the story, whole, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSite, type Site } from '../../src/content/site.ts';
import { articleUrl, outputPath } from '../../src/content/urls.ts';
import { newsroom } from '../support/newsroom.ts';
import { sampleContent } from '../support/sample.ts';
import { wordLanguages, wordsOf } from '../support/words.ts';
import { judge, type Verdict } from './reader-mode.ts';
import { tortures } from './torture.ts';

const labels = wordLanguages.flatMap((language) => {
  const { keyPoints, correction, corrections, sources, interactiveChart, listComma, fileSize } = wordsOf(language);
  const { contentWarning, license, colon } = wordsOf(language);
  const files = ['MP3', 'PDF'].map((type) => [type, fileSize(1)].join(listComma));
  return [contentWarning, license + colon, keyPoints, correction, corrections, sources, interactiveChart, ...files];
});

function siteIn(content: string): Site {
  const { site } = parseSite(readFileSync(join(content, 'site.yaml'), 'utf8'), 'site.yaml', wordLanguages);
  return site ?? expect.fail('The site.yaml has Problems');
}

/** The verdict on every story of a content folder that was built, by its path. */
function verdicts(content: string, out: string): Map<string, Verdict> {
  const site = siteIn(content);
  const paths = readdirSync(join(content, 'articles'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  const judged = paths.sort().flatMap((path) => {
    const [, story = '', language = site.languages[0] ?? ''] = /^(.*?)(?:\.(\w+))?\.md$/.exec(path) ?? [];
    const html = pageAt(join(out, outputPath(articleUrl(story, language, site))));
    const bytes = readFileSync(join(content, 'articles', path));
    return html === undefined ? [] : [[path, judge(html, `articles/${path}`, bytes, site, labels)] as const];
  });
  return new Map(judged);
}

/** The page of a story that is public: others have none, or a notice. */
function pageAt(file: string): string | undefined {
  try {
    const html = readFileSync(file, 'utf8');
    return html.includes('"@graph"') && html.includes('Article"') ? html : undefined;
  } catch {
    return undefined;
  }
}

const whole = { lost: [], furniture: '' };

test('every story of the sample newsroom is whole', async () => {
  const room = newsroom({ git: false });
  await room.rendered({ content: sampleContent });
  const all = verdicts(sampleContent, room.out);
  for (const [path, { lost, furniture }] of all) expect({ path, lost, furniture }).toEqual({ path, ...whole });
  expect(all.size).toBeGreaterThan(0);
});

test('so is one with everything in it, in every script, whatever its headings are called; and one of a line', async () => {
  const room = newsroom({ git: false, files: tortures });
  await room.rendered();
  const all = verdicts(room.content, room.out);
  for (const [path, { lost, furniture }] of all) expect({ path, lost, furniture }).toEqual({ path, ...whole });
  expect(all.size).toBe(
    Object.keys(tortures).filter((path) => path.endsWith('.md') && path.startsWith('articles')).length,
  );
  expect(Math.max(...[...all.values()].map(({ pieces }) => pieces))).toBeGreaterThan(50);
});

test('a part that is an aside is missed, and a list of other stories in the text is told', async () => {
  const room = newsroom({ git: false, files: tortures });
  await room.rendered();
  const path = 'articles/2015/11/26/everything.md';
  const page = room.page('2015/11/26/everything/index.html');
  const gate = (html: string) =>
    judge(html, path, readFileSync(join(room.content, path)), siteIn(room.content), labels);
  const asAside = page.replace(/<section (id="corrections".*?)<\/section>/s, '<aside $1</aside>');
  expect(gate(asAside).lost.join()).toContain('wrong port');
  expect(gate(page.replace('<h2><span id="s_share">', '<h2 id="s_share"><span>')).lost).toEqual(['Share']);
  expect(gate(page.replace('<section id="corrections"', '<p>Read this too</p>$&')).furniture).toBe('Readthistoo');
});
