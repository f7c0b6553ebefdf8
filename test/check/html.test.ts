import { expect, test } from 'vitest';
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
    expect.stringMatching(new RegExp(`^html-validate’s rule ${rule} is broken: .+[^.]\\.$`)),
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

test('many pages are shared out among threads, and what is wrong is told in their order', async () => {
  const many = Array.from({ length: 120 }, (_, n): [string, string] => [
    `${String(n).padStart(3, '0')}/index.html`,
    page(n % 40 === 7 ? '<img src="/a.jpg"/>' : '<p>x</p>'),
  ]);
  const { findings, faulty, looked } = await checkHtml(await builtSite(Object.fromEntries(many)));
  const expected = ['007/index.html', '047/index.html', '087/index.html'];
  expect([...faulty]).toEqual(expected);
  expect(findings).toEqual(expected.map((path) => expect.objectContaining({ code: 'check/html', path, line: 4 })));
  expect(looked).toEqual({ gate: 'html', counts: { pages: 120 } });
});
