/** What is remembered of links outlives the process, and a damaged file but for the damaged lines. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LinkMemory } from '../../../src/check/external/memory.ts';
import type { Known } from '../../../src/check/external/verdict.ts';

const good: Known = { is: 'good', said: '200', asked: 5, movedTo: 'https://b.example/' };
const suspect: Known = { is: 'dead', said: '404', asked: 9, deadSince: 7 };
const [a, c] = ['https://a.example/', 'https://c.example/'] as const;

function remembering(): { cache: string; file: string } {
  const cache = mkdtempSync(join(tmpdir(), 'links-'));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  const memory = new LinkMemory(cache);
  memory.remember(a, good);
  memory.remember(c, good);
  memory.remember(c, suspect);
  memory.leaveAlone('a.example', 100);
  memory.leaveAlone('b.example', 50);
  return { cache, file: join(cache, 'external-links.jsonl') };
}

test('links and hosts that want to be left alone, each as it was last', () => {
  const { cache } = remembering();
  const { links, restUntil } = new LinkMemory(cache);
  expect(Object.fromEntries(links)).toEqual({ [a]: good, [c]: suspect });
  expect(Object.fromEntries(restUntil)).toEqual({ 'a.example': 100, 'b.example': 50 });
});

test('kept is what is of use: links that there are, once each, and hosts whose time is to come', () => {
  const { cache, file } = remembering();
  new LinkMemory(cache).keepOnly((link) => link === c, 60);
  const { links, restUntil } = new LinkMemory(cache);
  expect(Object.fromEntries(links)).toEqual({ [c]: suspect });
  expect(Object.fromEntries(restUntil)).toEqual({ 'a.example': 100 });
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(2);
});

test('a line that was cut, or says something else, takes no other with it', () => {
  const { cache, file } = remembering();
  appendFileSync(file, '{"link":"https://a.example/","is":"de');
  expect(new LinkMemory(cache).links.get(a)).toEqual(good);
  const wrong = [
    'garbage',
    '[]',
    'null',
    '{"link":"https://a.example/","is":"alive","said":"200","asked":1}',
    '{"link":7}',
  ];
  writeFileSync(file, `${wrong.join('\n')}\n\0\n${readFileSync(file, 'utf8')}`);
  expect(Object.fromEntries(new LinkMemory(cache).links)).toEqual({ [a]: good, [c]: suspect });
});
