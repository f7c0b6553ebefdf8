/**
 * What `check` says of a site is done, to the letter: then nothing is left to say. What only a build can mend is done in
 * `thirty-sabotages-are-caught.test.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/check/finding.ts';
import { refuseEmptyLook } from '../../src/check/looked-at.ts';
import { WholeSite } from '../../src/check/whole-site.ts';
import { withPolicy } from '../../src/render/page-policy.ts';
import { expectSentences } from '../content/written.ts';
import { projectRoot } from '../support/newsroom.ts';
import { png } from '../support/pictures.ts';
import { checkLinks, checkPolicies } from './gates.ts';
import { builtSite, cleanSite, type Files, indexed, page } from './site-folder.ts';

/** What the gates say that need neither a catalog nor a crawler. */
async function judge(files: Files): Promise<Finding[]> {
  const site = await builtSite(files);
  const whole = new WholeSite();
  const links = checkLinks(site, (file) => whole.add(file));
  const policies = checkPolicies(site);
  return [
    ...refuseEmptyLook(links.looked),
    ...links.findings,
    ...policies.findings,
    ...whole.judge(() => false).findings,
  ];
}

/** The clean site with other files; undefined for one that is not there. */
function having(files: Record<string, string | Uint8Array | undefined>): Files {
  const all = Object.entries({ ...cleanSite, ...files });
  return Object.fromEntries(all.filter((each): each is [string, string | Uint8Array] => each[1] !== undefined));
}

const world = 'world/index.html';
const withWorld = (more: string, head = '') => ({
  [world]: indexed('World', `<h1 id="latest">World</h1>${more}`, head),
});
/** A page as a layout wrote it. */
const laidOut = (text: string) => ({ 'a.html': withPolicy(text, { frames: ['charts.example'], scripts }) });
const scripts = [{ src: '/stat.js', hosts: [] }];
const bare = (head: string, body = '') =>
  `<!doctype html>\n<html lang="en"><head>${head}<title>A</title><meta name="robots" content="noindex"></head><body>${body}</body></html>\n`;
const start = '<meta charset="utf-8">';
const style = '<style>p{color:red}</style>';
const described = (of: string) => `<meta name="description" content="${of}">`;
const fresh = { 'a.html': page('') };

type Written = Record<string, string | Uint8Array | undefined>;

