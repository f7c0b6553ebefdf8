import { describe, expect, test } from 'vitest';
import { parsePage, parseTopic } from '../../src/content/page.ts';
import { briefly, parseStory, site, story } from './written.ts';

const words = (count: number) => `${'w'.repeat(count - 1)}.`;

describe('a text that is not there is advice on the line that ends the front matter', () => {
  test.each([
    ['nothing', ''],
    ['spaces', ' \n\t\n'],
    ['a comment', '<!-- To come. -->'],
    ['comments', '<!-- One. -->\n\n<!--\nTwo.\n-->\n'],
  ])('%s', (_, body) => {
    const { value, problems } = parseStory(story({}, body));
    expect(briefly(problems)).toEqual(['content/no-text 7:1']);
    expect(value).toBeDefined();
  });

  test('also without a line below it', () => {
    expect(briefly(parseStory(story().split('\n').slice(0, 7).join('\n')).problems)).toEqual(['content/no-text 7:1']);
  });

  test.each([
    ['a word', 'Rain.'],
    ['a word between comments', '<!-- a --> Rain. <!-- b -->'],
    ['a picture', '![Waves](storm/sea.jpg)'],
    ['a block', '::: fact {title="Force"}\n:::'],
    ['code', '```\nx\n```'],
  ])('not with %s', (_, body) => {
    expect(parseStory(story({}, body)).problems).toEqual([]);
  });

  test('not of a draft, nor of a story that is taken down, nor of a topic, which may have a name alone', () => {
    expect(parseStory(story({ draft: 'true' }, '')).problems).toEqual([]);
    expect(parseStory(story({ withdrawn: '{date: 2015-11-27, reason: Wrong.}' }, '')).problems).toEqual([]);
    const bytes = (text: string) => new TextEncoder().encode(text);
    const file = { id: 'sea', language: undefined };
    const topic = parseTopic(bytes('---\nname: Sea\n---\n'), { ...file, kind: 'topic', path: 'topics/sea.md' }, site);
    expect(topic.problems).toEqual([]);
    const page = parsePage(bytes('---\ntitle: Sea\n---\n'), { ...file, kind: 'page', path: 'pages/sea.md' }, site);
    expect(page).toMatchObject({ value: { title: 'Sea' }, problems: [{ code: 'content/no-text', line: 3 }] });
  });

  test('a long text of what begins a comment is read in no time', () => {
    expect(parseStory(story({}, '<!--'.repeat(2 ** 17))).problems.some(({ code }) => code === 'content/no-text')).toBe(
      false,
    );
  });
});

test('a headline is as long as readers count it, up to 110 characters', () => {
  const told = (title: string) => briefly(parseStory(story({ title })).problems);
  const long = ['article/long-headline 2:8'];
  expect(told(words(110))).toEqual([]);
  expect(told(words(111))).toEqual(long);
  expect(told(`${'е\u0308'.repeat(109)}.`)).toEqual([]);
  expect(told(`${'е\u0308'.repeat(110)}.`)).toEqual(long);
});
