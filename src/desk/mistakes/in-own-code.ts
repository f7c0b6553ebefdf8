/** What can be wrong in a newsroom’s own code and looks. */
import { ownKind } from './own-kind.ts';
import type { ToolMistake } from './tool-mistake.ts';

const tokens = (line: string) => ({ 'layouts/styles/tokens.css': `:root {\n  ${line}\n}\n` });

const block = (name: string) => `import { defineBlock, markup } from 'broadsheet/blocks';

export const block = defineBlock({
  name: ${name},
  attributes: { title: { is: 'text', isNeeded: true } },
  render: ({ title }, content) => markup\`<figure><p class="label">\${title}</p>\${content}</figure>\`,
});
`;

const card = (first: string, below: string) => `/** A card as the engine's, and the tide below it. */
import { Card as EngineCard } from 'broadsheet/layouts/components/card';
import type { ComponentProps } from 'preact';

export function Card(props: ComponentProps<typeof EngineCard>) {
  ${first}
  return (
    <>
      <EngineCard {...props} />
      ${below}
    </>
  );
}
`;

const listing = (
  start: string,
) => `/** Stories by harbour: /harbours/poti/, with its archive and its feed, and an index of them all. */
import type { Listing } from 'broadsheet/listings';

export const ${start}: Listing = {
  name: 'harbour',
  idsOf: ({ topics }) => topics,
  spans: ['whole'],
};
`;

/** What is told as soon as the files are read. */
export const mistakesInOwnCode: Record<string, ToolMistake> = {
  'own/bad-icon': {
    files: {
      'layouts/icon.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">\n  ‸<text y="8">HP</text>\n</svg>\n',
    },
    ways: [
      { says: 'Turn them into paths', write: ['<text y="8">HP</text>', '<path d="M0 0h2v3h2V0h2v8H4V5H2v3H0z"/>'] },
    ],
  },
  'own/name-taken': {
    files: { 'src/blocks/quote.ts': block("‸'quote'") },
    ways: [
      {
        says: 'Choose another name',
        files: { 'src/blocks/quote.ts': null, 'src/blocks/saying.ts': block("'saying'") },
      },
    ],
  },
  'own/needs-tsx': {
    files: { 'src/kinds/sails.tsx': ownKind('sails', 'Sails in sight.') },
    says: 'The package tsx is not installed: package.json does not name it.',
    ways: [
      {
        says: 'Run: npm install --save-dev tsx',
        run: 'npm install --save-dev tsx',
        files: { 'package.json': '{"devDependencies": {"tsx": "4.23.15"}}\n' },
      },
    ],
  },
  'own/no-colour': {
    files: tokens('‸--accent: var(--ink);'),
    ways: [{ says: 'Write the colour itself', write: ['var(--ink)', 'light-dark(#0a4a7a, #8fc7ef)'] }],
  },
  'own/no-export': {
    files: { 'src/listings/harbour.ts': listing('‸harbours') },
    ways: [{ says: 'Write “export const listing', write: ['const harbours', 'const listing'] }],
  },
  'own/not-pure': {
    files: {
      'layouts/components/card.tsx': card('const year = ‸new Date().getFullYear();', '<p class="meta">{year}</p>'),
    },
    ways: [{ says: 'take what is needed from the props', write: ['new Date()', 'new Date(props.story.at * 1000)'] }],
  },
  'own/unknown-token': {
    files: tokens('‸--acccent: #0a4a7a;'),
    ways: [{ says: 'Did you mean --accent?', write: ['--acccent', '--accent'] }],
  },
  'own/wrong-export': {
    files: { 'src/blocks/recipe.ts': block("‸'recipes'") },
    ways: [{ says: 'Name it as its file: name: ', write: ["'recipes'", "'recipe'"] }],
  },
};

/** What is told when the files are run. `test/newsrooms/extended` has them as they are when they are mended. */
export const mistakesInRunCode: Record<string, ToolMistake> = {
  'own/layout-failed': {
    files: {
      'layouts/components/card.tsx': card(
        'const { tide } = ‸owned ?? {};',
        `{typeof tide === 'string' && <p class="meta tide">Tide: {tide}</p>}`,
      ),
    },
    ways: [{ says: 'Mend it', write: ['owned ??', 'props.story.own ??'] }],
  },
  'own/not-loaded': {
    files: {
      'src/listings/district.ts': `/** Stories by district: \`/districts/old-quay/\`, with its archive and its feed, and an index of them all. */
import type { Listing } from 'broadsheet/listings';

export const ‸= listing: Listing = {
  name: 'district',
  idsOf: ({ own }) => (typeof own?.district === 'string' ? [own.district] : []),
  field: 'district',
  spans: ['whole', 'year'],
  front: { folder: 'districts', ids: 'named', feeds: ['rss'], title: { one: 'District', all: 'Districts' } },
};
`,
    },
    ways: [{ says: 'Mend it', write: ['= listing:', 'listing:'] }],
  },
};
