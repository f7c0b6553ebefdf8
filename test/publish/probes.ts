/** What readers, feed readers, browsers and strangers ask of a site, and the right answers. */
import type { Answered, Asked } from './nginx-server.ts';

/** Headers by name: a text they are, a pattern they match, or null where they may not be. */
type Headers = Record<string, string | RegExp | null>;

export type Probe = Asked & { what: string; status: number; has?: Headers; body?: RegExp };

const html = 'text/html; charset=utf-8';
const year = 'public, max-age=31536000, immutable';
const brotli = { 'accept-encoding': 'gzip, deflate, br' };

function led(what: string, path: string, to: string, more: Partial<Probe> = {}): Probe {
  return { what, path, status: 301, has: { location: to }, ...more };
}

function missing(what: string, path: string, more: Partial<Probe> = {}): Probe {
  return { what, path, status: 404, has: { 'content-type': html, 'cache-control': 'no-cache' }, ...more };
}

/** `picture` is the address of one, `etag` that of a story as nginx makes it, of when its file was written and its size. */
export function probesOf({ picture, etag }: { picture: string; etag: string }): Probe[] {
  return [
    ...pages(etag),
    ...oldAddresses,
    ...onceOnly,
    ...notThere,
    ...packed,
    ...headerProbes(picture),
    ...filesProbes(picture),
  ];
}

const pages = (etag: string): Probe[] => [
  { what: 'front page', path: '/', status: 200, has: { 'content-type': html }, body: /The Courier/ },
  { what: 'front page in Russian', path: '/ru/', status: 200, body: /Курьер/ },
  { what: 'story', path: '/2015/11/26/a/', status: 200, has: { 'content-type': html, etag: /./ }, body: /Alpha/ },
  { what: 'story with somebody’s query', path: '/2015/11/26/a/?utm_source=x', status: 200, body: /Alpha/ },
  {
    what: 'head of a story',
    method: 'HEAD',
    path: '/2015/11/26/a/',
    status: 200,
    has: { 'content-type': html },
    body: /^$/,
  },
  { what: 'story known already', path: '/2015/11/26/a/', headers: { 'if-none-match': etag }, status: 304, body: /^$/ },
  {
    what: 'which edition it is',
    path: '/edition.json',
    status: 200,
    has: { 'content-type': /^application\/json/, 'cache-control': 'no-cache' },
  },
  { what: 'posting to a story', method: 'POST', path: '/2015/11/26/a/', status: 405, has: { allow: 'GET, HEAD' } },
  { what: 'posting to nothing', method: 'POST', path: '/nothing/', status: 405 },
  { what: 'posting to an old address', method: 'POST', path: '/old/', status: 405 },
  { what: 'deleting a story', method: 'DELETE', path: '/2015/11/26/a/', status: 405 },
  { what: 'asking for options', method: 'OPTIONS', path: '/', status: 405 },
  {
    what: 'withdrawn story',
    path: '/2015/11/24/w/',
    status: 410,
    has: { 'content-type': html, 'cache-control': 'no-cache' },
    body: /It was not true/,
  },
  { what: 'withdrawn story without its last /', path: '/2015/11/24/w', status: 410, body: /It was not true/ },
  { what: 'head of a withdrawn story', method: 'HEAD', path: '/2015/11/24/w/', status: 410, body: /^$/ },
  {
    what: 'withdrawn story, packed',
    path: '/2015/11/24/w/',
    headers: brotli,
    status: 410,
    has: { 'content-encoding': 'br' },
  },
  missing('the file of a withdrawal', '/2015/11/24/w/gone.html'),
  missing('the packed file of a withdrawal', '/2015/11/24/w/gone.html.br'),
];

const oldAddresses: Probe[] = [
  led('old address', '/old/', '/2015/11/26/a/'),
  led('old address without its last /', '/old', '/2015/11/26/a/'),
  led('old address with index.html', '/old/index.html', '/2015/11/26/a/'),
  led('old address with somebody’s query', '/old/?utm_source=x', '/2015/11/26/a/?utm_source=x'),
  led('old address of a program', '/story.php', '/2015/11/26/a/'),
  led('old file', '/story.html', '/2015/11/26/a/'),
  led('old address with a query', '/?p=123', '/2015/11/26/a/'),
  led('the same query in another case', '/?id=aB', '/2015/11/25/b/'),
  led('and in this one', '/?id=Ab', '/2015/11/26/a/'),
  led('old address in Cyrillic', encodeURI('/новости/привет/'), '/2015/11/26/a/'),
  led('the same in small digits', encodeURI('/новости/привет/').toLowerCase(), '/2015/11/26/a/'),
  led('old address that is no UTF-8', '/%E9t%E9/', '/2015/11/26/a/'),
  led('old address with signs of nginx’s own', '/a%22%5B$b;%7B/', '/2015/11/26/a/'),
  led('old address of a section, in Russian', '/ru/planet/', '/ru/world/'),
  led('list that has emptied', '/topics/ferry/', '/topics/'),
  led('its feed', '/topics/ferry/feed.xml', '/feed.xml'),
  led('day that has emptied', '/2015/11/23', '/2015/11/'),
  led('old host', '/2015/11/26/a/?x=1', 'https://courier.example/2015/11/26/a/?x=1', {
    headers: { host: 'old.example' },
  }),
];

