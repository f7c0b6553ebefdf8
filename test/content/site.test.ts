import { describe, expect, test } from 'vitest';
import { parseSite, standInSite } from '../../src/content/site.ts';
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

describe('a mistake in site.yaml makes no Problem in a story', () => {
  const night = story({ date: '2015-11-26 00:10+03:00' });
  test.each([
    ['that cannot be read at all', 'title: [', ['timeZone', 'languages', 'sections']],
    ['that is not there', '', ['timeZone', 'languages', 'sections']],
    ['without its time zone', siteYaml.replace('Europe/Moscow', 'Europe/Mosow'), ['timeZone']],
    ['with an unknown language', siteYaml.replace('[en, ru]', '[en, Russian]'), ['languages']],
    ['without sections', siteYaml.replace(/sections:.*social/s, 'social'), ['sections']],
    ['with a key too many', `${siteYaml}\nmore: x\n`, []],
  ])('%s', (_, yaml, unknown) => {
    const site = standInSite(yaml);
    expect(site.unknown).toEqual(unknown);
    expect(parseStory(night, site).problems).toEqual([]);
  });

  test('while what is known still counts', () => {
    expect(
      briefly(parseStory(story({ section: 'wrold' }), standInSite(siteYaml.replace('Europe/Moscow', 'x'))).problems),
    ).toEqual(['article/unknown-section 6:10']);
  });
});
