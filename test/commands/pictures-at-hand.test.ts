/** `build --pictures DIR` takes pictures from what another build has made, so that a look at what is saved waits for none of them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { buildOptionsOf } from '../../src/commands/build-command.ts';
import { articleText, Newsroom } from '../support/newsroom.ts';
import { jpegWith, labelPictures, stemOf } from '../support/pictures.ts';

const [quay, ferry] = [jpegWith('quay'), jpegWith('ferry')];
const story = (file: string) => articleText({ image: { file, alt: 'The quay' } });
const path = 'articles/2015/11/26/ferry';

test('what is there is made by nobody again, what is new is made once, and it is there for the next', async () => {
  const room = new Newsroom({ git: false, files: { [`${path}.md`]: story('quay.jpg'), [`${path}/quay.jpg`]: quay } });
  const makePicture = vi.fn(labelPictures);
  const made = () => makePicture.mock.calls.map(([bytes]) => Buffer.from(bytes));
  await room.build({ makePicture });
  expect(made()).toEqual([quay]);
  const asked = ['--content', room.content, '--cache', join(room.folder, 'other'), '--pictures', 'cache'];
  const { pictures, cache } = await buildOptionsOf(asked, { root: room.folder, call: (name) => name });
  expect([pictures, cache]).toEqual([room.cache, join(room.folder, 'other')]);
  makePicture.mockClear();
  const out = join(room.folder, 'site');
  await room.build({ makePicture, cache, out, pictures });
  expect(made()).toEqual([]);
  const name = /\/assets\/[\w-]+\.jpeg/.exec(readFileSync(join(out, '2015/11/26/ferry/index.html'), 'utf8'))?.[0] ?? '';
  expect(name).toContain(stemOf(quay));
  expect(existsSync(join(out, name))).toBe(true);
  room.write({ [`${path}.md`]: story('new.jpg'), [`${path}/new.jpg`]: ferry });
  await room.build({ makePicture, cache, out, pictures });
  await room.build({ makePicture });
  expect(made()).toEqual([ferry]);
  room.dispose();
});
