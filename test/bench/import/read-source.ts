/** `node test/bench/import/read-source.ts FILE`: what a reader alone takes of a file, in time and memory. */
import { openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { atom, rss } from '../../../src/import/readers/feeds.ts';
import { ghost } from '../../../src/import/readers/ghost.ts';
import { jsonFeed } from '../../../src/import/readers/json-feed.ts';
import { wordpress } from '../../../src/import/readers/wordpress.ts';
import type { Input } from '../../../src/import/source-story.ts';

const [named] = process.argv.slice(2);
if (named === undefined) throw new Error('Usage: node test/bench/import/read-source.ts FILE');
const path = resolve(named);
const first = Buffer.alloc(1 << 16);
const beginning = first.toString('utf8', 0, readSync(openSync(path, 'r'), first));
const input: Input = { path, files: [], beginning, read: async () => undefined };
for (const reader of [wordpress, ghost, rss, atom, jsonFeed]) {
  if ((await reader.recognise(input)) === undefined) continue;
  const began = performance.now();
  const { items, remarks } = await reader.open(input);
  const counts: Record<string, number> = {};
  for await (const { kind } of items()) counts[kind] = (counts[kind] ?? 0) + 1;
  const seconds = (performance.now() - began) / 1000;
  const stories = (counts.story ?? 0) + (counts.page ?? 0);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${reader.name}: ${JSON.stringify(counts)}, ${remarks?.length ?? 0} remarks, ${seconds.toFixed(1)} s, ${Math.round(stories / seconds)} stories a second, ${megabytes.toFixed(0)} MB`,
  );
}