/** What is wrong, and each way of the remedy: its words, and the files as they then are. */
const cases: [code: string, what: string, Written, ...ways: [says: string, Written][]][] = [
  [
    'check/broken-link',
    'a page that is not there',
    withWorld('<a href="/abuot/">x</a>'),
    ['Correct the address', { ...withWorld('<a href="/about/">x</a>'), 'about/index.html': indexed('About', 'x') }],
    ['remove the link', withWorld('x')],
    ['or write the page', { 'abuot/index.html': indexed('About', 'x') }],
  ],
  [
    'check/broken-link',
    'an address that is none',
    withWorld('<a href="https://[/">x</a>'),
    ['Write a path of the site', withWorld('<a href="/">x</a>')],
    ['or a whole URL', withWorld('<a href="https://x.example/">x</a>')],
  ],
  [
    'check/missing-asset',
    'a picture that is not there',
    withWorld('<img src="/logo.png" alt="Us">'),
    ['Correct the address', withWorld('<img src="/assets/a.jpg" alt="Us">')],
    ['put the file into public/, under the path that the address has', { 'logo.png': png }],
  ],
  [
    'check/missing-slash',
    'no slash',
    withWorld('<a href="/world">x</a>'),
    ['Write “/world/”', withWorld('<a href="/world/">x</a>')],
  ],
  [
    'check/broken-fragment',
    'no such id',
    withWorld('<a href="#newest">x</a>'),
    ['Name an id that the page has', withWorld('<a href="#latest">x</a>')],
    ['or link to the page without a fragment', withWorld('<a href="/world/">x</a>')],
  ],
  [
    'check/not-absolute',
    'a path where programs read it',
    withWorld('', '<meta property="og:url" content="/world/">'),
    [
      'beginning with “https://news.example/”',
      withWorld('', '<meta property="og:url" content="https://news.example/world/">'),
    ],
  ],
  [
    'check/another-site',
    'a test host',
    withWorld('', '<link rel="canonical" href="https://test.example/world/">'),
    ['Correct the address', withWorld('', '<link rel="canonical" href="https://news.example/world/">')],
  ],
  [
    'check/another-page',
    'the address of the front page',
    withWorld('', '<link rel="canonical" href="https://news.example/">'),
    [
      'correct the layout: the address is that of the page itself',
      withWorld('', '<link rel="canonical" href="https://news.example/world/">'),
    ],
  ],
  [
    'check/duplicate-id',
    'an id twice',
    withWorld('<p id="latest">x</p>'),
    ['Give each element an id of its own', withWorld('<p id="later">x</p>')],
  ],
  [
    'check/no-policy',
    'no head',
    laidOut('<!doctype html>\n<title>A</title><meta name="robots" content="noindex">'),
    ['begins with <!doctype html> and has a <head>', laidOut(bare(start))],
  ],
  [
    'check/two-policies',
    'a policy in the layout',
    laidOut(bare(`${start}<meta http-equiv="Content-Security-Policy" content="img-src 'self'">`)),
    ['Take the policy out of the layout', laidOut(bare(start))],
  ],
  [
    'check/late-policy',
    'a style before the charset',
    laidOut(bare(`${style}${start}`)),
    ['begin the head with <meta charset="utf-8">', laidOut(bare(`${start}${style}`))],
  ],
  [
    'check/style-attribute',
    'a style in an attribute',
    laidOut(bare(start, '<p style="color:red">x</p>')),
    ['Give the element a class', laidOut(bare(`${start}${style}`, '<p class="red">x</p>'))],
  ],
  [
    'check/code-in-attribute',
    'code in an attribute',
    laidOut(bare(start, '<p onclick="x()">x</p>')),
    ['Remove the attribute', laidOut(bare(start, '<p>x</p>'))],
    [
      'A script is a file of public/ that scripts: in site.yaml names',
      { ...laidOut(bare(`${start}<script defer src="/stat.js"></script>`, '<p>x</p>')), 'stat.js': 'count();' },
    ],
  ],
  [
    'check/refused',
    'a style in the text',
    laidOut(bare(start, style)),
    ['or let the layout put it into the head', laidOut(bare(`${start}${style}`))],
  ],
  [
    'check/refused',
    'a script in the text',
    laidOut(bare(start, '<script>count();</script>')),
    [
      'Make the script a file of public/',
      { ...laidOut(bare(`${start}<script defer src="/stat.js"></script>`)), 'stat.js': 'count();' },
    ],
  ],
  [
    'check/refused',
    'a frame of another host',
    laidOut(bare(start, '<iframe src="https://maps.example/1" title="A map"></iframe>')),
    ['or remove the frame', laidOut(bare(start))],
    [
      'Name its host in frames: of site.yaml',
      {
        'a.html': withPolicy(bare(start, '<iframe src="https://maps.example/1" title="A map"></iframe>'), {
          frames: ['maps.example'],
          scripts,
        }),
      },
    ],
  ],
  [
    'check/refused',
    'a base address',
    laidOut(bare(`${start}<base href="https://x.example/">`)),
    ['Remove the <base> element', laidOut(bare(start))],
  ],
  [
    'check/unused-policy',
    'a host too many',
    { 'a.html': page('').replace('form-action', 'img-src https://x.example;form-action') },
    ['Build it again with --all', fresh],
  ],
  [
    'check/open-policy',
    'a directive too few',
    { 'a.html': page('').replace(/form-action 'none';?/, '') },
    ['Build it again with --all', fresh],
  ],
  [
    'check/same-title',
    'two pages of one title',
    { [world]: indexed('Front', '<h1 id="latest">World</h1>') },
    ['Give one of them another title', withWorld('')],
  ],
  [
    'check/same-description',
    'two pages of one description',
    {
      'index.html': indexed('Front', '<a href="/world/">World</a>', described('News.')),
      ...withWorld('', described('News.')),
    },
    ['Say in the summary of each', withWorld('', described('News of the world.'))],
  ],
  [
    'check/unreached',
    'a page that nobody links to',
    { 'lost/index.html': indexed('Lost', 'x') },
    ['Link to /lost/ from a story', withWorld('<a href="/lost/">x</a>')],
    ['write “noindex: true” in its file', { 'lost/index.html': page('x') }],
  ],
  [
    'check/listed-in-vain',
    'a page in a sitemap that is not for search',
    { [world]: page('<h1 id="latest">World</h1>') },
    ['correct the layout of the page', withWorld('')],
    ['or what lists it', { 'sitemap.xml': cleanSite['sitemap.xml']?.toString().replace('world/', '') }],
  ],
  [
    'check/looked-at-nothing',
    'an empty folder',
    Object.fromEntries(Object.keys(cleanSite).map((path) => [path, undefined])),
    ['Build the site first', cleanSite],
  ],
  ['check/unreadable', 'a feed that is none', { 'feed.xml': '<rss>' }, ['Build it again', { 'feed.xml': '<rss/>' }]],
];

describe('what check says is done, and nothing is left to say', () => {
  test.each(cases)('%s: %s', async (code, _, files, ...ways) => {
    const found = await judge(having(files));
    expect([...new Set(found.map((each) => each.code))]).toEqual([code]);
    for (const each of found) expectSentences(each);
    for (const [says, mended] of ways) {
      expect(found.map(({ fix }) => fix).join('\n')).toContain(says);
      expect([says, await judge(having({ ...files, ...mended }))]).toEqual([says, []]);
    }
  });
});

/** Whose remedy is a build, and where that is done. */
const byBuilding: Record<string, string[]> = {
  'acceptance/thirty-sabotages-are-caught.test.ts': [
    'another-build',
    'empty-sitemap',
    'missing-file',
    'not-a-picture',
    'stray-file',
    'unfinished',
    'unpublished-address',
    'unpublished-file',
    'unpublished-headline',
  ],
  'acceptance/a-change-is-published-without-the-old-site.test.ts': ['not-at-hand', 'partial-site'],
};

/** What is to be corrected is for html-validate, linkinator or another site to say. */
const saidByOthers = ['html', 'linkinator', 'external-dead', 'external-moved'];

test('every code of check is followed', () => {
  const folder = join(projectRoot, 'src/check');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.ts'));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const all = texts.flatMap((text) =>
    [...text.matchAll(/code: ['`]check\/([a-z-]+)['$]/g)].map(([, code = '']) => code),
  );
  const followed = cases.map(([code]) => code.replace('check/', '')).filter((code) => !code.startsWith('same-'));
  const named = [...followed, ...Object.values(byBuilding).flat(), ...saidByOthers, 'same-'];
  expect([...new Set(named)].sort()).toEqual([...new Set(all)].sort());
});
