/** What of a story is there at an instant, and when that changes. */
import { describe, expect, test } from 'vitest';
import { articleAt, expiriesOf, happenings, stateAt, turnsOf } from '../../src/content/life.ts';
import { instant } from '../support/newsroom.ts';
import { parseStory, story } from './written.ts';

const at = (text: string) => instant(`2015-11-${text}+03:00`);

function articleWith(fields: Record<string, string>) {
  return parseStory(story(fields)).value ?? expect.fail('the story cannot be read');
}

const corrections = '[{date: 2015-11-26, text: Same day.}, {date: 2015-11-28 10:00, text: Later.}]';
const withdrawn = '{date: 2015-11-30 12:00, reason: It was wrong.}';
const eventful = articleWith({ updated: '2015-11-27 08:00', corrections, withdrawn });

describe('what is to come is not there before its instant', () => {
  test.each([
    ['26 09:30', undefined, ['Same day.'], undefined],
    ['27 07:59:59', undefined, ['Same day.'], undefined],
    ['27 08:00', at('27 08:00'), ['Same day.'], undefined],
    ['28 09:59:59', at('27 08:00'), ['Same day.'], undefined],
    ['28 10:00', at('27 08:00'), ['Same day.', 'Later.'], undefined],
    ['30 12:00', at('27 08:00'), ['Same day.', 'Later.'], at('30 12:00')],
  ])('at %s', (now, updated, corrected, gone) => {
    const article = articleAt(eventful, at(now), {});
    expect(article.updated?.at).toBe(updated);
    expect(article.corrections.map(({ text }) => text)).toEqual(corrected);
    expect(article.withdrawn?.at).toBe(gone);
  });

  test('of a story that has nothing to come nothing is taken away, nor of one as it is written', () => {
    expect(articleAt(eventful, at('30 12:00'), {})).toEqual(eventful);
    expect(eventful.corrections).toHaveLength(2);
  });

  test('a story stands until it is withdrawn', () => {
    expect(['26 09:29:59', '26 09:30', '30 11:59:59', '30 12:00'].map((now) => stateAt(eventful, at(now), {}))).toEqual(
      ['hidden', 'public', 'public', 'withdrawn'],
    );
  });
});

describe('when a story turns', () => {
  test('with everything that happens to it after its own time', () => {
    expect(turnsOf(eventful)).toEqual([
      { at: at('26 09:30'), what: 'a story becomes public' },
      { at: at('27 08:00'), what: 'an update appears' },
      { at: at('28 10:00'), what: 'a correction appears' },
      { at: at('28 09:30'), what: 'a story leaves the news sitemap' },
      { at: at('30 12:00'), what: 'a story is withdrawn' },
      { at: at('30 12:00') + 30 * 86400, what: 'a notice of a withdrawal leaves feeds' },
    ]);
  });

  test('one that search engines are not told of leaves no news sitemap', () => {
    for (const [field, value] of [
      ['noindex', 'true'],
      ['canonical', 'https://partner.example/storm'],
    ] as const)
      expect(turnsOf(articleWith({ [field]: value })).map(({ what }) => what)).toEqual(['a story becomes public']);
  });

  test('nothing but its notice happens to one that is withdrawn, and to a draft never', () => {
    const early = articleWith({ updated: '2015-11-27 08:00', withdrawn: '{date: 2015-11-26 12:00, reason: Wrong.}' });
    expect(turnsOf(early).map(({ what }) => what)).toEqual([
      'a story becomes public',
      'a story is withdrawn',
      'a notice of a withdrawal leaves feeds',
    ]);
    const atOnce = articleWith({ updated: '2015-11-27 08:00', withdrawn: '{date: 2015-11-26, reason: Wrong.}' });
    expect(turnsOf(atOnce)).toEqual([{ at: at('26 09:30'), what: 'a story is withdrawn' }]);
    expect(turnsOf({ ...eventful, draft: true })).toEqual([]);
  });

  test('also when one of its pictures expires, be it a draft or withdrawn before', () => {
    const image = '{file: sea.jpg, alt: Waves, expires: 2015-11-27}';
    const pictures = '[{file: storm/pier.jpg, expires: 2015-11-28 12:30}, {file: quay.jpg, focus: 50% 20%}]';
    const limited = articleWith({ image, pictures, withdrawn: '{date: 2015-11-26 12:00, reason: Wrong.}' });
    const folder = 'articles/2015/11/26/storm';
    expect(expiriesOf(limited)).toEqual([
      { key: `${folder}/sea.jpg`, at: at('28 00:00') },
      { key: `${folder}/pier.jpg`, at: at('28 12:30') },
    ]);
    const expiries = [at('28 00:00'), at('28 12:30')].map((each) => ({ at: each, what: 'a picture expires' }));
    expect(turnsOf(limited).slice(3)).toEqual(expiries);
    expect(turnsOf({ ...limited, draft: true })).toEqual(expiries);
  });

  test('and at no other instant does anything of it change', () => {
    const shown = (now: number) => JSON.stringify([stateAt(eventful, now, {}), articleAt(eventful, now, {})]);
    const turns = new Set(turnsOf(eventful).map((turn) => turn.at));
    for (let now = at('26 09:00'); now < at('30 13:00'); now += 60)
      if (!turns.has(now) && stateAt(eventful, now, {}) === 'public')
        expect(shown(now), new Date(now * 1000).toISOString()).toBe(shown(now - 60));
  });

  test('is told without the name of a story', () => {
    for (const what of happenings) expect(what).toMatch(/^an? [a-z ]+$/);
  });
});
