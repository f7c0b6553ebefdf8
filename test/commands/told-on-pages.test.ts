/** What windows say of Problems: on the page concerned and in a list of all, whatever is in their texts, and no longer than they are there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerTo } from '../../src/commands/local-answers.ts';
import { keepTold, readTold, type Told, type ToldProblem, withStanding } from '../../src/commands/told-problems.ts';
import { hashOf, withPolicy } from '../../src/render/page-policy.ts';
import { Newsroom } from '../support/newsroom.ts';

const hostile = '</template></aside><script>alert(1)</script>"\'&<img src=x onerror=alert(1)>';
const ferryUrl = '/2015/11/26/ferry/';
const ferry: ToldProblem = {
  code: 'article/unknown-author',
  of: 'articles/2015/11/26/ferry.md',
  isFault: true,
  file: 'content/articles/2015/11/26/ferry.md',
  path: '/news room/content/articles/2015/11/26/ferry#1?.md',
  line: 4,
  column: 7,
  what: 'There is no author “ann”.',
  fix: 'Write “anna”.',
  excerpt: '> 4 | authors: [ann]\n',
  url: ferryUrl,
};
const advice: ToldProblem = { ...ferry, code: 'link/moved', isFault: false, of: 'pages/about.md', url: '/about/' };

let room: Newsroom;
let told: Told;

beforeEach(() => {
  room = new Newsroom({ git: false });
  told = { problems: [ferry, advice], built: 'nothing' };
  const page = (text: string) => `<!doctype html><html><head><title>x</title></head><body>${text}</body></html>`;
  write('index.html', page('front'));
  write('404.html', page('nothing'));
  write('ruled/index.html', withPolicy(page('ruled'), { frames: [], scripts: [] }));
  write('2015/11/26/ferry/index.html', page('the ferry as it was'));
});

afterEach(() => room.dispose());

function write(path: string, text: string): void {
  mkdirSync(join(room.out, path, '..'), { recursive: true });
  writeFileSync(join(room.out, path), text);
}

function page(url: string): { status: number; html: string; bar: string | undefined } {
  const { status, body } = answerTo('GET', url, { out: room.out, told: () => told });
  const html = body.toString();
  return { status, html, bar: /<aside .*<\/aside>/s.exec(html)?.[0] };
}

test('the page concerned shows its Problems over what was there, and every other says how many there are', () => {
  const concerned = page(ferryUrl);
  expect(concerned.html).toContain('the ferry as it was');
  expect(concerned.bar).toContain(
    '1 problem and 1 piece of advice, 1 on this page. Nothing was built: you see the site as it was before.',
  );
  expect(concerned.bar).toContain('There is no author “ann”.');
  expect(concerned.bar).toContain('href="vscode://file/news%20room/content/articles/2015/11/26/ferry%231%3F.md:4:7"');
  expect(concerned.bar).not.toContain('link/moved');
  const front = page('/');
  expect(front.bar).toContain('1 problem and 1 piece of advice.');
  expect(front.bar).not.toContain('There is no author');
  const list = page('/.problems/').html;
  for (const text of ['article/unknown-author', 'link/moved', '→ Write “anna”.', '&gt; 4 | authors: [ann]'])
    expect(list).toContain(text);
});

test('a page concerned that was never built says so where it would be', () => {
  told = { problems: [{ ...ferry, url: '/2015/11/27/new/' }], built: 'nothing' };
  const missing = page('/2015/11/27/new/');
  expect([missing.status, missing.bar]).toEqual([404, expect.stringContaining('There is no author “ann”.')]);
});

test('when all is mended there is no bar left, and the list says so', () => {
  told = { problems: [], built: 'all' };
  for (const url of ['/', ferryUrl, '/nothing/']) expect(page(url).bar, url).toBeUndefined();
  expect(page('/.problems/').html).toContain('<h1>No problems</h1>');
});

test('advice alone stops nothing, and says so', () => {
  told = { problems: [advice], built: 'all' };
  expect(page('/').bar).toMatch(/data-advice.*<strong>1 piece of advice\.<\/strong>/s);
  expect(page('/.problems/').html).toContain('They do not stop the build.');
});

test('what failed without a Problem is told in the words of the terminal, also before anything was built', () => {
  told = { problems: [], built: 'all', failure: `ferry.md has an unfinished merge. ${hostile}` };
  for (const url of ['/', ferryUrl, '/nothing/']) {
    expect(page(url).bar, url).toContain('ferry.md has an unfinished merge.');
    expect(page(url).bar, url).toContain('The build stopped: some pages may be as they were before.');
    expect(page(url).html, url).not.toContain('<script>alert');
  }
  expect(page('/.problems/').html).toMatch(/<h1>The build failed<\/h1>.*ferry\.md has an unfinished merge\./s);
});

test.each(['code', 'file', 'path', 'what', 'fix', 'excerpt', 'url'] as const)('a hostile %s stays text', (field) => {
  told = {
    problems: [
      { ...ferry, [field]: hostile },
      { ...ferry, what: hostile },
    ],
    built: 'nothing',
  };
  for (const url of [ferryUrl, '/.problems/']) {
    const { html } = page(url);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
    expect(html.match(/<\/template>/g)?.length ?? 0).toBe(url === ferryUrl ? 1 : 0);
  }
  told = { problems: [{ ...ferry, [field]: 'half of a letter: \ud800' }], built: 'nothing' };
  expect(page(ferryUrl).status).toBe(200);
});

test('a page’s policy lets the styles of the bar apply and nothing more, and a page without one gets none', () => {
  const { html } = page('/ruled/');
  const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style = '']) => style);
  const [, policy = ''] = /content="(default-src[^"]*)"/.exec(html) ?? [];
  expect(styles).toEqual([expect.stringContaining('scroll-padding'), expect.stringContaining(':host')]);
  expect(policy.split(';').find((each) => each.startsWith('style-src'))).toBe(
    `style-src ${styles.map(hashOf).sort().join(' ')}`,
  );
  expect(page('/').html).not.toContain('Security-Policy');
  told = { problems: [], built: 'all' };
  expect(page('/ruled/').html).not.toContain('style-src');
});

test('what is kept of Problems and cannot be read is as good as none', () => {
  keepTold(room.cache, told);
  expect(readTold(room.cache).problems).toHaveLength(2);
  writeFileSync(join(room.cache, 'problems.json'), '{"problems": [');
  expect(readTold(room.cache)).toEqual({ problems: [], built: 'all' });
});

test('advice of earlier builds stays while it stands, each piece once, and no fault does', () => {
  keepTold(room.cache, told);
  const codes = (of: readonly ToldProblem[]) => of.map(({ code }) => code);
  expect(codes(withStanding([], room.cache))).toEqual(['link/moved']);
  expect(codes(withStanding([], room.cache, () => false))).toEqual([]);
  expect(codes(withStanding([advice], room.cache))).toEqual(['link/moved']);
});
