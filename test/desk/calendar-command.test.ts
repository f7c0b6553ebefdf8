/** `broadsheet calendar` of a newsroom as it is: from the catalog of the build, from its own, and where files are broken. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { engineOf } from '../../src/commands/engine-of.ts';
import { untouchedOf } from '../../src/desk/untouched.ts';
import { runHere } from '../support/cli.ts';
import { articleText, instant, type Newsroom, newsroom } from '../support/newsroom.ts';
import { jpeg } from '../support/pictures.ts';

const day = 'articles/2015/11/26';
const now = '2015-11-27T10:00+03:00';
const files = {
  [`${day}/storm.md`]: articleText(
    {
      title: 'Storm',
      topics: ['sea'],
      updated: '2015-11-28 09:00',
      image: { file: 'sea.jpg', alt: '', expires: '2015-11-29' },
    },
    'It blew.\n\n![""](storm/quay.jpg)',
  ),
  [`${day}/storm/sea.jpg`]: jpeg,
  [`${day}/storm/quay.jpg`]: jpeg,
  'articles/2015/11/28/snow.md': articleText({ title: 'Snow', date: '2015-11-28 18:30' }),
  'articles/2015/11/20/ferry.md': articleText({ title: 'Ferry', date: '2015-11-20', draft: true }),
  'pages/about.md': '---\ntitle: About\n---\n\nWe are three.\n',
  'notices/appeal.md': '---\nslot: footer\nfrom: 2015-11-26 09:00\nuntil: 2015-11-30\n---\n\nGive what you can.\n',
  'front.yaml': 'lead: {story: 2015/11/26/storm, until: 2015-11-28 12:00}\n',
};

const calendar = (room: Newsroom, ...args: string[]) =>
  runHere(['calendar', '--newsroom', room.folder, '--cache', room.cache, '--now', now, ...args]);

/** `kind file`, with the day and the hour. */
async function rowsOf(room: Newsroom): Promise<string[]> {
  const { stdout } = await calendar(room, '--json');
  const { groups } = JSON.parse(stdout) as { groups: { rows: Record<string, string>[] }[] };
  return groups.flatMap(({ rows }) =>
    rows.map(({ kind, day: on, time, file = '' }) =>
      [on?.slice(5), time, kind, file.split('/').at(-1)].filter(Boolean).join(' '),
    ),
  );
}

const expected = [
  '11-28 09:00 update storm.md',
  '11-28 12:00 pick ends front.yaml',
  '11-28 18:30 story snow.md',
  '11-29 24:00 picture expires storm.md',
  '11-29 24:00 notice ends appeal.md',
  '11-20 draft ferry.md',
  '11-26 09:30 picture storm.md',
  '11-26 09:30 picture storm.md',
];

describe('the same is told', () => {
  test('from a catalog of its own, and from that of the build, which it leaves in step', async () => {
    const room = newsroom({ git: false, files });
    expect((await rowsOf(room)).sort()).toEqual([...expected].sort());
    expect(existsSync(join(room.cache, 'desk.sqlite'))).toBe(true);
    expect(existsSync(join(room.cache, 'production.sqlite'))).toBe(false);
    await room.build({ engine: engineOf(room.folder), now: instant(now) });
    expect(existsSync(join(room.cache, 'production.sqlite'))).toBe(true);
    expect((await rowsOf(room)).sort()).toEqual([...expected].sort());
    expect((await room.build({ engine: engineOf(room.folder), now: instant(now) })).outcomes).toEqual([]);
    room.write({ 'articles/2015/11/28/snow.md': articleText({ title: 'Snow', date: '2015-11-28 19:00' }) });
    expect(await rowsOf(room)).toContain('11-28 19:00 story snow.md');
  });

  test('a story that leaves a front by its headline, as in every other row', async () => {
    const { stdout } = await calendar(newsroom({ git: false, files }));
    expect(stdout).toMatch(/12:00\s+leaves its front\s+Storm\n/);
  });

  test('of the files that are good, where others are broken', async () => {
    const room = newsroom({ git: false, files: { ...files, 'authors/desk.yaml': 'nam: Desk\n' } });
    room.write({ 'articles/2015/11/28/snow.md': articleText({ section: 'wrold', date: '2015-11-28 18:30' }) });
    const { code, stdout, stderr } = await calendar(room);
    expect(code).toBe(1);
    expect(stderr).toContain('content/articles/2015/11/28/snow.md:6:10  article/unknown-section');
    expect(stderr).toContain('content/authors/desk.yaml');
    expect(stdout).toContain('update');
    expect(stdout).not.toContain('snow.md');
    expect(stdout).toContain('2 files have problems and could not be looked at.');
    room.write({
      'authors/desk.yaml': 'name: Desk\n',
      'articles/2015/11/28/snow.md': files['articles/2015/11/28/snow.md'] ?? '',
    });
    expect((await rowsOf(room)).sort()).toEqual([...expected].sort());
  });

  test('as it was before, where site.yaml is broken, and nothing where it never was good', async () => {
    const room = newsroom({ git: false, files });
    room.write({ 'site.yaml': 'title: [\n' });
    expect((await calendar(room)).stderr).toContain('Nothing else can be told before this is mended.');
    const good = newsroom({ git: false, files });
    await calendar(good);
    good.write({ 'site.yaml': 'title: [\n' });
    const { code, stdout } = await calendar(good);
    expect(code).toBe(1);
    expect(stdout).toContain('This is the newsroom as it was before the problems.');
    expect(stdout).toContain('18:30  comes out');
  });
});

test('it is written as a page, and says what is wrong with how it was called', async () => {
  const room = newsroom({ git: false, files });
  expect(await calendar(room, '--out', 'calendar.html')).toMatchObject({ code: 0, stdout: 'Written: calendar.html\n' });
  expect(readFileSync(join(room.folder, 'calendar.html'), 'utf8')).toContain('<strong dir="auto">Snow</strong>');
  for (const [args, says] of [
    [['--days', '0'], '--days takes a number of days such as 31, not “0”.'],
    [['--out', 'calendar.txt'], '--out takes a file such as calendar.html'],
    [['--out', 'calendar.html', '--json'], 'Use one of them.'],
  ] as const)
    expect(await calendar(room, ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(says) });
});

test('git tells what nobody has touched: by commits since an instant, not by those that merely checked it out', () => {
  const room = newsroom({ files: { 'pages/a.md': 'a', 'pages/b “c”.md': 'b' } }).commit();
  const later = instant('2100-01-01');
  const asked = (since: number) => new Map(['pages/a.md', 'pages/b “c”.md'].map((path) => [path, since]));
  expect([...(untouchedOf(room.content, asked(0)) ?? [])]).toEqual([]);
  expect([...(untouchedOf(room.content, asked(later)) ?? [])]).toEqual(['pages/a.md', 'pages/b “c”.md']);
  expect(untouchedOf(newsroom({ git: false }).content, asked(later))).toBeUndefined();
});
