/** A newsroom as a Hugo project: what Broadsheet's speed is compared with. */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { freemem } from 'node:os';
import { dirname, join } from 'node:path';
import type { Peer } from './stock-eleventy.ts';

type Stub = Record<string, string>;

const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * Makes `folder` a Hugo project of the newsroom in `content`; undefined where Hugo is not installed.
 * Stories are copied, as Hugo takes no date without seconds. Days are sections, topics and authors
 * taxonomies; each archive page gets an `_index.md`, since this Hugo makes no page out of data. For
 * changed stories this must be called again. `style` is the `<style>` of its pages. It may have most of
 * the memory there is now: with no limit said, it takes more for 100,000 stories than this machine has.
 */
export function writeHugoSite(folder: string, content: string, style: string): Peer | undefined {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(import.meta.dirname, 'hugo'), folder, { recursive: true });
  writeFileSync(join(folder, 'layouts/partials/style.html'), style);
  cpSync(join(content, 'site.yaml'), join(folder, 'data/site.yaml'));
  cpSync(join(content, 'authors'), join(folder, 'data/people'), { recursive: true });

  const articles = join(content, 'articles');
  const stubs = new Map<string, Stub>();
  for (const path of globSync('*/*/*/*.md', { cwd: articles })) {
    const text = readFileSync(join(articles, path), 'utf8');
    write(join(folder, 'content', path), text.replace(/^date: (\S+) (\S+)$/m, 'date: $1T$2:00Z'));
    for (const [stub, matter] of archivesOf(path, text)) stubs.set(stub, matter);
  }
  for (const id of sectionsOf(readFileSync(join(content, 'site.yaml'), 'utf8'))) {
    stubs.set(id, { title: id, layout: 'front', of: id });
  }
  for (const [path, matter] of stubs) write(join(folder, 'content', path, '_index.md'), frontMatter(matter));
  for (const path of ['sitemaps', 'archive']) {
    write(join(folder, 'content', path, '_index.md'), '---\n_build: {render: never}\n---\n');
  }
  const limit = `GOMEMLIMIT=${Math.floor(0.85 * freemem())}`;
  return { command: ['env', limit, 'hugo', '--quiet'], cwd: folder, out: join(folder, 'public') };
}

/** The archive pages that a story is in, by their folder below `content/`. */
function* archivesOf(path: string, text: string): Generator<[string, Stub]> {
  const [year = '', month = '', day = ''] = path.split('/');
  const monthName = months[Number(month) - 1] ?? '';
  const field = (name: string) => text.match(new RegExp(`^${name}: \\[?(.*?)\\]?$`, 'm'))?.[1]?.split(', ') ?? [];

  const whole = { taxonomy: '', of: '', front: '/' };
  yield [year, { title: year, layout: 'year', year, ...whole }];
  yield [`${year}/${month}`, { title: `${monthName} ${year}`, layout: 'month', month: `${year}-${month}`, ...whole }];
  yield [`${year}/${month}/${day}`, { title: `${Number(day)} ${monthName} ${year}`, layout: 'day' }];
  yield [
    `sitemaps/${year}-${month}`,
    {
      title: `${year}-${month}`,
      layout: 'month-map',
      month: `${year}-${month}`,
      url: `/sitemaps/${year}-${month}.xml`,
    },
  ];
  for (const of of field('section')) {
    const section = { taxonomy: 'sections', of, front: `/${of}/` };
    const title = `${of}, ${monthName} ${year}`;
    yield [`${of}/${year}`, { title: `${of}, ${year}`, layout: 'year', year, ...section }];
    yield [`${of}/${year}/${month}`, { title, layout: 'month', month: `${year}-${month}`, ...section }];
  }
  for (const taxonomy of ['topics', 'authors']) {
    for (const of of field(taxonomy)) {
      const front = `/${taxonomy}/${of}/`;
      const title = `${of}, ${year}`;
      const url = `${front}${year}/`;
      yield [`archive/${taxonomy}-${of}-${year}`, { title, layout: 'story-year', taxonomy, of, front, year, url }];
    }
  }
}

function sectionsOf(siteYaml: string): string[] {
  return [...siteYaml.matchAll(/\{id: ([^,}]+)/g)].map(([, id = '']) => id);
}

/** JSON values are YAML too. */
function frontMatter(matter: Stub): string {
  return `---\n${Object.entries(matter)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('')}---\n`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
