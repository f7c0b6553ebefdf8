/** Mistakes that people make, in a newsroom of Lisbon: what each is told, and that following it is enough. */
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/problem.ts';
import { newsroom } from '../support/newsroom.ts';
import { jpeg } from '../support/pictures.ts';
import { type Files, problemsOf } from '../support/problems-of.ts';
import { applied } from './written.ts';

const day = 'articles/2026/03/14';
const path = `${day}/chuva.md`;
const siteYaml = `title: The Harbour Post
url: https://harbour-post.example
description: News of a small port
timeZone: Europe/Lisbon
languages: [en, ru]
sections:
  - {id: city, title: {en: City, ru: Город}}
  - {id: sea, title: At sea}
`;

const untilDate = 'a story is not to be seen before its “date”, which may be to come, nor while it has “draft: true”';

function story(fields: Record<string, string | undefined> = {}, body = 'It rained.'): string {
  const needed = { title: 'Rain', summary: 'All day', date: '2026-03-14 09:30', authors: '[ann]', section: 'city' };
  const lines = Object.entries({ ...needed, ...fields }).map(([key, value]) =>
    value === undefined ? '' : `${key}: ${value}\n`,
  );
  return `---\n${lines.join('')}---\n\n${body}\n`;
}

const room: Files = {
  'site.yaml': siteYaml,
  'authors/ann.yaml': 'name: Ann Lee\n',
  'authors/rita-matos.yaml': 'name: Rita Matos\n',
  'authors/rm.yaml': 'name: {en: Rui Melo, ru: Руй Мелу}\n',
  [`${day}/storm.md`]: story(),
  [`${day}/chuva/foto.jpg`]: jpeg,
};

/** What is told of a newsroom with other files, and what is left when all of it is followed. */
async function toldAndLeft(files: Files): Promise<{ told: string[]; left: string[] }> {
  const all = { ...room, ...files };
  const problems = await problemsOf(all);
  const mended = Object.entries(all).map(([file, text]) => {
    const own = problems.filter((each) => each.file === file);
    return [
      file,
      own.length > 0
        ? withExamples(
            applied(String(text), own),
            own.map(({ fix }) => fix),
          )
        : text,
    ];
  });
  const left = await problemsOf(Object.fromEntries(mended));
  return { told: problems.map(({ fix }) => fix), left: left.map(({ what }) => what) };
}

/** With the lines that are only told as an example. */
function withExamples(text: string, fixes: readonly string[]): string {
  return fixes.reduce((before, fix) => {
    const line = /(?:as in|such as) “([^”]*)”/.exec(fix)?.[1];
    if (line === undefined) return before;
    const old = new RegExp(`^${line.slice(0, line.indexOf(':'))}:.*\n`, 'm');
    return old.test(before)
      ? before.replace(old, () => `${line}\n`)
      : before.replace(/\n---\n/, () => `\n${line}\n---\n`);
  }, text);
}

async function expectTold(files: Files, fixes: readonly string[]): Promise<void> {
  expect(await toldAndLeft(files)).toEqual({ told: fixes, left: [] });
}

