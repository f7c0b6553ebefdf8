/**
 * A small paper is lived through five years, a commit after the other: people leave, names change, sections merge, a language
 * and a time zone come, the host moves, stories are renamed, moved, corrected, withdrawn and deleted. Whoever kept an
 * address finds something there, whoever reads a feed gets nothing twice, and no date moves without meaning.
 */
import { expect, test } from 'vitest';
import { articleText, instant, newsroom, treeOf } from '../support/newsroom.ts';

type Fields = Record<string, unknown> & { date: string };
type Paper = { site: Record<string, unknown>; stories: Map<string, Fields>; files: Map<string, string> };

const section = (id: string, more: object = {}) => ({ id, title: id, ...more });
const topic = (name: string, more = '') => `---\nname: ${name}\n${more}---\n`;

/** What people do to the paper, in the order of years; each is a commit. */
const life: [day: string, what: string, change: (paper: Paper) => void][] = [];

function does(day: string, what: string, change: (paper: Paper) => void): void {
  life.push([day, what, change]);
}

function writes(day: string, slug: string, fields: object): void {
  does(day, `${slug} appears`, ({ stories }) => {
    stories.set(`${day.replaceAll('-', '/')}/${slug}`, {
      title: slug,
      date: `${day} 10:00`,
      authors: ['ann'],
      section: 'city',
      ...fields,
    } as Fields);
  });
}

function edits(day: string, story: string, what: string, change: (fields: Fields, paper: Paper) => void): void {
  does(day, `${story} ${what}`, (paper) => {
    const fields = structuredClone(paper.stories.get(story) as Fields);
    paper.stories.set(story, fields);
    change(fields, paper);
  });
}

/** To another day or slug, as the Problems of a renamed story ask for it. */
function moves(day: string, from: string, to: string): void {
  edits(day, from, `moves to ${to}`, (fields, { stories }) => {
    stories.delete(from);
    const redirectFrom = [...((fields.redirectFrom as string[] | undefined) ?? []), `/${from}/`];
    const date = `${to.slice(0, 10).replaceAll('/', '-')} 10:00`;
    stories.set(to, { ...fields, date, redirectFrom, id: fields.id ?? `/${from}/` });
  });
}

for (const [n, month] of ['01', '03', '05', '07', '09', '11'].entries())
  writes(`2011-${month}-10`, `first-${n}`, {
    topics: ['harbour', 'ships'],
    section: n % 2 ? 'city' : 'sea',
    authors: [n % 2 ? 'ann' : 'bob'],
  });
moves('2011-11-20', '2011/01/10/first-0', '2011/01/10/lighthouse');
edits('2011-11-21', '2011/03/10/first-1', 'is corrected', (fields) => {
  fields.corrections = [{ date: '2011-11-21', text: 'It was March.' }];
});
for (const [n, month] of ['02', '04', '06', '08', '10'].entries())
  writes(`2012-${month}-11`, `second-${n}`, { topics: ['ships', 'fish'], authors: ['bob'], series: 'boats' });
does('2012-10-12', 'Ann marries', ({ stories, files }) => {
  files.delete('authors/ann.yaml');
  files.set('authors/ann-lee.yaml', 'name: Ann Lee\nredirectFrom: [/authors/ann/]\n');
  for (const [path, fields] of stories)
    stories.set(path, {
      ...fields,
      authors: (fields.authors as string[]).map((id) => (id === 'ann' ? 'ann-lee' : id)),
    });
});
does('2012-11-01', 'fish becomes fishing', ({ stories, files }) => {
  files.set('topics/fishing.md', topic('Fishing', 'redirectFrom: [/topics/fish/]\n'));
  for (const [path, fields] of stories)
    stories.set(path, { ...fields, topics: (fields.topics as string[]).map((id) => (id === 'fish' ? 'fishing' : id)) });
});
moves('2012-11-02', '2012/02/11/second-0', '2012/02/12/second-0');
edits('2012-11-03', '2011/03/10/first-1', 'is corrected again', (fields) => {
  fields.corrections = [{ date: '2012-11-03', text: 'It was wet.' }, ...(fields.corrections as object[])];
});
does('2013-01-01', 'Bob leaves', ({ files }) => files.set('authors/bob.yaml', 'name: Bob\nleft: 2013-01-01\n'));
does('2013-02-01', 'a language comes', ({ site, stories }) => {
  site.languages = ['en', 'pt'];
  stories.set('2012/04/11/second-1.pt', { ...(stories.get('2012/04/11/second-1') as Fields), title: 'segundo' });
});
for (const [n, month] of ['03', '05', '07', '09'].entries())
  writes(`2013-${month}-12`, `third-${n}`, { topics: ['harbour'], authors: ['ann-lee'], section: 'sea' });
does('2013-10-01', 'the sea becomes the coast', ({ site, stories }) => {
  site.sections = [section('city'), section('coast', { redirectFrom: ['/sea/'] })];
  for (const [path, fields] of stories)
    if (fields.section === 'sea') stories.set(path, { ...fields, section: 'coast' });
});
edits('2013-10-02', '2013/03/12/third-0', 'is withdrawn', (fields) => {
  fields.withdrawn = { date: '2013-10-02', reason: 'It was invented.' };
});
does('2013-11-01', 'boats is renamed', ({ stories, files }) => {
  files.set('topics/sailing.md', topic('Sailing', 'redirectFrom: [/series/boats/]\n'));
  for (const [path, fields] of stories)
    if (fields.series === 'boats') stories.set(path, { ...fields, series: 'sailing' });
});
does('2014-01-01', 'the host moves', ({ site }) => {
  Object.assign(site, {
    url: 'https://new.example',
    formerly: ['https://paper.example'],
    ids: 'https://paper.example',
  });
});
does('2014-02-01', 'the page on the paper is renamed', ({ files }) => {
  files.delete('pages/us.md');
  files.set('pages/about.md', '---\ntitle: About us\nredirectFrom: [/us/]\n---\n\nWe write.\n');
});
for (const [n, month] of ['03', '06', '09', '12'].entries())
  writes(`2014-${month}-13`, `fourth-${n}`, { topics: ['harbour', 'fishing'], authors: ['ann-lee'] });
