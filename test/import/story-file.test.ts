/** A story of a source as the file of one. */
import { expect, test } from 'vitest';
import type { Site } from '../../src/content/site.ts';
import type { Mapping } from '../../src/import/mapping.ts';
import type { Placed } from '../../src/import/places.ts';
import type { SourceStory } from '../../src/import/source-story.ts';
import { storyFile } from '../../src/import/story-file.ts';

test('a title that is made of the first sentence has nothing in it that looks like markup', () => {
  const placed = { facts: { title: '' }, path: 'pages/a.md' } as Placed;
  const { text } = storyFile(
    { story: {} as SourceStory, placed, markdown: 'A \\<b> is bold.', opening: 'A <b> is bold.', redirects: [] },
    {} as Mapping,
    { timeZone: 'UTC' } as Site,
  );
  expect(text).toMatch(/^---\ntitle: A ‹b› is bold\.\n/);
});

test.each([
  ['It sails at eight, and […]', 'It sails at eight, and comes back at ten.', false],
  ['It “sails” at …', 'It "sails" at eight.', false],
  ['What you need to know of it …', 'It sails at eight.', true],
  ['It sails at eight.', 'It sails at eight.', true],
])('a summary that is the first words of the text, cut off, is none: “%s”', (summary, opening, hasOwnSummary) => {
  const story = { summary: { format: 'plain', text: summary } } as SourceStory;
  const placed = { facts: { title: 'A' }, path: 'pages/a.md' } as Placed;
  const file = storyFile(
    { story, placed, markdown: opening, opening, redirects: [] },
    {} as Mapping,
    { timeZone: 'UTC' } as Site,
  );
  expect(file.hasOwnSummary).toBe(hasOwnSummary);
});

test('what the headline led to is a source, unless the text leads there', () => {
  const placed = {
    ...{ facts: { title: 'A' }, path: 'a.md', story: '2015/11/26/a', date: { at: 0, isDay: true } },
    ...{ authors: ['ann'], section: 'news', topics: [], isPublic: true },
  } as unknown as Placed;
  const textWith = (body: string) => {
    const story = { subject: 'https://www.b.example/x', body: { format: 'html', text: body } } as SourceStory;
    return storyFile(
      { story, placed, markdown: 'It.', opening: 'It.', redirects: [] },
      {} as Mapping,
      { timeZone: 'UTC' } as Site,
    ).text;
  };
  expect(textWith('It.')).toContain('sources:\n  - {title: b.example, url: https://www.b.example/x}\n');
  expect(textWith('<a href="https://www.b.example/x">It</a>')).not.toContain('sources');
});
