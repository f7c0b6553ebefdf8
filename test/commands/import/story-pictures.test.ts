/** Pictures of an old site as the new one has them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import type { Work } from '../../../src/commands/import/convert-stories.ts';
import { ImportState } from '../../../src/commands/import/import-state.ts';
import { bytesOf } from '../../../src/commands/import/story-pictures.ts';
import { writeStories } from '../../../src/commands/import/write-stories.ts';
import { KeptDetails } from '../../../src/import/kept-details.ts';
import { PackedMap } from '../../../src/import/packed-map.ts';
import type { SourceStory } from '../../../src/import/source-story.ts';
import { site } from '../../content/written.ts';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['90000', '45000', { width: 2560, height: 1280 }],
  ['300', '200', { width: 600, height: 400 }],
])('an SVG of %s × %s pixels is drawn as large as it is shown, and no larger', async (width, height, drawn) => {
  const file = join(folder, `${width}.svg`);
  writeFileSync(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="9" height="9"/></svg>`,
  );
  const bytes = await bytesOf({ name: 'x.png', file, isRedrawn: true });
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', ...drawn });
});

test('a picture that is drawn anew is drawn once, however many rounds its story takes', async () => {
  const svg = join(folder, 'quay.svg');
  writeFileSync(svg, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const story: SourceStory = {
    ...{ kind: 'story', place: { file: 'quay.md' }, urls: [], title: { format: 'plain', text: 'The quay' } },
    ...{ authors: [], sections: [], tags: [], state: 'public', rest: {} },
    body: { format: 'markdown', text: '![The quay](quay.svg)' },
  };
  const key = 'quay.md';
  const path = 'articles/2015/11/26/quay.md';
  const date = { at: Date.UTC(2015, 10, 26) / 1000, isDay: true };
  const placed = {
    ...{ key, path, story: '2015/11/26/quay', date, isPublic: true, facts: story },
    ...{ section: site.sections[0]?.id, topics: [], authors: ['desk'] },
  };
  const work = {
    source: {
      async *items() {
        yield story;
      },
    },
    ...{
      survey: { media: new Map(), lists: [] },
      addresses: { redirects: new Map() },
      media: { find: () => ({ file: svg }) },
    },
    places: { placed: new Map([[key, { ...placed, facts: { ...story, title: 'The quay' } }]]) },
    ...{ mapping: { furniture: [], shortcodes: {} }, site },
    ...{ hosts: [], dialect: 'none', out: new Map(), bad: new Map() },
  } as unknown as Work;
  const state = new ImportState({ root: folder, content: join(folder, 'content') }, false);
  state.begin();
  const write = vi.spyOn(state, 'write');
  const writing = {
    ...{ state, copied: new Map(), details: new KeptDetails(), parsed: undefined, waiting: new Map() },
    ...{ again: () => '', progress: () => undefined },
  };
  await writeStories(work, writing, new PackedMap());
  await writeStories(work, writing, new PackedMap(), new Set([key]));
  const written = write.mock.calls.map(([name]) => name.slice('content/articles/2015/11/26/'.length));
  expect(written).toEqual(['quay/quay.png', 'quay.md', 'quay.md']);
});