const onceOnly: Probe[] = [
  led('story without its last /', '/2015/11/26/a', '/2015/11/26/a/'),
  led('the same with a query', '/2015/11/26/a?x=1', '/2015/11/26/a/?x=1'),
  led('story with index.html', '/2015/11/26/a/index.html', '/2015/11/26/a/'),
  led('front page with index.html', '/index.html', '/'),
  led('two slashes', '//2015/11/26/a/', '/2015/11/26/a/'),
  led('two slashes inside', '/2015//11/26/a/?x=//', '/2015/11/26/a/?x=//'),
  led('an encoded slash too many', '/2015/%2f11/26/a/', '/2015/11/26/a/'),
  led('two slashes and index.html', '//2015/11/26/a/index.html', '/2015/11/26/a/index.html'),
  { what: 'another host by slashes', path: '//evil.example/%2e%2e', status: 301, has: { location: /^\/(?![/\\])/ } },
  missing('index.html in another spelling', '/2015/11/26/a/index%2Ehtml'),
  led('another host by an encoded slash', '/%2Fevil.example/', '/evil.example/'),
  missing('another host by a backslash', '//%5Cevil.example/index.html'),
  {
    what: 'a header by line ends',
    path: '//a%0d%0aX-Evil:%201/',
    status: 301,
    has: { 'x-evil': null, location: /%0D%0A/i },
  },
];

const notThere: Probe[] = [
  missing('nothing there', '/nothing/', { body: /<html lang="en"/ }),
  missing('nothing there, a file', '/nothing.pdf'),
  missing('nothing there, with line ends', '/a%0d%0ab'),
  missing('nothing there, in Russian', '/ru/nothing/', { body: /<html lang="ru"/ }),
  missing('nothing there, a language', '/run/', { body: /<html lang="en"/ }),
  missing('nothing there, packed', '/nothing/', {
    headers: brotli,
    has: { 'content-encoding': 'br', 'content-type': html },
  }),
  missing('the page for what is not there', '/404.html'),
  missing('the same in Russian', '/ru/404.html'),
  missing('folder of pictures', '/assets/'),
  missing('folder of pictures without its last /', '/assets'),
  missing('folder without a page', '/sitemaps/'),
  missing('folder of files', '/files/'),
  missing('hidden file', '/.git/config'),
  missing('hidden file below', '/files/.htpasswd'),
  { what: 'file of the well-known folder', path: '/.well-known/security.txt', status: 200, body: /Contact/ },
  missing('file above', '/../target.sqlite', { status: 400, has: {} }),
  missing('file above, encoded', '/%2e%2e/target.sqlite', { status: 400, has: {} }),
  missing('story as a file', '/2015/11/26/a/index.html/'),
  missing('feed as a folder', '/feed.xml/'),
];