describe('in front matter', () => {
  test.each<[Record<string, string | undefined>, string]>([
    [{ authors: 'Rita Matos' }, 'Write “authors: [rita-matos]”.'],
    [{ authors: 'Руй Мелу' }, 'Write “authors: [rm]”.'],
    [{ authors: 'Rita Matos and Ann Lee' }, 'Write “authors: [rita-matos, ann]”.'],
    [{ authors: 'ann, Rita Matos' }, 'Write “authors: [ann, rita-matos]”.'],
    [{ authors: 'Matos, Rita' }, 'Write “authors: [rita-matos]”.'],
    [{ authors: '[Rita Matos]' }, 'Write “rita-matos”.'],
    [
      { authors: '[rita]' },
      'Did you mean “rita-matos”? If not, write the line “name: Rita” into a new file authors/rita.yaml.',
    ],
    [{ authors: undefined, author: 'ann' }, 'Did you mean “authors”? Write “authors: [ann]”.'],
    [{ authors: undefined }, 'Add a line such as “authors: [ann]”.'],
    [
      { image: 'foto.jpg' },
      'Write it as in “image: {file: foto.jpg, alt: The ferry at the quay}”, or remove the line.',
    ],
    [{ image: '{file: foto.jpg}' }, 'Write it as in “image: {file: foto.jpg, alt: The ferry at the quay}”.'],
    [{ image: '{file: Foto.JPEG, alt: Rain}' }, 'Did you mean “foto.jpg”?'],
    [
      { corrections: 'It was Tuesday.' },
      'Write it as in “corrections: [{date: 2026-03-14, text: It was Tuesday.}]”, or remove the line.',
    ],
    [{ corrections: '{date: 2026-03-15, text: Tuesday}' }, 'Write “corrections: [{date: 2026-03-15, text: Tuesday}]”.'],
    [
      { corrections: '[{date: 2026-03-15, text: It was Tuesday, not Monday.}]' },
      'Write “corrections: [{date: 2026-03-15, text: "It was Tuesday, not Monday."}]”.',
    ],
    [{ draft: 'yes' }, 'Write “draft: true”, or remove the line.'],
    [{ draft: '"true"' }, 'Write “draft: true”, or remove the line.'],
    [
      { withdrawn: 'true' },
      'Write it as in “withdrawn: {date: 2026-03-14, reason: The report was wrong}”, or remove the line.',
    ],
    [{ withdrawn: 'false' }, 'Remove it.'],
    [{ section: '[city]' }, 'Write “section: city”.'],
    [{ section: 'City' }, 'Write “section: city”.'],
    [{ section: 'At sea' }, 'Write “section: sea”.'],
    [
      { section: 'ctiy' },
      'Did you mean “city”? Write one of these: city, sea; or add “ctiy” to sections in site.yaml.',
    ],
    [{ topics: 'pesca' }, 'Write “topics: [pesca]”.'],
    [{ topics: 'a, b' }, 'Write “topics: [a, b]”.'],
    [{ translators: 'Rita Matos' }, 'Write “translators: [rita-matos]”.'],
    [{ translator: 'ann' }, 'Did you mean “translators”? Write “translators: [ann]”.'],
    [
      { translators: '[rita]' },
      'Did you mean “rita-matos”? If not, write the line “name: Rita” into a new file authors/rita.yaml.',
    ],
    [{ contributors: 'ann' }, 'Write it as in “contributors: [{author: ann, role: Photography}]”, or remove the line.'],
    [
      { contributors: '[{author: ann, role: Photos}, {author: rm, role: Photos}, {author: rita, role: Maps}]' },
      'Did you mean “rita-matos”? If not, write the line “name: Rita” into a new file authors/rita.yaml.',
    ],
    [{ seo_title: 'Rain in port' }, 'Did you mean “titles”? Write “titles: {search: Rain in port}”.'],
    [{ metaTitle: 'Rain in port' }, 'Did you mean “titles”? Write “titles: {search: Rain in port}”.'],
    [{ 'og:title': 'Rain in port' }, 'Did you mean “titles”? Write “titles: {card: Rain in port}”.'],
    [{ shortTitle: 'Wet' }, 'Did you mean “titles”? Write “titles: {short: Wet}”.'],
    [{ titles: '{seoTitle: Rain in port}' }, 'Did you mean “search”? Write “search: Rain in port”.'],
    [{ titles: 'Rain in port' }, 'Write “titles: {short: Rain in port}”.'],
    [{ eyebrow: 'Weather' }, 'Did you mean “kicker”? Write “kicker: Weather”.'],
    [{ serial: 'floods' }, 'Did you mean “series”? Write “series: floods”.'],
    [{ series: 'The floods' }, 'Write “series: the-floods”.'],
    [{ canonical: 'partner.example/rain' }, 'Write “canonical: https://partner.example/rain”.'],
    [
      { canonicalURL: 'https://partner.example/rain' },
      'Did you mean “canonical”? Write “canonical: https://partner.example/rain”.',
    ],
    [
      { canonical: 'https://harbour-post.example/2026/03/14/chuva/' },
      'Remove it: the page of a story is its canonical one.',
    ],
    [{ sponsor: 'Harbour Lines' }, 'Write “sponsor: {name: Harbour Lines}”.'],
    [{ paidBy: '{name: Harbour Lines}' }, 'Did you mean “sponsor”? Write “sponsor: {name: Harbour Lines}”.'],
    [{ sponsor: '{name: Harbour Lines, url: lines.example}' }, 'Write “url: https://lines.example”.'],
    [{ licence: 'CC BY 4.0' }, 'Did you mean “license”? Write “license: CC BY 4.0”.'],
    [{ license: 'cc-by-sa-4.0' }, 'Write “license: CC BY-SA 4.0”.'],
    [{ license: 'CC BY' }, 'Write “license: CC BY 4.0”.'],
    [{ license: 'Creative Commons Attribution-NonCommercial 3.0' }, 'Write “license: CC BY-NC 3.0”.'],
    [{ license: 'CC0' }, 'Write “license: CC0 1.0”.'],
    [{ license: 'public domain' }, 'Write “license: Public Domain Mark 1.0”.'],
    [
      { license: 'http://creativecommons.org/licenses/by/4.0/' },
      'Write “license: https://creativecommons.org/licenses/by/4.0/”.',
    ],
    [{ license: 'All rights reserved' }, 'Write “license: none”.'],
    [{ contentWarning: 'It is sad' }, 'Did you mean “warning”? Write “warning: It is sad”.'],
    [{ noindex: 'yes' }, 'Write “noindex: true”, or remove the line.'],
    [{ searchExclude: 'true' }, 'Did you mean “noindex”? Write “noindex: true”.'],
    [{ tags: '[a]' }, 'Did you mean “topics”? Write “topics: [a]”.'],
    [{ categories: '[city]', section: undefined }, 'Did you mean “section”? Write “section: city”.'],
    [{ description: 'x', summary: undefined }, 'Did you mean “summary”? Write “summary: x”.'],
    [{ subtitle: 'x' }, 'Remove it: “summary” is there already.'],
    [{ embargo: '2026-03-20 06:00' }, `Remove it: ${untilDate}.`],
    [{ publishDate: '2026-03-20 06:00' }, `Remove it: ${untilDate}.`],
    [{ status: 'draft' }, `Remove it: ${untilDate}.`],
    [{ lastmod: '2026-03-15' }, 'Did you mean “updated”? Write “updated: 2026-03-15”.'],
    [{ permalink: '/rain/' }, 'Remove it: the path of the file is its address.'],
    [{ layout: 'post' }, 'Remove it: every file of a kind has the same layout.'],
    [{ date: '14.03.2026' }, 'Write “date: 2026-03-14”.'],
    [{ date: '3/14/2026' }, 'Write “date: 2026-03-14”.'],
    [{ date: '14 March 2026, 4 pm' }, 'Write “date: 2026-03-14 16:00”.'],
    [{ date: 'today' }, 'Write it as in “date: 2026-03-14 09:30”.'],
    [
      { date: '2026-03-15 10:00' },
      'Write “date: 2026-03-14 10:00”; only a story that nobody has seen may move to articles/2026/03/15/ instead.',
    ],
    [
      { date: '15.03.2026' },
      'Write “date: 2026-03-14”; only a story that nobody has seen may move to articles/2026/03/15/ with “date: 2026-03-15” instead.',
    ],
    [{ title: 'Rain: all day' }, 'Write “title: "Rain: all day"”.'],
    [{ title: '"Rain' }, 'Write “title: "Rain"”; if the mark belongs to the text, “title: \'"Rain\'”.'],
    [
      { title: '"Rain', place: '"Porto"' },
      'Write “title: "Rain"”; if the mark belongs to the text, “title: \'"Rain\'”.',
    ],
    [{ title: '"Rain" in town' }, 'Write “title: \'"Rain" in town\'”.'],
    [{ title: "'It's raining'" }, 'Write “title: "It\'s raining"”.'],
    [{ title: '[Live] Rain' }, 'Write “title: "[Live] Rain"”.'],
    [{ authors: '[ann' }, 'Write “authors: [ann]”.'],
    [{ image: '\n\tfile: foto.jpg\n  alt: Rain' }, 'Write 2 spaces before “file: foto.jpg”.'],
    [{ image: '\n  file: foto.jpg\n alt: Rain' }, 'Write 2 spaces before “alt: Rain”.'],
    [{ place: 'Porto\nthread:rain' }, 'Write “thread: rain”.'],
  ])('%j', (fields, fix) => expectTold({ [path]: story(fields) }, [fix]));
});

