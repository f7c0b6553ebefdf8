/** What goes into a saved state comes out of it; what is wrong with one is refused, and changes nothing. */

import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { loadState, saveState } from '../../src/catalog/saved-state.ts';
import { MachineryError } from '../../src/errors.ts';
import { articleText, type Newsroom, newsroom, treeOf } from '../support/newsroom.ts';

async function built(): Promise<{ room: Newsroom; file: string }> {
  const room = newsroom({ git: false, files: { 'articles/2015/11/26/bridge.md': articleText() } });
  await room.rendered();
  return { room, file: join(room.folder, 'state.bin') };
}

test('a loaded state knows the site: the same content is nothing new', async () => {
  const { room, file } = await built();
  const { packed, unpacked } = await saveState(room.cache, file);
  expect(packed).toBe(statSync(file).size);
  expect(packed).toBeLessThan(unpacked / 2);
  room.cache = join(room.folder, 'cache-elsewhere');
  expect(await loadState(room.cache, file)).toEqual({ packed, unpacked });
  expect((await room.build()).outcomes).toEqual([]);
});

test('a state takes the place of what was remembered before', async () => {
  const { room, file } = await built();
  await saveState(room.cache, file);
  room.write({ 'articles/2015/11/26/bridge.md': articleText({ title: 'Another' }) });
  await room.rendered();
  await loadState(room.cache, file);
  expect(await room.rendered()).toContain('/2015/11/26/bridge/');
});

const damages: Record<string, (file: string) => void> = {
  'cut short': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  'cut by a byte': (file) => truncateSync(file, statSync(file).size - 1),
  'with something after it': (file) => appendFileSync(file, readFileSync(file)),
  'altered in a bit': (file) => {
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  },
  'of other content than it says': (file) => replaceInHeader(file, /"sha256":"./, '"sha256":"x'),
  'of another length than it says': (file) => replaceInHeader(file, /"bytes":\d+/, '"bytes":1000'),
  'of a later form': (file) => replaceInHeader(file, '"format":2', '"format":3'),
  'of another version': (file) => replaceInHeader(file, /"schema":\d+/, '"schema":0'),
  'a picture': (file) => writeFileSync(file, Buffer.from('ffd8ffe000104a464946', 'hex')),
  'JSON of something else': (file) => writeFileSync(file, '{"name":"x"}\n'),
  empty: (file) => writeFileSync(file, ''),
};

function replaceInHeader(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'latin1');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed, 'latin1');
}

test.each(Object.entries(damages))('a state that is %s is refused, and nothing is changed', async (_, damage) => {
  const { room, file } = await built();
  await saveState(room.cache, file);
  damage(file);
  const before = treeOf(room.cache);
  await expect(loadState(room.cache, file)).rejects.toThrow(/^.*state\.bin was not loaded: .+\. What was remembered/);
  expect(treeOf(room.cache)).toEqual(before);
});

test('a state that is not there is refused', async () => {
  const { room, file } = await built();
  await expect(loadState(room.cache, file)).rejects.toThrow(MachineryError);
});

test('nothing is saved of a cache without a build, nor of a build that was stopped', async () => {
  const room = newsroom({ git: false });
  const file = join(room.folder, 'state.bin');
  await expect(saveState(room.cache, file)).rejects.toThrow(/nothing to save/);
  expect(existsSync(room.cache)).toBe(false);
  openCatalog(room.cache).close();
  await expect(saveState(room.cache, file)).rejects.toThrow(/nothing to save/);
  await room.rendered();
  const catalog = openCatalog(room.cache);
  catalog.state.set('writing', 'word');
  catalog.close();
  await expect(saveState(room.cache, file)).rejects.toThrow(/stopped before its end/);
  expect(existsSync(file)).toBe(false);
});
