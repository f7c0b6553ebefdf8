/**
 * Three rows of ARCHITECTURE.md’s “to change …, open …”: they name each file, and it has the place that is edited. In
 * `npm run test:long` it is done in a copy: what they name is enough, and nothing else is edited.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { runProcess } from '../support/cli.ts';
import { siteIn } from '../support/folder-contents.ts';
import { articleText, authorYaml, projectRoot, siteYaml } from '../support/newsroom.ts';
import { projectCopy, writeFiles } from '../support/project-copy.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';

/** Files that are added, and what is written for what in others. */
type Change = { added: Record<string, string>; edited: Record<string, readonly [text: string, by: string][]> };

/** A line more, after another. */
const after = (line: string, next: string): [string, string] => [`${line}\n`, `${line}\n${next}\n`];

const changes: Record<string, Change> = {
  'list articles by something new': {
    added: {
      'src/content/listings/city.ts': `/** The stories of a city. */
import { idFrom } from '../names.ts';
import type { ListingWithFront } from './listing.ts';

export const city: ListingWithFront = {
  name: 'city',
  idsOf: ({ place }) => (place === undefined ? [] : [idFrom(place)]),
  spans: ['whole', 'year', 'month'],
  front: { folder: 'cities', ids: 'named', feeds: ['rss', 'json'], title: { one: 'City', all: 'Cities' } },
};
`,
    },
    edited: {
      'src/content/listings/listings.ts': [
        after("import { author } from './author.ts';", "import { city } from './city.ts';"),
        ['section, topic,', 'section, topic, city,'],
      ],
    },
  },
  'add a kind of page': {
    added: {
      'src/routes/colophon.ts': `/** \`/feeds/colophon/\`: what the site is made with. */
import { all } from '../content/listings/all.ts';
import { feedsUrl } from '../content/urls.ts';
import { inEachLanguage, isWholeOf, type Kind, type PageHead, pageHead } from './kind.ts';

export const colophon: Kind<'colophon', PageHead> = {
  name: 'colophon',
  always: (site) => inEachLanguage(all, site),
  url: (place, site) => (isWholeOf(all, place) ? \`\${feedsUrl(place.scope.language, site)}colophon/\` : undefined),
  props: (queries, { scope }, site) =>
    pageHead(queries, site, scope.language, (each) => \`\${feedsUrl(each, site)}colophon/\`),
};
`,
      'layouts/pages/colophon.tsx': `/** What the site is made with. */
import type { Site } from '../../src/content/site.ts';
import type { PageHead } from '../../src/routes/kind.ts';
import { Document } from '../components/document.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { hereIn } from '../here.ts';

export function Colophon({ site, ...page }: PageHead & { site: Site }) {
  const here = hereIn(page.language, site);
  return (
    <Document here={here} page={page} style="page" title="Colophon" description="What this site is made with.">
      <PageTitle label={here.words.about} title="Colophon" />
    </Document>
  );
}
`,
    },
    edited: {
      'src/routes/kinds.ts': [
        after("import { corrections } from './corrections.ts';", "import { colophon } from './colophon.ts';"),
        after('  corrections,', '  colophon,'),
      ],
      'layouts/layouts.tsx': [
        after(
          "import { AuthorFront } from './pages/author-front.tsx';",
          "import { Colophon } from './pages/colophon.tsx';",
        ),
        after("  'feeds-page': pageOf('feeds-page', FeedsPage),", "  colophon: pageOf('colophon', Colophon),"),
      ],
    },
  },
  'add a feed format': {
    added: {
      'src/routes/feed-text.ts': `/** \`feed.txt\`: headlines as plain text. */
import { feedKind } from './feeds.ts';

export const feedText = feedKind('text');
`,
      'layouts/feeds/text.ts': `/** A feed as plain text: a headline and an address a line. */
import type { Feed } from './feed.ts';

export function textFeed({ entries }: Feed): string {
  return entries.map(({ title, url }) => \`\${title} \${url}\\n\`).join('');
}
`,
    },
    edited: {
      'src/routes/kinds.ts': [
        after("import { feedRss } from './feed-rss.ts';", "import { feedText } from './feed-text.ts';"),
        after('  feedJson,', '  feedText,'),
      ],
      'src/content/own-addresses.ts': [["json: 'feed.json'", "json: 'feed.json', text: 'feed.txt'"]],
      'src/content/listings/all.ts': [["'json']", "'json', 'text']"]],
      'layouts/feed-names.ts': [["json: 'JSON Feed'", "json: 'JSON Feed', text: 'Text'"]],
      'layouts/layouts.tsx': [
        after("import { rssFeed } from './feeds/rss.ts';", "import { textFeed } from './feeds/text.ts';"),
        after(
          "  'feed-json': (props, site) => jsonFeed(feedOf(props, site), site),",
          "  'feed-text': (props, site) => textFeed(feedOf(props, site)),",
        ),
      ],
      'layouts/components/head.tsx': [after("  json: 'application/feed+json',", "  text: 'text/plain',")],
    },
  },
};