describe('in other files', () => {
  test.each<[Files, string]>([
    [
      { 'authors/ann.yaml': 'name: Ann\nlinks: [https://e.example]\n' },
      'Write “{name: e.example, url: https://e.example}”.',
    ],
    [{ 'authors/ann.yaml': 'Ann Lee\n' }, 'Write “name: Ann Lee”.'],
    [{ 'front.yaml': 'lead: storm\n' }, 'Write “lead: 2026/03/14/storm”.'],
    [{ 'front.yaml': 'lead: https://harbour-post.example/2026/03/14/storm/\n' }, 'Write “lead: 2026/03/14/storm”.'],
    [{ 'front.yaml': 'sections: City\n' }, 'Write “sections: [city]”.'],
    [{ 'site.yaml': siteYaml.replace('Lisbon', 'Lisbn') }, 'Write “timeZone: Europe/Lisbon”.'],
    [{ 'site.yaml': siteYaml.replace('[en, ru]', 'en, Russian') }, 'Write “languages: [en, ru]”.'],
    [{ 'site.yaml': siteYaml.replace('https://', '') }, 'Write “url: https://harbour-post.example”.'],
    [
      { 'site.yaml': siteYaml.replace(/sections:[\s\S]*/, 'sections: city, sea\n') },
      'Write “sections: [{id: city, title: City}, {id: sea, title: Sea}]”.',
    ],
  ])('%j', (files, fix) => expectTold(files, [fix]));

  test('of a line that is to go nothing else is said', async () => {
    const { told } = await toldAndLeft({ 'authors/ann.yaml': 'name: Ann\ntwitter: @ann\n' });
    expect(told).toEqual(['Remove it. Known here: name, role, bio, email, portrait, desk, links, left, redirectFrom.']);
  });

  test('a file that stands for the address of another is not told to take its place', async () => {
    const { told } = await toldAndLeft({ [`${day}/storm.en.md`]: story(), [`${day}/Storm.md`]: story() });
    expect(told.toSorted()).toEqual(
      [
        `Remove it, or the file at ${day}/storm.md.`,
        `If ${day}/storm.md is in another language, first rename it, as to ${day}/storm.ru.md. Put the text that you want into ${day}/storm.md, and remove this file.`,
      ].toSorted(),
    );
  });

  test('a picture that lies elsewhere, or is called otherwise, is found', async () => {
    const told = async (address: string, files: Files = {}) =>
      (await toldAndLeft({ [path]: story({}, `![Rain](${address})`), ...files })).told.at(-1);
    expect(await told('chuva/FOTO.jpg')).toBeUndefined();
    expect(await told('chuva/foto.png')).toBe('Did you mean “chuva/foto.jpg”?');
    expect(await told('chuva/fto.jpg')).toBe('Did you mean “chuva/foto.jpg”?');
    expect(await told('sol.jpg', { [`${day}/sol.jpg`]: jpeg })).toBe(`Move ${day}/sol.jpg into ${day}/chuva/.`);
    expect(await told('chuva/sol.jpg', { [`${day}/storm/sol.jpg`]: jpeg })).toBe(
      `Put a copy of ${day}/storm/sol.jpg into ${day}/chuva/.`,
    );
    expect(await told('storm/sol.jpg')).toBe(
      `Put the file into ${day}/chuva/, and write sol.jpg, or write the name of one that is there: foto.jpg.`,
    );
  });
});

