/** `broadsheet explain`: every code there is has its entry; that the examples are what they say is tested in `advice-is-a-contract.test.ts`, and where each list of `tool-mistakes.ts` is built. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shownChange, shownText } from '../../src/desk/excerpt.ts';
import { codes, groups, meaningOf } from '../../src/desk/explained.ts';
import { mistakes } from '../../src/desk/mistakes/mistakes.ts';
import { toldFile, toolMistakes } from '../../src/desk/mistakes/tool-mistakes.ts';
import { runHere } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { projectRoot } from '../support/newsroom.ts';

/** What is in quotes and has the form of a code: of a group that there is, or where a code is given. */
function codesIn(text: string): string[] {
  const ofGroups = new RegExp(`['"\`]((?:${groups.join('|')})/[a-z0-9]+(?:-[a-z0-9]+)*)['"\`]`, 'g');
  const given = /\bcode(?: =|:) ['"`]([a-z-]+\/[a-z0-9]+(?:-[a-z0-9]+)*)['"`]/g;
  return [ofGroups, given].flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code));
}

function codesInSource(): string[] {
  const folder = join(projectRoot, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const texts = files
    .filter((path) => !path.startsWith('desk'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
  return [...new Set(texts.flatMap(codesIn))].sort();
}

describe('every code', () => {
  test('that the program tells has an entry, and every entry a code', () => {
    const changes = ['headline', 'number', 'quotation', 'name'].map((kind) => `change/${kind}`);
    const named = ['check/same-title', 'check/same-description', ...changes]; // made of two parts
    expect([...new Set([...codesInSource(), ...named])].sort()).toEqual(codes);
    expect(codesIn("{ code: 'attic/dusty' }")).toEqual(['attic/dusty']);
    expect(codesIn("report('markdown/dusty', what)")).toEqual(['markdown/dusty']);
  });

  test('means something, in a sentence', () => {
    for (const code of codes)
      expect([code, meaningOf(code)]).toEqual([code, expect.stringMatching(/^(?:\p{Lu}|front\.yaml ).*\.$/u)]);
  });

  test('has a mistake that a test builds, in one list, and no list has others', () => {
    const lists = [mistakes, ...Object.values(toolMistakes)];
    expect(lists.flatMap((list) => Object.keys(list)).sort()).toEqual(codes);
  });

  test('of a list that is built by a test has what is told', () => {
    const told = readdirSync(dirname(toldFile('pages'))).map((file) => file.replace('.json', ''));
    expect(told.sort()).toEqual(Object.keys(toolMistakes).sort());
    const tests = readdirSync(join(projectRoot, 'test'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts'))
      .map((path) => readFileSync(join(projectRoot, 'test', path), 'utf8'))
      .join('\n');
    for (const group of told) expect(tests).toContain(`expectTold('${group}', `);
  });
});

describe('explain', () => {
  test('of a code shows the mistake, what is told, and each way to mend it', async () => {
    const { code, stdout } = await runHere(['explain', 'article/unknown-section']);
    expect(code).toBe(0);
    expect(stdout).toContain('A story names a section that site.yaml does not have.');
    expect(stdout).toContain('articles/2015/11/26/storm.md:6:10  article/unknown-section');
    expect(stdout).toContain('Mended by “Write one of these: world, culture”');
    expect(stdout).toContain('      section: culture');
  });

  test('of a built site shows what caused it, what is told, and the command that mends it', async () => {
    const { code, stdout } = await runHere(['explain', 'check/style-attribute']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^src\/kinds\/tides\.tsx\n(?: .*\n)* +<p style="color:red">High<\/p>$/m);
    expect(stdout).toMatch(/^dist\/tides\/index\.html:\d+:\d+ {2}check\/style-attribute$/m);
    expect(stdout).toContain('  layouts/styles/own.css\n      .high { color: red; }');
    expect((await runHere(['explain', 'check/missing-file'])).stdout).toMatch(/^ {2}npm run build -- --all$/m);
  });

  test('of a group lists its codes, and alone all of them', async () => {
    const { stdout } = await runHere(['explain', 'gone']);
    expect(stdout).toContain('gone/no-end');
    expect(stdout).not.toContain('article/');
    expect((await runHere(['explain'])).stdout.match(/^[a-z-]+\/[a-z-]+ {2}/gm)?.length).toBeGreaterThan(0);
  });

  test('takes a code without its group, and lists those that share the name', async () => {
    expect((await runHere(['explain', 'to-be-written'])).stdout).toMatch(/^content\/to-be-written\n/);
    const { stdout } = await runHere(['explain', 'unknown-story']);
    expect(stdout).toMatch(/^front\/unknown-story .*\n/);
    expect(stdout).toContain('\nlink/unknown-story ');
    expect((await runHere(['explain', 'silent'])).stderr).toMatch(
      /There is no problem “silent”\. All that there are: .*explain\n/,
    );
  });

  test.each([
    ['article/unknown-sektion', 'article/unknown-section'],
    ['unknown-sektion', 'article/unknown-section'],
    ['artcle', 'article'],
  ])('of %s suggests %s', async (asked, meant) => {
    const { code, stderr } = await runHere(['explain', asked]);
    expect(code).toBe(2);
    expect(stderr).toContain(`There is no problem “${asked}”. Did you mean “${meant}”?`);
  });

  test('writes a page with an anchor for each code, no script and nothing for search engines', async () => {
    const file = join(temporaryFolder(), 'problems.html');
    expect((await runHere(['explain', 'words', '--out', file])).code).toBe(0);
    const page = readFileSync(file, 'utf8');
    const anchors = [...page.matchAll(/<article id="([^"]+)">/g)].map(([, id]) => id);
    expect(anchors).toEqual(codes.filter((code) => code.startsWith('words/')));
    expect(page).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(page).not.toContain('<script');
    expect((await runHere(['explain', 'check', '--out', file])).code).toBe(0);
    const all = [...readFileSync(file, 'utf8').matchAll(/<article[^>]*>.*?<\/article>/gs)].map(([article]) => article);
    expect(all).toHaveLength(codes.filter((code) => code.startsWith('check/')).length);
    for (const article of all) expect(article).toMatch(/<strong>(?:Fault|Advice)<\/strong> at .*class="way"/s);
  });
});

describe('of a file people see', () => {
  const long = Array.from({ length: 100 }, (_, index) => `line ${index + 1}`).join('\n');

  test('the lines that matter', () => {
    expect(shownText(long, 50).split('\n')).toHaveLength(18);
    expect(shownText(long, 50)).toContain('line 50');
    expect(shownText('se\u200ba')).toBe('se[U+200B]a');
    expect(shownText(Buffer.alloc(1200))).toBe('(1,200 bytes)');
  });

  test('the lines that changed', () => {
    expect(shownChange('a\nb\nc\n', 'a\nd\nc\n')).toBe('d');
    expect(shownChange('a\nb\nc\n', 'a\nc\n')).toBe('(without) b');
    expect(shownChange(undefined, 'a\n')).toBe('a');
  });
});
