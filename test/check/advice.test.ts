/** Other causes and other ways than those that `explain` shows: what `check` says of a site is done, to the letter, and nothing is left to say. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/check/finding.ts';
import { refuseEmptyLook } from '../../src/check/looked-at.ts';
import { WholeSite } from '../../src/check/whole-site.ts';
import { withPolicy } from '../../src/render/page-policy.ts';
import { expectSentences } from '../content/written.ts';
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
    'a base address',
    laidOut(bare(`${start}<base href="https://x.example/">`)),
    ['Remove the <base> element', laidOut(bare(start))],
  ],
  [
    'check/listed-in-vain',
    'a page in a sitemap that is not for search',
    { [world]: page('<h1 id="latest">World</h1>') },
    ['correct the layout of the page', withWorld('')],
    ['or what lists it', { 'sitemap.xml': cleanSite['sitemap.xml']?.toString().replace('world/', '') }],
  ],
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