moves('2014-12-20', '2011/01/10/lighthouse', '2011/01/11/lighthouse');
does('2015-01-01', 'the newsroom moves east', ({ site }) => {
  site.timeZone = [{ zone: 'Europe/Lisbon' }, { zone: 'Atlantic/Azores', from: '2015-01-01' }];
});
does('2015-02-01', 'the coast is closed', ({ site }) => {
  site.sections = [section('city'), section('coast', { redirectFrom: ['/sea/'], closed: '2015-02-01' })];
});
for (const [n, month] of ['03', '05', '07', '09', '11'].entries())
  writes(`2015-${month}-14`, `fifth-${n}`, { topics: ['harbour'], authors: ['ann-lee'] });
for (const [n, story] of ['2015/03/14/fifth-0', '2014/03/13/fourth-0', '2012/06/11/second-2'].entries())
  edits(`2015-11-2${n}`, story, 'is edited', (fields) => {
    fields.title = `${fields.title} again`;
    if (n === 1) fields.updated = '2015-11-21 12:00';
  });
for (let n = 0; n < 16; n += 1)
  does(`2015-11-${23 + (n >> 3)}`, `summary ${n} is better`, ({ stories }) => {
    const path = [...stories.keys()][n] as string;
    stories.set(path, { ...(stories.get(path) as Fields), summary: `Better said, ${n}.` });
  });
does('2015-11-25', 'Ann is renamed once more', ({ stories, files }) => {
  files.delete('authors/ann-lee.yaml');
  files.set('authors/a-lee.yaml', 'name: A. Lee\nredirectFrom: [/authors/ann/, /authors/ann-lee/]\n');
  for (const [path, fields] of stories)
    stories.set(path, {
      ...fields,
      authors: (fields.authors as string[]).map((id) => (id === 'ann-lee' ? 'a-lee' : id)),
    });
});

type Item = { id: string; date_published: string; date_modified?: string };

/** What content answers for: a day that has no story any more is answered by whoever publishes, who knows the past. */
const isKept = (path: string) =>
  /\.(html|xml|atom|json)$/.test(path) && !/\d{4}\/(\d\d\/)*index\.html$|sitemaps\/|search-index\//.test(path);

/** Edits that mean another date. */
const isDated = (what: string) => /moves to|is corrected|is withdrawn|is edited/.test(what);

test('no address dies, no entry comes twice, and no date moves without meaning', async () => {
  const room = newsroom({ git: false });
  room.remove('authors/desk.yaml');
  const paper: Paper = {
    site: {
      ...{ title: 'The Paper', url: 'https://paper.example', description: 'News of a port', timeZone: 'Europe/Lisbon' },
      ...{ languages: ['en'], sections: [section('city'), section('sea')] },
    },
    stories: new Map(),
    files: new Map([
      ['authors/ann.yaml', 'name: Ann\n'],
      ['authors/bob.yaml', 'name: Bob\n'],
      ['pages/us.md', '---\ntitle: About us\n---\n\nWe write.\n'],
    ]),
  };
  const published = new Set<string>();
  const entries = new Map<string, Item>();
  let written = new Map<string, string>();
  expect(life.length).toBeGreaterThanOrEqual(60);
  for (const [day, what, change] of life) {
    const titles = new Set([...paper.stories.keys()]);
    change(paper);
    const now = new Map([
      ['site.yaml', JSON.stringify(paper.site)],
      ...paper.files,
      ...[...paper.stories].map(([path, fields]): [string, string] => [`articles/${path}.md`, articleText(fields)]),
    ]);
    for (const path of written.keys()) if (!now.has(path)) room.remove(path);
    room.write(Object.fromEntries([...now].filter(([path, text]) => written.get(path) !== text)));
    written = now;
    const report = await room.build({ now: instant(`${day}T23:00Z`) });
    expect([what, report.problems.filter(({ weight }) => weight === undefined)]).toEqual([what, []]);
    const tree = treeOf(room.out);
    for (const path of tree.keys()) if (isKept(path)) published.add(path);
    expect([what, [...published].filter((path) => !tree.has(path))]).toEqual([what, []]);
    const isNew = [...paper.stories.keys()].filter((each) => !titles.has(each)).length;
    const items = [...tree].flatMap(([path, text]): Item[] =>
      path.endsWith('feed.json') ? JSON.parse(text).items : [],
    );
    const fresh = new Set(items.filter(({ id }) => !entries.has(id)).map(({ id }) => id));
    const expected = what.includes('moves to') || !/appears|language|corrected/.test(what) ? 0 : Math.max(isNew, 1);
    expect([what, fresh.size]).toEqual([what, expected]);
    for (const item of items) {
      const before = entries.get(item.id);
      if (before && !isDated(what))
        expect([what, item.id, item.date_published, item.date_modified]).toEqual([
          what,
          before.id,
          before.date_published,
          before.date_modified,
        ]);
    }
    for (const { id, date_published, date_modified } of items)
      entries.set(id, { id, date_published, ...(date_modified && { date_modified }) });
  }
  expect(published.size).toBeGreaterThan(100);
  expect(published).toContain('sea/feed.xml');
});
