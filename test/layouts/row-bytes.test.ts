/** What lists are bounded by: no row, card, correction or name takes more bytes on a page than it is reckoned to. */
import { expect, test } from 'vitest';
import { layouts } from '../../layouts/layouts.tsx';
import { indexName } from '../../src/content/index-names.ts';
import { maxCharacters } from '../../src/content/lengths.ts';
import { correctionBytes } from '../../src/content/listings/corrections.ts';
import { topic } from '../../src/content/listings/topic.ts';
import type { Topic } from '../../src/content/page.ts';
import { pictureStem } from '../../src/content/pictures.ts';
import type { Headline } from '../../src/content/records.ts';
import { headlineBytes } from '../../src/content/row-bytes.ts';
import type { Site } from '../../src/content/site.ts';
import { bytesOfCards, type Card, listed } from '../../src/routes/card.ts';
import { wordingIn, wordLanguages } from '../support/words.ts';
import { site as english } from './newsroom.ts';

/** Letters of one to four bytes, and signs that markup writes in many. */
const texts = ['W'.repeat(300), 'Щ'.repeat(300), '報'.repeat(300), '📰'.repeat(150), '"&<>'.repeat(75)];

const siteIn = (language: string): Site => ({ ...english, languages: [language], wording: wordingIn([language]) });
const bytes = (page: string) => Buffer.byteLength(page);

function headline(text: string, language: string, n: number): Headline {
  const slug = `${n}${'a'.repeat(190)}`;
  return {
    ...{ story: `2015/11/26/${slug}`, url: `/2015/11/26/${slug}/`, language, title: text, kicker: text },
    ...{ at: 1448560500 + n, section: 'world', type: 'opinion', sponsor: text.slice(0, maxCharacters.sponsor) },
  };
}

const head = (language: string, url: string) => ({ url, language, alternates: [] });
const archive = { of: 'all', id: '', url: '/' };

/** What the last of some rows adds to a page. */
function added<Row>(rows: readonly Row[], page: (rows: Row[]) => string): number {
  return bytes(page([...rows])) - bytes(page(rows.slice(0, -1)));
}

test.each(wordLanguages)('headlines of any letters, by the hour, the day and the month, in %s', (language) => {
  const site = siteIn(language);
  for (const text of texts) {
    const rows = [1, 2].map((n) => headline(text, language, n));
    const most = headlineBytes(rows[1] as Headline, site);
    const stories = rows.map(listed);
    const common = { ...head(language, '/2015/11/26/'), archive, total: undefined };
    const days = (headlines: typeof stories) =>
      layouts['archive-day']({ ...common, bucket: 20151126, cards: [], headlines, parts: [] }, site);
    const month = (of: typeof stories) =>
      layouts['archive-month']({ ...common, bucket: 201511, stories: of, days: [] }, site);
    const year = (of: typeof stories) =>
      layouts['archive-year']({ ...common, bucket: 2015, stories: of, months: [], years: [2015] }, site);
    for (const page of [days, month, year]) expect(added(stories, page)).toBeLessThanOrEqual(most);
    // Nor far less, or lists would be far shorter than they may be.
    if (!text.includes('&')) expect(added(stories, days)).toBeGreaterThan(most - 300);
  }
});

test.each(texts)('cards and corrections of %s', (text) => {
  const image = { stem: pictureStem('b'.repeat(40)), width: 4000, height: 3000, alt: text };
  const topicOfStory = { id: 'a', name: text, url: `/topics/${'t'.repeat(100)}/` };
  const cards = [1, 2].map(
    (n): Card => ({
      ...listed(headline(text, 'en', n)),
      summary: text,
      image,
      hasWarning: true,
      by: [text, text],
      topic: topicOfStory,
    }),
  );
  const listing = { total: 2, years: [], topics: [], notices: {} };
  const front = (stories: Card[]) =>
    layouts['section-front']({ ...head('en', '/world/'), ...listing, opening: [], stories, section: 'world' }, english);
  const day = (stories: Card[]) =>
    layouts['archive-day'](
      { ...head('en', '/2015/11/26/'), archive, bucket: 20151126, cards: stories, headlines: [], parts: [] },
      english,
    );
  for (const page of [front, day]) expect(added(cards, page)).toBeLessThanOrEqual(bytesOfCards(cards.slice(1)));

  const story = listed(headline(text, 'en', 1));
  const links = { 'https://port.example/': 'https://port.example/' };
  for (const written of [
    text,
    '**a** '.repeat(400),
    '[a](https://port.example/) '.repeat(100),
    'https://port.example/ '.repeat(100),
  ]) {
    const most = correctionBytes(written) + headlineBytes(story, english);
    const corrections = [1, 2].map((n) => ({ id: '', at: 1448560500 + n, text: written.trim(), links, story }));
    const page = (some: typeof corrections) =>
      layouts.corrections(
        { ...head('en', '/corrections/'), corrections: some, periods: [], parts: [], years: [] },
        english,
      );
    expect(added(corrections, page)).toBeLessThanOrEqual(most);
  }
});

test.each(texts)('names of %s', (text) => {
  const joins = { author: () => undefined, topic: () => ({ name: text }) as Topic };
  const { bytes: most } = indexName(topic, 'an-id', { language: 'en', site: english, joins });
  const names = [1, 2].map(() => ({ name: text, url: '/topics/an-id/' }));
  const page = (some: typeof names) =>
    layouts['topic-index'](
      { ...head('en', '/topics/'), of: 'topic', letters: [{ letter: 'W', names: some }], letterPages: [] },
      english,
    );
  expect(added(names, page)).toBeLessThanOrEqual(most);
});