test('an author whom nobody knows is told as a line and as a file', async () => {
  const { told } = await toldAndLeft({ [path]: story({ authors: 'Joe Novak' }) });
  expect(told).toEqual([
    'Write “authors: [joe-novak]”.',
    'Write the line “name: Joe Novak” into a new file authors/joe-novak.yaml, with “left: 2026-03-14” if they have left; if they have another id now, add “redirectFrom: [/authors/joe-novak/]” to the file of that.',
  ]);
});

test('names are known when a newsroom is read for the first time', async () => {
  const files = { ...room, [path]: story({ authors: 'Rui Melo' }), 'front.yaml': 'lead: storm\n' };
  const { problems } = await newsroom({ git: false, files }).build({ cache: undefined });
  expect(problems.map(({ fix }) => fix)).toEqual(['Write “authors: [rm]”.', 'Write “lead: 2026/03/14/storm”.']);
});

test('no fault hides another, whatever its shape', async () => {
  const text = story(
    {
      title: '"Rain',
      authors: '[nobody]',
      section: 'ctiy',
      draft: 'yes',
      topics: '[a, A]',
      image: '{file: no.jpg}',
      redirectFrom: '[old/]',
      updated: '2026-03-13',
      corrections: '[{date: 2026-03-13, text: "[a](/nowhere/)"}]',
      titel: 'x',
    },
    'See [x](/nothing/) and <b>y</b>.\n\n![q](chuva/no2.jpg)',
  );
  const problems = await problemsOf({ ...room, [path]: text });
  expect(problems.map((each) => `${placeOf({ ...each, file: '' })} ${each.code}`).sort()).toEqual(
    [
      '2:8 yaml/syntax',
      '5:11 article/unknown-author',
      '6:10 article/unknown-section',
      '7:8 yaml/wrong-type',
      '8:13 content/bad-id',
      '8:13 article/repeated',
      '9:1 yaml/missing-key',
      '9:15 picture/missing',
      '10:16 redirect/bad-path',
      '11:10 article/updated-before-date',
      '12:22 article/correction-before-date',
      '12:45 link/unknown-target',
      '13:1 yaml/unknown-key',
      '16:9 link/unknown-target',
      '16:24 markdown/html',
      '18:12 picture/missing',
    ].sort(),
  );
});