function edited(root: string, path: string, pairs: Change['edited'][string]): string {
  return pairs.reduce(
    (text, [before, after]) => {
      expect(text.split(before), `${path}: ${before}`).toHaveLength(2);
      return text.replace(before, after);
    },
    readFileSync(join(root, path), 'utf8'),
  );
}

/** The second cell of the row that begins so. */
function rowOf(change: string): string {
  const rows = readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8').split('\n');
  return rows.find((row) => row.startsWith(`| ${change}`)) ?? expect.fail(`ARCHITECTURE.md has no row “${change}”`);
}

test.each(Object.entries(changes))(
  'the row “%s” names each file, and it has what is edited',
  (name, { added, edited: others }) => {
    const row = rowOf(name);
    for (const [path, pairs] of Object.entries(others)) {
      expect(row).toContain(basename(path));
      expect(edited(projectRoot, path, pairs)).not.toBe(readFileSync(join(projectRoot, path), 'utf8'));
    }
    for (const path of Object.keys(added)) expect(row).toContain(`\`${path.slice(0, path.lastIndexOf('/') + 1)}`);
  },
);

if (isLong)
  test('done in a copy, all three hold by their types, and are there', async () => {
    const root = projectCopy({
      'content/site.yaml': siteYaml,
      'content/authors/desk.yaml': authorYaml,
      'content/articles/2015/11/26/a.md': articleText({ place: 'Porto' }, 'More [from Porto](/cities/porto/).'),
    });
    for (const { added, edited: others } of Object.values(changes)) {
      writeFiles(root, added);
      for (const [path, pairs] of Object.entries(others)) writeFiles(root, { [path]: edited(root, path, pairs) });
    }
    const tsc = join(projectRoot, 'node_modules/typescript/bin/tsc');
    expect(await runProcess(process.execPath, [tsc, '-p', '.'], { cwd: root })).toMatchObject({ code: 0, stdout: '' });
    const built = await runProcess(process.execPath, ['src/cli.js', 'build'], { cwd: root });
    expect(built).toMatchObject({ code: 0, stderr: '' });
    const site = siteIn(join(root, 'dist'));
    expect(Object.keys(site)).toEqual(
      expect.arrayContaining([
        'cities/index.html',
        'cities/porto/index.html',
        'cities/porto/2015/index.html',
        'cities/porto/2015/11/index.html',
        'cities/porto/feed.xml',
        'cities/porto/feed.json',
        'sitemaps/cities-en.xml',
        'feeds/colophon/index.html',
        'feed.txt',
      ]),
    );
    expect(Object.keys(site)).not.toContain('cities/porto/feed.atom');
    expect(String(site['index.html'])).toContain('<a href="/cities/">Cities</a>');
    expect(String(site['cities/porto/index.html'])).toMatch(/<h1[^>]*>Porto<\/h1>/);
    // Of one story search engines are told by itself: the listing's own sitemap is named with the third.
    expect(String(site['cities/porto/index.html'])).toContain('content="noindex, follow"');
    expect(String(site['feed.txt'])).toMatch(/^A .* https:\/\/.*\/2015\/11\/26\/a\/\n$/);
  });
