import { describe, expect, test } from 'vitest';
import { openBuiltSite } from '../../src/check/built-site.ts';
import { withPolicy } from '../../src/render/page-policy.ts';
import { checkPolicies } from './gates.ts';
import { builtSite, cleanSite, page, siteFolder, siteUrl } from './site-folder.ts';

const rules = { frames: ['charts.example'], scripts: [] };

/** A page with a policy of its own, whatever that says. */
const written = (body: string, head = '') => page(body, head).replace(/<meta http-equiv[^>]*>/, '');

async function faults(text: string): Promise<string[]> {
  const { findings, faulty } = await checkPolicies(await builtSite({ 'a.html': text }));
  expect([...faulty]).toEqual(findings.length > 0 ? ['a.html'] : []);
  return findings.map(({ code }) => code);
}

const style = '<style>p{color:red}</style>';
const rulesOfLinks = '<script type="speculationrules">{"prefetch":[]}</script>';

test('a page with all that layouts write passes, and the gate says how much it saw', async () => {
  const data = '<script type="application/ld+json">{"@context":"https://schema.org"}</script>';
  const frame = '<iframe src="https://charts.example/1" title="A chart"></iframe>';
  const text = withPolicy(
    written(`${frame}<audio src="/a.mp3"></audio>`, `${style}${rulesOfLinks}${data}<link rel="icon" href="data:,">`),
    rules,
  );
  const { findings, looked } = await checkPolicies(await builtSite({ 'a.html': text, 'b.html': page('') }));
  expect(findings).toEqual([]);
  expect(looked.counts).toEqual({ pages: 2, 'inline blocks': 2, 'allowed sources': 13, 'scripted pages': 0 });
});

test('feeds and other data are not looked at, and pages of public/ are named', async () => {
  const out = await siteFolder({ ...cleanSite, 'map/index.html': '<p onclick="x()">' });
  const site = openBuiltSite({ out, siteUrl, isAsItWas: (path) => path.startsWith('map/') });
  const { findings, looked } = await checkPolicies(site);
  expect(findings).toEqual([]);
  expect(looked).toMatchObject({ counts: { pages: 2 }, passedOver: ['map/index.html'] });
});

describe('what is on the page is in the policy', () => {
  test.each([
    [
      'a style that was changed',
      page('', style).replace('color:red', 'color:tan'),
      ['check/refused', 'check/unused-policy'],
    ],
    ['rules that were changed', page('', rulesOfLinks).replace('[]', '[{}]'), ['check/refused', 'check/unused-policy']],
    ['a style in the text', page(style), ['check/refused']],
    ['a script in the text', page('<script>alert(1)</script>'), ['check/refused']],
    ['a module in the text', page('<script type="module" src="https://x.example/a.js"></script>'), ['check/refused']],
    ['a style sheet in the text', page('<link rel="stylesheet" href="/a.css">'), ['check/refused']],
    ['a frame of a host that may not be in one', page('<iframe src="https://x.example/"></iframe>'), ['check/refused']],
    [
      'a picture that came in later',
      page('').replace('</body>', '<img src="https://x.example/a.png" alt="">'),
      ['check/refused'],
    ],
    ['a form that came in later', page('').replace('</body>', '<form action="/a"></form>'), ['check/refused']],
    ['a base address', page('', '<base href="https://x.example/">'), ['check/refused']],
  ])('%s', async (_, text, codes) => {
    expect(await faults(text)).toEqual(codes);
  });

  test.each([
    ['a style in the head', page('', style)],
    [
      'a frame of a host that site.yaml names',
      withPolicy(written('<iframe src="https://charts.example/1"></iframe>'), rules),
    ],
    ['a picture', page('<img src="https://x.example/a.png" alt="">')],
    ['a form', page('<form action="/a"></form>')],
  ])('the remedy is enough: %s', async (_, text) => {
    expect(await faults(text)).toEqual([]);
  });
});

describe('what is in the policy is on the page', () => {
  const policyWith = (more: string) => page('').replace('form-action', `${more};form-action`);

  test.each([
    ['a hash', policyWith("style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")],
    ['a host', policyWith('img-src https://x.example')],
    ['anything', policyWith('img-src *')],
    ['every style', policyWith("style-src 'unsafe-inline'")],
    ['a directive that we never write', policyWith('worker-src blob:')],
  ])('%s', async (_, text) => {
    expect(await faults(text)).toEqual(['check/unused-policy']);
  });

  test('a page with a script may allow what that asks for, but no code of others', async () => {
    const scripts = [{ src: 'https://stats.example/s.js', hosts: ['data.stats.example'] }];
    const text = withPolicy(written('', '<script defer src="https://stats.example/s.js"></script>'), {
      frames: [],
      scripts,
    });
    expect(text).toContain("connect-src 'self' https://data.stats.example https://stats.example");
    expect(await faults(text)).toEqual([]);
    expect(await faults(text.replace('script-src', "script-src 'unsafe-inline'"))).toEqual(['check/unused-policy']);
  });

  test.each(['default-src', 'form-action', 'base-uri'])('what %s does not say is open', async (directive) => {
    const text = page('').replace(new RegExp(`${directive} 'none';?`), '');
    expect(await faults(text)).toEqual(['check/open-policy']);
  });
});

test.each([
  ['no policy', written(''), ['check/no-policy']],
  ['a page without a head', '<!doctype html>\n<title>x</title>', ['check/no-policy']],
  ['two', page('', '<meta http-equiv="content-security-policy" content="default-src *">'), ['check/two-policies']],
  [
    'one that stands too late',
    page('', style).replace(/(<meta http-equiv[^>]*>)(.*)(<style>.*<\/style>)/, '$2$3$1'),
    ['check/late-policy'],
  ],
])('%s', async (_, text, codes) => {
  expect(await faults(text)).toEqual(codes);
});

test.each([
  ['<p style="color: red">x</p>', 'check/style-attribute'],
  ['<p onclick="x()">x</p>', 'check/code-in-attribute'],
  ['<svg onload="x()"></svg>', 'check/code-in-attribute'],
  ['<a href="javascript:x()">x</a>', 'check/code-in-attribute'],
  ['<a href=" Java&#10;Script:x()">x</a>', 'check/code-in-attribute'],
  ['<meta http-equiv="refresh" content="0; url=javascript:x()">', 'check/code-in-attribute'],
  ['<iframe srcdoc="x"></iframe>', 'check/code-in-attribute'],
])('%s is told, with its place', async (body, code) => {
  const { findings } = await checkPolicies(await builtSite({ 'a.html': page(body) }));
  expect(findings).toMatchObject([{ code, path: 'a.html', line: 4, column: 7 }]);
});

test('a text that speaks of code has none', async () => {
  const body = '<p title="javascript: a language">style="x" onclick="y" &lt;script></p><a href="/javascript:x">x</a>';
  expect(await faults(page(body))).toEqual([]);
});

test('the same fault on many pages is one subject', async () => {
  const { findings } = await checkPolicies(await builtSite({ 'a.html': page(style), 'b.html': page(style) }));
  expect(new Set(findings.map(({ subject }) => subject)).size).toBe(1);
});
