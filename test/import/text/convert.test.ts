/** Kinds of texts that were once taken for something else. */
import { expect, test } from 'vitest';
import { parseSite } from '../../../src/content/site.ts';
import type { SourceText } from '../../../src/import/source-story.ts';
import { convertText } from '../../../src/import/text/convert.ts';
import type { Dialect } from '../../../src/import/text/source-html.ts';

const { site } = parseSite(
  'title: The Old Post\nurl: https://old.example\ndescription: A\ntimeZone: UTC\nlanguages: [en]\nsections: [{id: news, title: News}]\n',
  'site.yaml',
  ['en'],
);
if (!site) throw new Error('The site of this test is none.');

function converted(text: string, format: SourceText['format'] = 'markdown', dialect: Dialect = 'none') {
  const { markdown, unfaithful, losses } = convertText(
    { format, text },
    {
      ...{ site: site as NonNullable<typeof site>, dialect, codes: {}, furniture: [] },
      ...{ link: (href) => href, picture: () => undefined, document: () => undefined, whole: (src) => src },
    },
  );
  return { markdown, losses: losses.map(({ kind }) => kind), isFaithful: unfaithful === undefined };
}

test.each([
  [
    'raised letters stay in the line of an item',
    '- It has 10<sup>-21</sup> s\n- a',
    '- It has 10<sup>-21</sup> s\n- a',
  ],
  ['a sign on both sides of the end of emphasis is no face', '**Peace:**: a prize', '**Peace**:: a prize'],
])('%s', (_, text, markdown) => {
  expect(converted(text)).toEqual({ markdown, losses: [], isFaithful: true });
});

test('what Liquid is told to leave alone stays without being told of, in code too', () => {
  const text = '```\n{% raw %}{{ a }}{% endraw %} {{ b }}\n```\n\n`{% raw %}{% c %}{% endraw %}`';
  expect(converted(text, 'markdown', 'liquid')).toEqual({
    markdown: '```\n{{ a }} {{ b }}\n```\n\n`{% c %}`',
    losses: [],
    isFaithful: true,
  });
});

test('of a whole page only its text comes along, and what stood around it is listed word for word', () => {
  const page = '<title>A</title><nav>World</nav><main><h1>Ferry</h1><p>It sails.</p></main><footer>All rights</footer>';
  expect(converted(page, 'page')).toEqual({
    markdown: 'It sails.',
    losses: ['around', 'around', 'headline'],
    isFaithful: true,
  });
});
