import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/check/check-files.ts';
import { judgeMarkup } from '../../src/check/html.ts';
import { checkHtml } from './gates.ts';
import { builtSite, cleanSite, page } from './site-folder.ts';

test('a clean site passes, page by page', async () => {
  const { findings, looked } = await checkHtml(await builtSite(cleanSite));
  expect(findings).toEqual([]);
  expect(looked).toEqual({ gate: 'html', counts: { pages: 2 } });
});

test.each([
  ['wcag/h37', '<img src="/a.jpg"/>'],
  ['close-order', '<p><em>x</p></em>'],
  ['element-permitted-content', '<p><span><div>x</div></span></p>'],
  ['valid-id', '<p id="">x</p>'],
])('html-validate’s %s is found, with its place', async (rule, markup) => {
  const { findings } = await checkHtml(await builtSite({ ...cleanSite, 'a/index.html': page(markup) }));
  expect(findings.map(({ what }) => what)).toContainEqual(
    expect.stringMatching(new RegExp(`^The rule ${rule} of html-validate is broken: .+[^.]\\.$`)),
  );
  for (const finding of findings) expect(finding).toMatchObject({ code: 'check/html', path: 'a/index.html', line: 4 });
});

test('a page without its doctype is found', async () => {
  const { findings } = await checkHtml(await builtSite({ 'index.html': page('').replace('<!doctype html>\n', '') }));
  expect(findings).toMatchObject([{ code: 'check/html', what: expect.stringContaining('missing-doctype') }]);
});

test('an id given twice is left to the check of links', async () => {
  const { findings } = await checkHtml(await builtSite({ 'index.html': page('<p id="x">1</p><p id="x">2</p>') }));
  expect(findings).toEqual([]);
});

test('minified pages with inline style, long headlines and Cyrillic ids pass', async () => {
  const head = '<style>a{color:red}@media (min-width:40em){a{color:blue}}</style>';
  const markup = page(
    '<h2 id="2-ещё">1 > 0 &amp; 2</h2><hr/><pre>x  \n</pre><a href="tel:+74950000000">+7 495 000 00 00</a>',
    head,
  )
    .replace(/>\n/g, '>')
    .replace('<title>', `<title>${'A headline of many words '.repeat(5)}`);
  expect((await checkHtml(await builtSite({ 'index.html': markup }))).findings).toEqual([]);
});

test('many files are shared out among threads, and what is wrong is told as without them', async () => {
  const many = Array.from({ length: 120 }, (_, n): [string, string] => [
    `${String(n).padStart(3, '0')}/index.html`,
    page(
      n % 40 === 7
        ? '<img src="/a.jpg"/>'
        : `<p id="p${n}">x</p><a href="/${String(n + 1).padStart(3, '0')}/#p7">x</a>`,
    ),
  ]);
  const site = await builtSite(Object.fromEntries(many));
  const order: string[] = [];
  const inThreads = await checkFiles(site, { few: 100, onSurveyed: ({ path }) => order.push(path) });
  expect(order).toEqual(site.paths);
  expect(inThreads).toEqual(await checkFiles(site));
  const expected = ['007/index.html', '047/index.html', '087/index.html'];
  expect([...inThreads.html.faulty]).toEqual(expected);
  expect(inThreads.html.findings).toEqual(
    expected.map((path) => expect.objectContaining({ code: 'check/html', path, line: 4 })),
  );
  expect(inThreads.html.looked).toEqual({ gate: 'html', counts: { pages: 120 } });
  expect(inThreads.links.findings.length).toBeGreaterThan(100);
});

describe('one page of each skeleton is asked about', () => {
  const pages = [
    ['a.html', 'one', 20],
    ['b.html', 'one', 30],
    ['c.html', 'two', 25],
    ['d.html', undefined, 9],
  ] as const;

  /** Of those in `bad`, something is broken. */
  function asking(bad: readonly string[]) {
    const asked: string[][] = [];
    const validate = async (paths: readonly string[]) => {
      asked.push([...paths]);
      const broken = paths.filter((path) => bad.includes(path));
      return broken.map((path) => ({ path, rule: 'x', message: 'Bad', line: 1, column: 1 }));
    };
    return { asked, validate };
  }

  test('the shortest', async () => {
    const { asked, validate } = asking([]);
    await judgeMarkup([...pages, ['e.html', 'one', 10]], { validate });
    expect(asked.flat()).toEqual(['e.html', 'c.html', 'd.html']);
  });

  test('and each page that is like no other', async () => {
    const { asked, validate } = asking([]);
    expect(await judgeMarkup(pages, { validate })).toEqual([]);
    expect(asked.flat()).toEqual(['a.html', 'c.html', 'd.html']);
  });

  test('and all pages of a skeleton of which one is broken', async () => {
    const { asked, validate } = asking(['a.html', 'b.html']);
    expect((await judgeMarkup(pages, { validate })).map(({ path }) => path)).toEqual(['a.html', 'b.html']);
    expect(asked.flat()).toEqual(['a.html', 'c.html', 'd.html', 'b.html']);
  });

  test('and none of one that was found good before; a broken one is never remembered', async () => {
    const good = new Set(['two']);
    const remember = (more: readonly string[]) => {
      for (const each of more) good.add(each);
    };
    const known = { areGood: () => good, remember };
    const { asked, validate } = asking(['a.html', 'b.html']);
    await judgeMarkup(pages, { validate }, { known });
    expect(asked.flat()).toEqual(['a.html', 'd.html', 'b.html']);
    expect([...good]).toEqual(['two']);
    await judgeMarkup(pages, asking([]), { known });
    expect([...good]).toEqual(['two', 'one']);
  });

  test('and all pages, if a check of everything is asked for', async () => {
    const { asked, validate } = asking([]);
    await judgeMarkup(pages, { validate }, { isEach: true });
    expect(asked.flat()).toEqual(['a.html', 'b.html', 'c.html', 'd.html']);
  });
});
