/** What those who write see before readers do: drafts and stories to come, marked, and never where a site for readers is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { RefusedOutput } from '../../src/errors.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';

const instant = (iso: string) => Date.parse(iso) / 1000;
const now = instant('2015-11-27T12:00:00+03:00');
const tomorrow = instant('2015-11-28T12:00:00+03:00');
const [out, draft, toCome, day] = [
  'articles/2015/11/26/out.md',
  'articles/2015/11/26/draft.md',
  'articles/2015/11/28/to-come.md',
  '2015/11/26/index.html',
];

function room(): Newsroom {
  return newsroom({
    git: false,
    files: {
      [out]: articleText({ title: 'Published' }, 'See [the other](/2015/11/28/to-come/).'),
      [draft]: articleText({ title: 'In the works', draft: true }),
      [toCome]: articleText({ title: 'Embargoed', date: '2015-11-28 09:30' }),
    },
  });
}

function preview(of: Newsroom, at = now) {
  return of.build({
    isPreview: true,
    now: at,
    out: join(of.folder, 'seen'),
    cache: join(of.folder, 'seen-cache'),
  });
}

const seen = (of: Newsroom, path: string) => readFileSync(join(of.folder, 'seen', path), 'utf8');
const marksIn = (html: string) => [...html.matchAll(/<mark[^>]*>([^<]*)<\/mark> ?/g)].map(([, text]) => text);

test('a draft and a story to come are there, marked on their pages and in lists, and linked', async () => {
  const of = room();
  expect((await preview(of)).problems).toEqual([]);
  expect(marksIn(seen(of, '2015/11/26/draft/index.html'))[0]).toBe('Draft');
  expect(marksIn(seen(of, '2015/11/28/to-come/index.html'))[0]).toBe('To come: 2015-11-28 09:30');
  expect(marksIn(seen(of, day))).toContain('Draft');
  expect(new Set(marksIn(seen(of, 'index.html')))).toEqual(new Set(['Draft', 'To come: 2015-11-28 09:30']));
  expect(seen(of, '2015/11/26/out/index.html')).toContain('<a href="/2015/11/28/to-come/">the other</a>');
  for (const page of ['index.html', '2015/11/26/out/index.html'])
    expect(seen(of, page)).toContain('<meta name="robots" content="noindex"');
});

test('a front page is of the day of the newest story that readers have, though it shows one to come; with none it has no day', async () => {
  const dayOf = (of: Newsroom) => /<p class="mast-date[^>]*>.*?<\/p>/s.exec(seen(of, 'index.html'))?.[0];
  const of = room().write({ [draft]: articleText({ title: 'In the works', date: '2015-11-26 23:00', draft: true }) });
  await preview(of);
  expect(dayOf(of)).toContain('datetime="2015-11-26T09:30:00+03:00"');
  expect(seen(of, 'index.html')).toContain('Embargoed');
  await preview(of.remove(out));
  expect(dayOf(of)).toBeUndefined();
  expect(seen(of, 'index.html')).toContain('Embargoed');
});

test('a link to a draft is a Problem here as in a build for readers; one to what is to come is none in either', async () => {
  const of = room().write({ [out]: articleText({ title: 'Published' }, 'See [it](/2015/11/26/draft/).') });
  const told = [{ code: 'link/draft', file: out, line: expect.any(Number) }];
  expect((await preview(of)).problems).toMatchObject(told);
  expect((await of.build({ now })).problems).toMatchObject(told);
  expect((await preview(room())).problems).toEqual([]);
});

test('the same newsroom built for readers has none of it, before and after', async () => {
  const of = room();
  await of.build({ now });
  const before = of.page('index.html');
  await preview(of);
  await of.build({ now });
  expect(of.page('index.html')).toBe(before);
  expect(marksIn(before)).toEqual([]);
  expect(before).not.toContain('In the works');
  expect(existsSync(join(of.out, '2015/11/26/draft'))).toBe(false);
});

test('the mark goes when its story becomes public, and only pages that show it are rendered', async () => {
  const of = room();
  await preview(of);
  const { outcomes } = await preview(of, tomorrow);
  expect(marksIn(seen(of, 'index.html'))).not.toContain('To come: 2015-11-28 09:30');
  const rendered = outcomes.filter(({ did }) => did === 'rendered').map(({ url }) => url);
  expect(rendered).toContain('/2015/11/28/to-come/');
  expect(rendered).not.toContain('/2015/11/26/draft/');
  const clean = room();
  await preview(clean, tomorrow);
  expect(seen(of, 'index.html')).toBe(seen(clean, 'index.html'));
});

test('a draft that is finished, and a story that becomes one, change as in a clean preview', async () => {
  const of = room();
  await preview(of);
  of.write({
    [draft]: articleText({ title: 'In the works' }),
    [out]: articleText({ title: 'Published', draft: true }),
  });
  await preview(of);
  const clean = room();
  clean.write({
    [draft]: articleText({ title: 'In the works' }),
    [out]: articleText({ title: 'Published', draft: true }),
  });
  await preview(clean);
  for (const page of ['index.html', day, '2015/11/26/draft/index.html', '2015/11/26/out/index.html'])
    expect(seen(of, page), page).toBe(seen(clean, page));
});

test('a site.yaml that is gone is a Problem, and what was there stays', async () => {
  const of = room();
  await preview(of);
  of.remove('site.yaml');
  expect((await preview(of)).problems.map(({ code }) => code)).toContain('site/missing');
  expect(marksIn(seen(of, 'index.html'))).toContain('Draft');
});

test('advice is told once, and stands until its file is looked at again', async () => {
  const of = room();
  const told = async () => {
    const { problems, stands } = await preview(of);
    return [problems.map(({ code }) => code), stands?.({ code: 'article/long-headline', file: out })];
  };
  of.write({ [out]: articleText({ title: 'A long headline '.repeat(12).trim() }) });
  expect(await told()).toEqual([['article/long-headline'], false]);
  of.write({ [draft]: articleText({ title: 'Later', draft: true }) });
  expect(await told()).toEqual([[], true]);
  expect(await told()).toEqual([[], true]);
  of.write({ [out]: articleText({ title: 'Mended' }) });
  expect(await told()).toEqual([[], false]);
});

test('neither takes the other’s place, also not half written, and check refuses a preview', async () => {
  const of = room();
  await of.build({ now });
  await preview(of);
  const into = (folder: string, isPreview?: true) =>
    of.build({
      now,
      isPreview,
      out: folder,
      cache: join(of.folder, 'other'),
    });
  await expect(into(of.out, true)).rejects.toThrow(/holds a site for readers, and no preview takes its place/);
  await expect(into(join(of.folder, 'seen'))).rejects.toThrow(RefusedOutput);
  const checked = check({ content: of.content, cache: of.cache, out: join(of.folder, 'seen'), newsroom: of.folder });
  await expect(checked).rejects.toThrow(/holds a preview, which shows what is not public/);
});