const packed: Probe[] = [
  {
    what: 'brotli',
    path: '/2015/11/26/a/',
    headers: brotli,
    status: 200,
    has: { 'content-encoding': 'br', vary: 'Accept-Encoding', 'content-type': html },
  },
  {
    what: 'brotli refused',
    path: '/',
    headers: { 'accept-encoding': 'br;q=0, gzip' },
    status: 200,
    has: { 'content-encoding': 'gzip', vary: 'Accept-Encoding' },
  },
  {
    what: 'brotli refused in more digits',
    path: '/',
    headers: { 'accept-encoding': 'br; q=0.000' },
    status: 200,
    has: { 'content-encoding': null },
  },
  {
    what: 'brotli last',
    path: '/',
    headers: { 'accept-encoding': 'gzip;q=1.0, br;q=0.5' },
    status: 200,
    has: { 'content-encoding': 'br' },
  },
  {
    what: 'something like brotli',
    path: '/',
    headers: { 'accept-encoding': 'xbr, brx' },
    status: 200,
    has: { 'content-encoding': null },
  },
  {
    what: 'gzip',
    path: '/2015/11/26/a/',
    headers: { 'accept-encoding': 'gzip' },
    status: 200,
    has: { 'content-encoding': 'gzip', vary: 'Accept-Encoding', etag: /^"/ },
  },
  {
    what: 'gzip by a proxy',
    path: '/2015/11/26/a/',
    headers: { 'accept-encoding': 'gzip', via: '1.1 p' },
    status: 200,
    has: { 'content-encoding': 'gzip' },
  },
  {
    what: 'nothing packed',
    path: '/2015/11/26/a/',
    status: 200,
    has: { 'content-encoding': null, vary: 'Accept-Encoding' },
  },
  {
    what: 'feed in brotli',
    path: '/feed.xml',
    headers: brotli,
    status: 200,
    has: { 'content-encoding': 'br', 'content-type': /^application\/rss\+xml/ },
  },
  missing('packed file by its name', '/index.html.gz'),
  missing('the same in brotli', '/index.html.br'),
  missing('mark of an old address', '/old/index.html.moved'),
];

const headerProbes = (picture: string): Probe[] => [
  {
    what: 'page: headers',
    path: '/2015/11/26/a/',
    status: 200,
    has: {
      'strict-transport-security': 'max-age=15768000',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'access-control-allow-origin': null,
      'cache-control': 'no-cache',
      server: 'nginx',
    },
  },
  {
    what: 'not there: headers',
    path: '/nothing/',
    status: 404,
    has: { 'x-content-type-options': 'nosniff', 'content-security-policy': "frame-ancestors 'none'" },
  },
  {
    what: 'moved: headers',
    path: '/old/',
    status: 301,
    has: { 'strict-transport-security': /./, 'cache-control': 'max-age=3600' },
  },
  {
    what: 'RSS',
    path: '/feed.xml',
    status: 200,
    has: {
      'content-type': 'application/rss+xml; charset=utf-8',
      'access-control-allow-origin': '*',
      'content-security-policy': null,
      'cross-origin-resource-policy': null,
      'cache-control': 'max-age=300',
      'x-content-type-options': 'nosniff',
    },
  },
  {
    what: 'Atom',
    path: '/feed.atom',
    status: 200,
    has: { 'content-type': 'application/atom+xml; charset=utf-8', 'access-control-allow-origin': '*' },
  },
  {
    what: 'JSON Feed',
    path: '/feed.json',
    status: 200,
    has: { 'content-type': 'application/feed+json', 'access-control-allow-origin': '*' },
  },
  {
    what: 'sitemap',
    path: '/sitemap.xml',
    status: 200,
    has: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'max-age=300' },
  },
  { what: 'robots.txt', path: '/robots.txt', status: 200, has: { 'content-type': 'text/plain; charset=utf-8' } },
  {
    what: 'picture',
    path: picture,
    status: 200,
    has: {
      'content-type': /^image\//,
      'cache-control': year,
      'cross-origin-resource-policy': null,
      'content-security-policy': null,
    },
  },
  { what: 'icon', path: '/favicon.ico', status: 200, has: { 'cache-control': 'max-age=86400' } },
  {
    what: 'Atom in brotli',
    path: '/feed.atom',
    headers: brotli,
    status: 200,
    has: { 'content-encoding': 'br', 'content-type': /^application\/atom\+xml/ },
  },
  { what: 'picture that is not there', path: '/assets/nothing.jpg', status: 404, has: { 'cache-control': 'no-cache' } },
];

const filesProbes = (picture: string): Probe[] => [
  {
    what: 'document',
    path: '/2015/11/26/a/report.pdf',
    status: 200,
    has: { 'content-type': 'application/pdf', 'content-security-policy': null, 'cache-control': 'no-cache' },
  },
  {
    what: 'sound',
    path: '/2015/11/26/a/talk.mp3',
    status: 200,
    has: { 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes' },
  },
  {
    what: 'part of a sound',
    path: '/2015/11/26/a/talk.mp3',
    headers: { range: 'bytes=2-5' },
    status: 206,
    has: { 'content-range': 'bytes 2-5/10' },
    body: /^2345$/,
  },
  { what: 'part that there is not', path: '/2015/11/26/a/talk.mp3', headers: { range: 'bytes=20-' }, status: 416 },
  {
    what: 'part of a picture',
    path: picture,
    headers: { range: 'bytes=900000-' },
    status: 200,
    has: { 'cache-control': year },
  },
  {
    what: 'file that was packed by its owner',
    path: '/files/data.csv.gz',
    status: 200,
    has: { 'content-type': 'application/gzip', 'content-encoding': null },
  },
  {
    what: 'page of the newsroom’s own',
    path: '/files/own.html',
    status: 200,
    has: { 'content-type': html, 'content-security-policy': "frame-ancestors 'none'" },
  },
];

/** In what an answer is not right. */
export function faultsOf({ status, has = {}, body }: Probe, answer: Answered): string[] {
  const faults = answer.status === status ? [] : [`${answer.status} in place of ${status}`];
  for (const [name, wanted] of Object.entries(has)) {
    const value = answer.headers[name]?.toString();
    const isRight =
      wanted === null
        ? value === undefined
        : value !== undefined && (typeof wanted === 'string' ? value === wanted : wanted.test(value));
    if (!isRight) faults.push(`${name}: ${value ?? 'none'} in place of ${wanted ?? 'none'}`);
  }
  if (body && !body.test(answer.body.toString()))
    faults.push(`${answer.body.toString().slice(0, 60)} in place of ${body}`);
  return faults;
}
