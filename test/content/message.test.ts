import { describe, expect, test } from 'vitest';
import { type Numbers, say } from '../../layouts/message.ts';
import { readMessage } from '../../src/content/message.ts';
import { formRefusals } from '../../src/content/plural-forms.ts';

const counted = { known: ['n', 'name'], needed: [] };
const latin: Numbers = { locale: 'en', digits: 'latn' };

function told(text: string, values: Record<string, string | number>, numbers = latin): string {
  const read = readMessage(text, counted);
  return 'message' in read ? say(read.message, (name) => values[name] ?? '', numbers) : expect.fail(read.refusal.what);
}

describe('a message is said as ICU would say it', () => {
  test.each<[string, Record<string, string | number>, string]>([
    ['Earlier in {name}', { name: 'Syria' }, 'Earlier in Syria'],
    ['L’{name} d’hier', { name: 'a' }, 'L’a d’hier'],
    ['{n, plural, one {# story} other {# stories}}', { n: 1 }, '1 story'],
    ['{n, plural, one {# story} other {# stories}}', { n: 1234.5 }, '1,234.5 stories'],
    ['{n, plural, =0 {none} one {one by {name}} other {# by {name}}}', { n: 0, name: 'Ann' }, 'none'],
    ['{n, plural, =0 {none} one {one by {name}} other {# by {name}}}', { n: 1, name: 'Ann' }, 'one by Ann'],
    ['{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n: 22 }, '22nd'],
    ['{name, select, am {a.m.} other {p.m.}}', { name: 'am' }, 'a.m.'],
    ['{name, select, am {a.m.} other {p.m.}}', { name: 'pm' }, 'p.m.'],
    ['{name} – {name}', { name: '{n}' }, '{n} – {n}'],
  ])('%s with %j is %s', (text, values, said) => expect(told(text, values)).toBe(said));
});

test('numbers have the digits and groups that are asked for', () => {
  expect(told('{n}', { n: 12 }, { locale: 'fa', digits: 'arabext' })).toBe('۱۲');
  expect(told('{n}', { n: 1234 }, { locale: 'fa', digits: 'arabext' })).toBe('۱٬۲۳۴');
  expect(told('{n}', { n: 1234 }, { locale: 'ar', digits: 'latn' })).toBe('1,234');
  expect(told('{n}', { n: 1234 }, { locale: 'es', digits: 'latn' })).toBe('1234');
});

describe('what would not be said as it is meant is refused, with a remedy', () => {
  test.each([
    ['Earlier in {nmae}', 'words/unknown-argument', 'Did you mean “name”?'],
    ["l'{name}", 'words/bad-message', 'write an apostrophe as ’'],
    ['Earlier} in {name}', 'words/bad-message', 'Give each { its }'],
    ['Earlier in {name', 'words/bad-message', 'Write an argument as {name}'],
    ['# of {name}', 'words/bad-message', 'elsewhere write {n}'],
    ['{n, number} of {name}', 'words/bad-message', 'Write {n}.'],
    ['{n, plural, offset:1 one {#} other {#}}', 'words/bad-message', 'Remove it'],
    ['{n, plural, one {# story}}', 'words/bad-message', 'Add it as the last'],
    ['{n, plurl, one {#} other {#}}', 'words/bad-message', '{n, plural,'],
    ['{n, plural, one {#} one {#} other {#}}', 'words/bad-message', '{n, plural,'],
    ['Earlier in **{name}**', 'content/markup', ''],
    ['Earlier&nbsp;in {name}', 'content/markup', ''],
  ])('%s: %s', (text, code, fix) => {
    expect(readMessage(text, counted)).toMatchObject({ refusal: { code, fix: expect.stringContaining(fix) } });
  });

  test('an argument that the message needs, or one of several', () => {
    const of = (text: string) => readMessage(text, { known: ['day', 'month'], needed: [['day'], ['month', 'short']] });
    expect(of('{day}')).toMatchObject({
      refusal: { code: 'words/missing-argument', fix: 'Write {month} or {short} where it belongs.' },
    });
    expect(of('{day} {month}')).toHaveProperty('message');
  });
});

describe('the forms of a number are those of the language', () => {
  const refused = (text: string, locale: string) => {
    const read = readMessage(text, { known: ['n', 'day'], needed: [] });
    return 'message' in read ? formRefusals(read.message, locale).map(({ what }) => what) : expect.fail(text);
  };

  test('one that is missing is named with numbers that have it', () => {
    expect(refused('{n, plural, one {#} other {#}}', 'ru')).toEqual([
      'The form “few” is missing; this language uses it for numbers such as 2, 3, 4.',
      'The form “many” is missing; this language uses it for numbers such as 0, 5, 6.',
    ]);
    expect(refused('{n, plural, one {#} other {#}}', 'fr')).toEqual([
      'The form “many” is missing; this language uses it for numbers such as 1000000.',
    ]);
    expect(refused('{n, plural, =1 {#} other {#}}', 'en')).toHaveLength(1);
  });

  test('one that no number has is refused, and a count without any', () => {
    expect(refused('{n, plural, one {#} two {#} other {#}}', 'en')).toEqual([
      'This language has no plural form “two”.',
    ]);
    expect(refused('{n} stories', 'en')).toHaveLength(1);
    expect(refused('{n}本', 'ja')).toEqual([]);
  });

  test('a day may have a form for the first alone', () => {
    expect(refused('{day, plural, =1 {1er} other {#}}', 'fr')).toEqual([]);
  });
});
