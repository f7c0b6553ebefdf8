import { describe, expect, test } from 'vitest';
import { parseSite } from '../../src/content/site.ts';
import { siteYaml } from '../support/newsroom.ts';
import { briefly, parseStory, story } from './written.ts';

const problems = (yaml: string) => briefly(parseSite(yaml, '', ['en', 'ru']).problems);

test('the address of a site is its host, without a slash at its end', () => {
  expect(parseSite(siteYaml.replace('courier.example', 'courier.example/'), 'site.yaml', ['en', 'ru']).site?.url).toBe(
    'https://courier.example',
  );
  for (const end of ['/news', '?a=1', '/#top'])
    expect(problems(siteYaml.replace('courier.example', `courier.example${end}`))).toEqual(['site/url-with-path 2:6']);
});

test('all that is wrong is told at once', () => {
  expect(
    problems(
      'title: x\nurl: courier\ndescription: {}\ntimeZone: Moscow\nlanguages: []\nsections: [{id: 2015, title: y}, {id: feed}]\n',
    ).sort(),
  ).toEqual([
    'content/bad-address 2:6',
    'site/reserved-id 6:39',
    'site/unknown-time-zone 4:11',
    'yaml/missing-key 6:34',
    'yaml/wrong-type 6:17',
    'yaml/wrong-value 3:14',
    'yaml/wrong-value 5:12',
  ]);
});

test('a footer leads to paths, web addresses and mailboxes, in every language', () => {
  const footer = (url: string) => problems(`${siteYaml}footer: [{title: x, url: ${url}}]\n`);
  for (const url of ['/about/', 'https://x.example', 'mailto:a@b.example', '{en: /about/, ru: /ru/about/}'])
    expect([url, footer(url)]).toEqual([url, []]);
  for (const url of ['about/', '//evil.example', 'javascript:alert(1)'])
    expect([url, footer(url)]).toEqual([url, ['content/bad-address 11:26']]);
  expect(footer('{en: /about/, ru: "data:x"}')).toEqual(['content/bad-address 11:44']);
});

test.each([
  ['stats.js', '/stats.js'],
  ['public/js/stats.js', '/js/stats.js'],
  ['../public/stats.mjs', '/stats.mjs'],
  ['js/stats.js', '/js/stats.js'],
  ['stats.example/s.js', 'https://stats.example/s.js'],
  ['//stats.example/s.js', 'https://stats.example/s.js'],
  ['javascript:alert(1)', undefined],
])('a script at %s is not one: %s is meant', (src, right) => {
  const { problems: told, site } = parseSite(`${siteYaml}scripts: [{src: "${src}"}]\n`, '', ['en', 'ru']);
  expect(site).toBeUndefined();
  expect(told.map(({ code }) => code)).toContain('content/bad-address');
  const said = told.find(({ code }) => code === 'content/bad-address');
  expect(said?.replacement?.text).toBe(right && `src: ${right}`);
});

test.each([
  ['mailto:errors@paper.example', 'errors@paper.example'],
  ['Errors <errors@paper.example>', 'errors@paper.example'],
  ['errors@paper.example?subject=x', 'errors@paper.example'],
  ['http://forms.example/report', 'https://forms.example/report'],
  ['forms.example/report', 'https://forms.example/report'],
  ['errors@paper', undefined],
  ['the desk', undefined],
])('errors cannot be reported to %s: %s is meant', (written, right) => {
  const { problems: told, site } = parseSite(`${siteYaml}errorsTo: "${written}"\n`, '', ['en', 'ru']);
  expect(site).toBeUndefined();
  expect(told.map(({ code, replacement }) => [code, replacement?.text])).toEqual([
    ['content/bad-address', right && `errorsTo: ${right}`],
  ]);
});

test('errors are reported to a mailbox or a form', () => {
  for (const to of ['errors@paper.example', 'a.b+c@news.paper.example', 'https://forms.example/report?x=y'])
    expect([to, problems(`${siteYaml}errorsTo: ${to}\n`)]).toEqual([to, []]);
});

test('a place on a page that the footer or a policy names has the id that it has there', () => {
  const written = `${siteYaml}footer: [{title: x, url: {en: /about/#Our-Team, ru: /ru/about/}}]\npolicies: {ethics: '/about/#Ethics'}\n`;
  expect(parseSite(written, '', ['en', 'ru']).site).toMatchObject({
    footer: [{ url: { en: '/about/#s_our-team', ru: '/ru/about/' } }],
    policies: { ethics: '/about/#s_ethics' },
  });
});

test.each([
  ['https://Вестник.рф', new URL('https://вестник.рф').origin],
  ['https://Courier.EXAMPLE', 'https://courier.example'],
  ['https://courier.example:443/', 'https://courier.example'],
  ['HTTPS://courier.example//', 'https://courier.example'],
  ['http://courier.example:8080', 'http://courier.example:8080'],
])('the address %s is %s', (written, url) =>
  expect(parseSite(siteYaml.replace('https://courier.example', written), '', ['en', 'ru']).site?.url).toBe(url),
);

test.each([
  'https://ann:hunter2@courier.example',
  'https://ann@courier.example/',
  'ftp://ann:hunter2@x',
  'https://ann:hun ter2@x',
])('%s is refused, and what is told keeps the secret', (written) => {
  const { site, problems } = parseSite(siteYaml.replace('https://courier.example', written), '', ['en', 'ru']);
  expect(site).toBeUndefined();
  expect(problems).toHaveLength(1);
  expect(JSON.stringify(problems)).not.toMatch(/hunter2|ter2|ann/);
});

describe('a mistake in site.yaml makes no Problem in a story', () => {
  const night = story({ date: '2015-11-26 00:10+03:00' });
  test.each([
    ['that cannot be read at all', 'title: [', ['timeZone', 'languages', 'sections']],
    ['that is not there', '', ['timeZone', 'languages', 'sections']],
    ['without its time zone', siteYaml.replace('Europe/Moscow', 'nowhere'), ['timeZone']],
    ['with an unknown language', siteYaml.replace('[en, ru]', '[en, Klingonese]'), ['languages']],
    [
      'whose zone and languages are only spelled otherwise',
      siteYaml.replace('Moscow', 'Mosow').replace('ru]', 'Russian]'),
      [],
    ],
    ['without sections', siteYaml.replace(/sections:.*social/s, 'social'), ['sections']],
    ['with a key too many', `${siteYaml}\nmore: x\n`, []],
  ])('%s', (_, yaml, unknown) => {
    const site = parseSite(yaml, '', ['en', 'ru']).asRead;
    expect(site.unknown).toEqual(unknown);
    expect(parseStory(night, site).problems).toEqual([]);
  });

  test('while what is known still counts', () => {
    expect(
      briefly(
        parseStory(
          story({ section: 'wrold' }),
          parseSite(siteYaml.replace('Europe/Moscow', 'x'), '', ['en', 'ru']).asRead,
        ).problems,
      ),
    ).toEqual(['article/unknown-section 6:10']);
  });
});
