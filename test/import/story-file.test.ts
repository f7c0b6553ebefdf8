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