test('a title that other programs keep beside the others is told to move among them', async () => {
  const told = async (fields: Record<string, string>) => (await toldAndLeft({ [path]: story(fields) })).told;
  expect(await told({ titles: '{short: Wet}', og_title: 'The rain is back' })).toEqual([
    'Move it into “titles”, as “card: The rain is back”.',
  ]);
  expect(await told({ seo_title: 'Rain in port', og_title: 'The rain is back' })).toEqual([
    'Did you mean “titles”? Write “titles: {search: Rain in port}”.',
    'Move it into “titles”, as “card: The rain is back”.',
  ]);
  expect(await told({ titles: '{card: Wet}', og_title: 'The rain is back' })).toEqual([
    'Remove it: “titles” is there already.',
  ]);
});

test('titles that say what the headline says are told, together where there is no other', async () => {
  const told = async (titles: string) => (await problemsOf({ ...room, [path]: story({ titles }) })).map(placeOf);
  expect(await told('{short: Rain, search: Rain in port, card: Rain}')).toEqual([`${path}:7:17`, `${path}:7:51`]);
  expect(await told('{short: Rain, card: Rain}')).toEqual([`${path}:7:17`]);
  expect(await told('{short: Wet, card: rain}')).toEqual([]);
  await expectTold({ [path]: story({ titles: '{short: Rain, card: Rain}' }) }, [
    'Remove it: the headline stands wherever there is no other title.',
  ]);
});

test('of a long headline the title for search engines is what counts', async () => {
  const long = `Rain ${'falls '.repeat(20)}again`;
  const codes = async (fields: Record<string, string>) =>
    (await problemsOf({ ...room, [path]: story(fields) })).map((each) => `${each.code} ${placeOf(each)}`);
  expect(await codes({ title: long })).toEqual([`article/long-headline ${path}:2:8`]);
  expect(await codes({ title: long, titles: '{search: Rain again}' })).toEqual([]);
  expect(await codes({ titles: `{search: ${long}}` })).toEqual([`article/long-headline ${path}:7:18`]);
});
