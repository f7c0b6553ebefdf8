/** What the calendar makes of what is known: which day, which hour, which group. */
import { describe, expect, test } from 'vitest';
import { type Calendar, calendarOf, type DeskFacts, type Happening } from '../../src/desk/calendar.ts';
import { calendarPage } from '../../src/desk/calendar-page.ts';
import { instant } from '../support/newsroom.ts';

const now = instant('2015-11-27T10:00+03:00');
const none: DeskFacts = {
  title: 'The Courier',
  zone: 'Europe/Moscow',
  ...{ happenings: [], drafts: [], undated: [], withoutText: [], untouched: new Set() },
};

const at = (kind: Happening['kind'], time: string, more: Partial<Happening> = {}): Happening => ({
  ...{ kind, at: instant(time), file: `articles/${kind}.md`, title: kind },
  ...more,
});

/** `group: day time kind`, line by line. */
function linesOf({ groups }: Calendar): string[] {
  return groups.flatMap(({ title, rows }) =>
    rows.map(({ day, time, kind }) => [`${title}:`, day, time, kind].filter(Boolean).join(' ')),
  );
}

const calendar = (facts: Partial<DeskFacts>, days = 3) => calendarOf({ ...none, ...facts }, { now, days });

describe('a happening stands', () => {
  test.each([
    [
      'on its day in the zone of the newsroom',
      at('story', '2015-11-27T21:30Z'),
      'Saturday, 28 November 2015: 2015-11-28 00:30 story',
    ],
    [
      'without an hour that nobody wrote',
      at('story', '2015-11-28T00:00+03:00', { isDay: true }),
      'Saturday, 28 November 2015: 2015-11-28 story',
    ],
    [
      'on the day before, if it ends at midnight',
      at('picture expires', '2015-11-29T00:00+03:00'),
      'Saturday, 28 November 2015: 2015-11-28 24:00 picture expires',
    ],
    [
      'on the same day, if something begins then',
      at('notice begins', '2015-11-29T00:00+03:00'),
      'Sunday, 29 November 2015: 2015-11-29 00:00 notice begins',
    ],
    [
      'under Later, beyond the days that were asked for',
      at('story', '2015-11-30T00:00+03:00'),
      'Later: 2015-11-30 00:00 story',
    ],
  ])('%s', (_, happening, line) => {
    expect(linesOf(calendar({ happenings: [happening] }))).toEqual([line]);
  });

  test('nowhere, if it is past', () => {
    expect(linesOf(calendar({ happenings: [at('story', '2015-11-27T10:00+03:00')] }))).toEqual([]);
  });
});

test('drafts stand on their days, and else by whether anybody has touched them', () => {
  const drafts = [
    at('draft', '2015-11-28T09:00+03:00', { file: 'due.md' }),
    at('draft', '2015-11-01T09:00+03:00', { file: 'fresh.md' }),
    at('draft', '2015-10-01T09:00+03:00', { file: 'stale.md' }),
  ];
  const undated = ['about.md', 'terms.md'].map((file) => ({ kind: 'page', file, title: file }) as const);
  const found = calendar({ drafts, undated, untouched: new Set(['due.md', 'stale.md', 'terms.md']) });
  expect(
    found.groups.map(({ title, rows }) => [title, ...rows.map(({ file, note }) => (note ? `${file} ${note}` : file))]),
  ).toEqual([
    ['Saturday, 28 November 2015', 'due.md not touched for 30 days'],
    ['Drafts for other days', 'fresh.md'],
    ['Not touched for long', 'stale.md', 'terms.md'],
  ]);
  expect(found.remarks).toEqual([]);
});

test('where git cannot tell what is old, that is said', () => {
  expect(calendar({ untouched: undefined }).remarks.join()).toContain('needs git');
});

test('the page is one file for nobody else: no script, not for search engines, all texts escaped', () => {
  const page = calendarPage(
    calendar({ happenings: [at('story', '2015-11-28T09:00+03:00', { title: '<b>Rain</b>' })] }),
    {
      told: (file) => `content/${file}`,
      linkTo: (file) => `vscode://file/${file}`,
    },
  );
  expect(page).toContain('&lt;b&gt;Rain');
  expect(page).toContain('<meta name="robots" content="noindex, nofollow">');
  expect(page).toContain('<a href="vscode://file/articles/story.md"><code>content/articles/story.md</code></a>');
  expect(page).not.toMatch(/<script|<b>Rain|https?:/);
});
