/** What a page’s policy allows: what is on the page, and of that only what may be. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPolicy } from '../../src/content/policy/policy.ts';
import { withPolicy } from '../../src/render/page-policy.ts';

const rules = {
  frames: ['charts.example'],
  scripts: [{ src: 'https://stats.example/s.js?a=1&b=2', hosts: ['data.example'] }],
};

/** What is allowed beyond what every policy says. */
function allowed({ head = '', body = '' }): Record<string, string[]> {
  const page = `<!doctype html>\n<html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
  const [, text = ''] = /^.*<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)">/s.exec(
    withPolicy(page, rules),
  ) ?? [expect.fail('no policy right after the charset')];
  const all = Object.fromEntries([...readPolicy(text)].map(([directive, sources]) => [directive, [...sources]]));
  const { 'default-src': rest, 'base-uri': base, 'form-action': forms, 'connect-src': asked = [], ...others } = all;
  expect([rest, base]).toEqual([["'none'"], ["'none'"]]);
  expect(asked[0]).toBe("'self'"); // a tool asks for robots.txt
  const more = { ...(asked.length > 1 ? { 'connect-src': asked.slice(1) } : {}), ...others };
  return forms?.[0] === "'none'" ? more : { ...more, 'form-action': forms ?? [] };
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const self = ["'self'"];

test.each<[string, { head?: string; body?: string }, Record<string, string[]>]>([
  ['a text', { body: '<p>Scripts: &lt;script> and url(x)</p>' }, {}],
  ['a style', { head: '<style>p{color:red}</style>' }, { 'style-src': [hash('p{color:red}')] }],
  [
    'a style with a picture and a font',
    { head: '<style>@font-face{src:url(/a.woff2)}p{background:url("data:image/png,x")}a{fill:url(#b)}</style>' },
    {
      'style-src': [hash('@font-face{src:url(/a.woff2)}p{background:url("data:image/png,x")}a{fill:url(#b)}')],
      'font-src': self,
      'img-src': ['data:'],
    },
  ],
  ['data for search engines', { head: '<script type="application/ld+json">{"a":"<img src=x>"}</script>' }, {}],
  ['rules', { head: '<script type="speculationrules">{}</script>' }, { 'script-src': [hash('{}')] }],
  ['an inline script', { head: '<script>a()</script>' }, { 'script-src': [hash('a()')] }],
  [
    'code that slipped into the text',
    { body: '<script>a()</script><style>p{}</style><script src="https://x.example/"></script>' },
    {},
  ],
  [
    'sheets and modules that slipped into it',
    { body: '<link rel="stylesheet" href="/a.css"><link rel="modulepreload" href="/a.js">' },
    {},
  ],
  [
    'pictures',
    { body: '<img alt="a > b" src="/a.png" srcset="https://x.example/a.png 1x, /b.png 2x">' },
    { 'img-src': ["'self'", 'https://x.example'].sort() },
  ],
  [
    'a picture of several formats',
    { body: '<picture><source srcset="/a.avif 1x"><img src="/a.png" alt=""></picture>' },
    { 'img-src': self },
  ],
  ['sound', { body: '<audio controls preload="none" src="/a.mp3"></audio>' }, { 'media-src': self }],
  [
    'a film with a poster',
    { body: '<video src="/a.mp4" poster="/a.png"></video>' },
    { 'media-src': self, 'img-src': self },
  ],
  [
    'a frame of a host that may be in one',
    { body: '<iframe src="https://charts.example/1?a=1&amp;b=2"></iframe>' },
    { 'frame-src': ['https://charts.example'] },
  ],
  ['a frame of another', { body: '<iframe src="https://charts.example.stranger.example/"></iframe>' }, {}],
  ['a form', { body: '<form action="https://post.example/a"></form>' }, { 'form-action': ['https://post.example'] }],
  ['a base', { head: '<base href="https://x.example/">' }, {}],
  [
    'an icon',
    { head: '<link rel="icon" href="/favicon.ico"><link rel="canonical" href="https://x.example/">' },
    { 'img-src': self },
  ],
  [
    'a script of the newsroom',
    { head: '<script defer src="/a.js"></script>' },
    { 'script-src': self, 'img-src': self },
  ],
  [
    'a script that names hosts',
    { head: '<script defer src="https://stats.example/s.js?a=1&amp;b=2"></script>' },
    Object.fromEntries(
      ['script-src', 'connect-src', 'img-src'].map((each) => [each, ['https://data.example', 'https://stats.example']]),
    ),
  ],
])('%s', (_, page, expected) => {
  expect(allowed(page)).toEqual(expected);
});

test('what is no page has none', () => {
  for (const text of ['{"items": []}', '<?xml version="1.0"?>\n<rss><head></head></rss>', 'User-agent: *\n'])
    expect(withPolicy(text, rules)).toBe(text);
});

test('a page whose charset is not said has it at the beginning of its head', () => {
  expect(withPolicy('<!doctype html>\n<html><head><title>x</title></head></html>', rules)).toContain(
    '<head><meta http-equiv="Content-Security-Policy"',
  );
});

test('what one site allows is not allowed on the page of another', () => {
  const page =
    '<!doctype html><html><head><meta charset="utf-8"></head><body><iframe src="https://charts.example/"></iframe></body></html>';
  expect(withPolicy(page, rules)).toContain('frame-src https://charts.example');
  expect(withPolicy(page, { ...rules, frames: [] })).not.toContain('charts.example;');
  expect(withPolicy(page, rules)).toContain('frame-src https://charts.example');
});
