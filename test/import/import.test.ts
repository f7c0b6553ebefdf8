/** A small Hugo site and a small Jekyll site come over, twice, and once mended. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hiddenPage, notFaithful } from '../../src/commands/import/convert-story.ts';
import { matterText } from '../../src/import/matter-lines.ts';
import type { Placed } from '../../src/import/places.ts';
import { unfaithfulWords } from '../../src/import/text/faithful.ts';
import type { Problem } from '../../src/problem.ts';
import { runHere } from '../support/cli.ts';
import { expectTold } from '../support/expect-told.ts';
import { contentsOf } from '../support/folder-contents.ts';
import { writeFiles } from '../support/project-copy.ts';

const hugo = {
  'hugo.toml': 'baseURL = "https://old.example/"\ntitle = "The <i>Old</i> Post"\n',
  'content/news/ferry.md':
    '---\ntitle: The ferry *sails*\ndate: 2015-11-26T09:30:00Z\nlastmod: 2015-12-01\nauthors: [Ann Lee]\ntags: [Sea ports]\naliases: [/old/ferry.html, /404.html]\n---\nIt <b>sails</b>[^1] to [the quay]({{< ref "quay.md" >}}) and [the crab](/news/crab/).\n\n[^1]: At eight.\n',
  'content/news/quay.md': '---\ntitle: The quay\ndate: 2015-11-27\n---\n{{< youtube abcdefghijk >}}\n\nA quay.\n',
  'content/news/nato.md': '---\ntitle: NATO\ndate: 2015-11-29\naliases: [/2015/11/29/NATO/]\n---\nThey met.\n',
  'content/plans.md': '---\ntitle: Plans\ndraft: true\n---\nNot yet.\n',
  'content/news/crab.md': '---\ntitle: The crab\ndate: 2015-11-28\ntags: [Crabs]\n---\nimport { Crab } from "crab"\n',
};

let root: string;
let room: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'import-'));
  room = join(root, 'room');
  writeFiles(join(root, 'hugo'), hugo);
  writeFiles(room, { 'package.json': '{"dependencies": {"broadsheet": "0"}}' });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const importing = (...args: string[]) => runHere(['import', ...args, '--newsroom', room]);
const fileIn = (path: string) => readFileSync(join(room, path), 'utf8');
const crab = 'articles/2015/11/28/crab.md';

test('a folder comes over, and what is not good lies in quarantine with what is wrong above it', async () => {
  const { stdout } = await importing(join(root, 'hugo'));
  expect(stdout).toContain('Hugo, recognised by its hugo.toml');
  expect(fileIn('content/site.yaml')).toMatch(/^title: The Old Post\n(?:.*\n)*?description: The Old Post\n/m);
  const ferry = fileIn('content/articles/2015/11/26/ferry.md');
  expect(ferry).toContain('title: The ferry sails\n');
  expect(ferry).toContain('authors: [ann-lee]');
  expect(ferry).toContain('topics: [sea-ports]');
  expect(ferry).toContain('  - /old/ferry.html');
  expect(ferry).not.toContain('/404.html');
  expect(ferry).toContain(
    'It **sails**[^1] to [the quay](/2015/11/27/quay/) and <!-- link /2015/11/28/crab/ -->the crab<!-- /link -->.',
  );
  expect(fileIn('content/articles/2015/11/27/quay.md')).toContain(
    '::: video {url="https://www.youtube.com/watch?v=abcdefghijk"',
  );
  // No folder holds both addresses on every machine, and a host tells them apart.
  expect(fileIn('content/articles/2015/11/29/nato-2.md')).toContain('  - /2015/11/29/NATO/');
  expect(existsSync(join(room, 'content', crab))).toBe(false);
  // Of a page there is no draft.
  expect(existsSync(join(room, 'content/pages/plans.md'))).toBe(false);
  expect(fileIn('quarantine/pages/plans.md')).toContain('was a draft on the old site');
  // A list of nothing but that is none yet: its address leads on from one file alone.
  expect(fileIn('content/topics/crabs.md')).not.toContain('redirectFrom');
  expect(fileIn('content/gone.yaml')).toContain('{url: /tags/crabs/, to: /}');
  expect(fileIn(`quarantine/${crab}`)).toMatch(/is not part of the site\.\n- line \d+ of the text below/);
});

test('importing again changes nothing, and leaves what was edited', async () => {
  const quay = join(room, 'content/articles/2015/11/27/quay.md');
  writeFileSync(quay, `${readFileSync(quay, 'utf8')}\nMine.\n`);
  const before = contentsOf(join(room, 'content'));
  const { stdout } = await importing(join(root, 'hugo'));
  expect(stdout).toContain('1  left as editors have them');
  expect(contentsOf(join(room, 'content'))).toEqual(before);
});

test('a mended story is taken in, and links to it are links again', async () => {
  const file = join(room, `quarantine/${crab}`);
  expect((await importing('--again', `quarantine/${crab}`)).code).toBe(1);
  expect(existsSync(file)).toBe(true);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(^|summary: )['"]?import .*$/gm, '$1A crab.'));
  const mended = readFileSync(file, 'utf8');
  const place = join(room, 'content', crab);
  writeFiles(room, { [`content/${crab}`]: 'Mine.\n' });
  expect((await importing('--again', `quarantine/${crab}`)).stderr).toContain('is there already');
  writeFileSync(place, mended.slice(mended.indexOf('---\n'))); // what a kill leaves
  expect(await importing('--again', `quarantine/${crab}`)).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(file)).toBe(false);
  expect(fileIn('content/articles/2015/11/26/ferry.md')).toContain('[the crab](/2015/11/28/crab/)');
});

test('content that lies elsewhere is written there, and quarantine stays in the newsroom', async () => {
  const elsewhere = join(root, 'elsewhere/stories');
  writeFiles(join(root, 'other'), { 'package.json': '{"dependencies": {"broadsheet": "0"}}' });
  await runHere(['import', join(root, 'hugo'), '--newsroom', join(root, 'other'), '--content', elsewhere]);
  expect(readFileSync(join(elsewhere, 'articles/2015/11/27/quay.md'), 'utf8')).toContain('A quay.');
  expect(readdirSync(join(root, 'elsewhere'))).toEqual(['stories']);
  expect(readdirSync(join(root, 'other')).sort()).toEqual([
    '.cache',
    'import',
    'import.yaml',
    'package.json',
    'quarantine',
  ]);
});

test('exported, and imported again, each file is what it was, to the byte', async () => {
  const [content, to] = [join(root, 'elsewhere/stories'), join(root, 'exported')];
  await runHere(['export', '--newsroom', join(root, 'other'), '--content', content, '--to', to, '--now', '2016-01-01']);
  writeFiles(join(root, 'back'), { 'package.json': '{"dependencies": {"broadsheet": "0"}}' });
  await runHere(['import', to, '--newsroom', join(root, 'back')]);
  const files = (folder: string) => Object.entries(contentsOf(folder)).filter(([path]) => !path.endsWith('/'));
  expect(files(content).length).toBeGreaterThan(5);
  expect(files(join(root, 'back/content'))).toEqual(files(content));
});

test('front matter comes back as authors write it, and what one line cannot hold as it is', () => {
  const matter = {
    title: 'yes',
    warning: 'One\n\ntwo: ',
    corrections: [{ date: '2015-11-26', text: 'Ten, not "9".' }],
    topics: ['a'],
    wide: true,
  };
  const text = matterText(matter);
  expect(text).toContain(`corrections:\n  - {date: 2015-11-26, text: 'Ten, not "9".'}\ntopics: [a]\n`);
  expect(parse(text)).toEqual(matter);
});

test('a source that cannot be read is told with its place and what to do, and nothing is written', async () => {
  const before = contentsOf(room);
  const file = join(root, 'ghost.json');
  writeFileSync(file, '{"db": [{"meta": {"version": "5.0"}, "data": {"posts": [}');
  const { code, stderr } = await importing(file);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/ghost\.json: It is no whole JSON: .+ Export it from Ghost again\.\nStories that are here/),
  ]);
  expect(contentsOf(room)).toEqual(before);
});

test('a word that is lost or changed without being told of is found', () => {
  const nothing = { lost: [], marks: [], added: [], hasMoved: false };
  const source = ['The', 'ferry', 'sails'];
  expect(unfaithfulWords(source, source, nothing)).toBeUndefined();
  expect(unfaithfulWords(source, ['The', 'sails'], nothing)).toEqual({ missing: ['ferry'], extra: [] });
  expect(unfaithfulWords(source, ['The', 'sails'], { ...nothing, lost: ['ferry'] })).toBeUndefined();
  expect(unfaithfulWords(source, ['ferry', 'The', 'sails'], nothing)).toBeDefined();
});

test('explain shows what is told of a text that is not as it was, and of a page that nobody was to see', async () => {
  const [told] = notFaithful(
    { unfaithful: { missing: ['ferry'], extra: [] } },
    { path: 'articles/2015/11/26/storm.md' },
  );
  expect(notFaithful({ unfaithful: undefined }, { path: 'pages/a.md' })).toEqual([]);
  const page = { path: 'pages/plans.md', isPublic: false, facts: { state: 'draft' } } as Placed;
  const [hidden] = hiddenPage(page);
  expect(hiddenPage({ ...page, isPublic: true })).toEqual([]);
  expect(hiddenPage({ ...page, story: '2015/11/26/storm' })).toEqual([]);
  await expectTold('imports', { 'import/hidden-page': hidden as Problem, 'import/not-faithful': told as Problem });
});
