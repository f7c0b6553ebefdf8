/**
 * An archive that three programs hold is the same stories whichever of them it comes from, the site answers at each old
 * address, and to import again changes nothing. `BROADSHEET_CORPUS=FILE.jsonl.gz` takes a real archive (`test/bench/import/`).
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { renderBody } from '../../src/content/markdown/body.ts';
import type { Resolve } from '../../src/content/markdown/environment.ts';
import { visibleWords } from '../../src/import/text/visible-words.ts';
import { runCli } from '../support/cli.ts';
import { contentsOf } from '../support/folder-contents.ts';
import { projectRoot } from '../support/newsroom.ts';

const bodies = [
  'It *sails* at **eight**[^1], see [the timetable](/2015/11/02/story-1/).\n\n[^1]: On weekdays.\n',
  '## On board\n\n- lorries\n- cars\n\n1. first\n2. second\n\n> The captain said so.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  'Costs 3 < 4 & 5 > 2, `code *here*`, H<sub>2</sub>O and\na line that ends.\n\n```\nlet a = {{ b }};\n```\n',
  '![A quay](https://pictures.example/quay.jpg)\n\nSee <https://a.example/?b=1&c=2> and Тбилиси, ქალაქი.\n\n---\n\nThe end.\n',
];

function generated(count: number): string {
  const posts = Array.from({ length: count }, (_, n) => {
    const date = `2015-11-${String(1 + (n % 28)).padStart(2, '0')}`;
    const slug = n % 9 === 4 ? `Story-${n}-of-NATO` : `story-${n}`;
    return {
      title: `Story ${n}: “lorries & cars”`,
      dek: `What happened on day ${n}.`,
      date: `${date}T09:30:00+00:00`,
      authors: n % 5 === 0 ? [] : [{ id: `ann-${n % 3}`, name: `Ann ${n % 3}` }],
      section: ['world', 'city'][n % 2],
      topics: n % 3 === 0 ? ['ferries', 'sea'] : [],
      slug,
      path: `/${date.replaceAll('-', '/')}/${slug}/`,
      aliases: n % 7 === 0 ? [`/old/${n}.html`] : [],
      image: null,
      body_markdown: bodies.map((_, part) => bodies[(n + part) % bodies.length]).join('\n'),
    };
  });
  return posts.map((post) => `${JSON.stringify(post)}\n`).join('');
}

const programs = ['hugo', 'jekyll', 'wordpress.xml'];
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'same-stories-'));
  const own = join(root, 'archive.jsonl');
  writeFileSync(own, generated(60));
  const corpus = process.env.BROADSHEET_CORPUS === undefined ? own : resolve(process.env.BROADSHEET_CORPUS);
  execFileSync(process.execPath, [join(projectRoot, 'test/bench/import/write-corpus.ts'), corpus, root]);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const roomOf = (program: string) => join(root, 'rooms', program);
const run = (program: string, ...args: string[]) => runCli([...args, '--newsroom', roomOf(program)]);
const importing = (program: string) => run(program, 'import', join(root, program), '--now', '2026-01-01');

function storyFilesOf(program: string): string[] {
  const folder = join(roomOf(program), 'content/articles');
  return globSync('**/*.md', { cwd: folder })
    .sort()
    .map((file) => join(folder, file));
}

type Story = { title: string; date: string; section: string; summary: string; words: string[] };

const means: Resolve = {
  link: (href) => href,
  picture: () => undefined,
  document: () => undefined,
  frames: [],
  say: { day: () => '', size: () => '', comma: ' ', interactiveChart: '' },
  page: '/',
};

/** In the order of their dates and titles, since an address may be another. */
function storiesOf(program: string): Story[] {
  const stories = storyFilesOf(program).map((path) => {
    const { split } = splitFrontMatter(readFileSync(path, 'utf8'), path);
    const { title, date, section, summary } = parse(split?.yaml ?? '');
    const { html } = renderBody(split?.body ?? '', means);
    return { title, date: String(date), section, summary, words: visibleWords(html) };
  });
  return stories.sort((a, b) => (`${a.date} ${a.title}` < `${b.date} ${b.title}` ? -1 : 1));
}

const imported = new Map<string, Story[]>();

describe.each(programs)('%s', (program) => {
  test('all comes over, and the site answers at each old address', async () => {
    mkdirSync(roomOf(program), { recursive: true });
    writeFileSync(join(roomOf(program), 'package.json'), '{"dependencies": {"broadsheet": "0"}}');
    const { code, stdout, stderr } = await importing(program);
    expect([code, stdout]).toEqual([0, expect.not.stringContaining('in quarantine')]);
    expect(stderr).not.toContain('problem');
    imported.set(program, storiesOf(program));
    expect((await run(program, 'build', '--now', '2026-01-01')).code).toBe(0);
    expect((await run(program, 'check')).code).toBe(0);
    const verified = await run(program, 'import', '--verify');
    expect([verified.code, verified.stderr]).toEqual([0, '']);
    expect(verified.stdout).toMatch(/^(\d[\d,]*) of \1 old addresses are answered/);
  });

  test('importing again changes nothing, and stories that were edited stay', async () => {
    const content = join(roomOf(program), 'content');
    for (const path of storyFilesOf(program).slice(0, 10))
      writeFileSync(path, `${readFileSync(path, 'utf8')}\nEdited.\n`);
    const before = contentsOf(content);
    const { stdout } = await importing(program);
    expect(stdout).toMatch(/^\s*10 {2}left as editors have them$/m);
    expect(contentsOf(content)).toEqual(before);
  });
});

test('the stories are the same, word for word', () => {
  const [first = [], ...others] = programs.map((program) => imported.get(program));
  expect(first.length).toBeGreaterThan(50);
  for (const stories of others) expect(stories).toEqual(first);
});
