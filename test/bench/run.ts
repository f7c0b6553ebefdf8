/**
 * `npm run bench`: how long one story takes and how many bytes it writes, whatever the archive. Packs the engine, makes
 * a newsroom of so many stories in a temporary git repository and measures builds of it, each in a process of its own.
 * `--peers` measures first builds in place of changes, in turns with stock Eleventy and Hugo; `--profile` one first
 * build, by stages; `--preview` what `npm start` takes from a save until it is painted in Chromium (--saves N of each kind, 20).
 * Flags: --source (the engine as it is here, not as a package), --articles N (10000), --body BYTES
 * (8000), --topics N (300), --authors N (200), --rounds N (3, of --peers), --json FILE, --keep FOLDER (everything is made
 * there, once, and used again), --no-check (the first check of a large site takes as long again as most of its first build).
 * --search is what the search costs, with and without it: builds, files and bytes of a query (--vocabulary 50000 words, --years 15).
 * --per-day N is an agency: so many stories a day, each built as it comes (--articles 15000 --per-day 500 --body 2000
 * --topics 3000 --authors 2000).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureChanges } from './changes.ts';
import { comparePeers } from './compare.ts';
import { measurePreview } from './preview/measure-preview.ts';
import { profileBuild } from './profile/profile-build.ts';
import { Room } from './room.ts';
import { measureSearch } from './search.ts';

const options = {
  help: { type: 'boolean', default: false },
  articles: { type: 'string', default: '10000' },
  body: { type: 'string', default: '8000' },
  'per-day': { type: 'string' },
  years: { type: 'string' },
  vocabulary: { type: 'string' },
  topics: { type: 'string', default: '300' },
  authors: { type: 'string', default: '200' },
  rounds: { type: 'string', default: '3' },
  json: { type: 'string' },
  keep: { type: 'string' },
  peers: { type: 'boolean', default: false },
  profile: { type: 'boolean', default: false },
  preview: { type: 'boolean', default: false },
  saves: { type: 'string', default: '20' },
  search: { type: 'boolean', default: false },
  source: { type: 'boolean', default: false },
  check: { type: 'boolean', default: true },
} as const;
const { values } = flags();
if (values.help) {
  console.log(usage());
  process.exit();
}
const size = {
  articles: Number(values.articles),
  bodyBytes: Number(values.body),
  seed: 1,
  perDay: values['per-day'] === undefined ? undefined : Number(values['per-day']),
  years: values.years === undefined ? undefined : Number(values.years),
  vocabulary: wordsOf(values),
  topics: Number(values.topics),
  authors: Number(values.authors),
};
const room = new Room(size, { keep: values.keep, isSource: values.source || values.profile });
await room.open();
console.log(`${size.articles} stories of ${size.bodyBytes} bytes, in ${room.folder}`);
const measured = await measureMode();
if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify({ size, node: process.version, source: room.isSource, ...measured }, null, 2)}\n`,
  );
room.close();

function flags() {
  try {
    return parseArgs({ options, allowNegative: true });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage()}`);
    process.exit(2);
  }
}

/** The head of this file. */
function usage(): string {
  const [, head = ''] = /^\/\*\*\n([\s\S]*?)\n \*\//.exec(readFileSync(import.meta.filename, 'utf8')) ?? [];
  return head.replace(/^ \* ?/gm, '');
}

async function measureMode(): Promise<object> {
  if (values.profile) return { stages: await profileBuild(room) };
  if (values.preview) return { preview: await measurePreview(room, Number(values.saves)) };
  if (values.search) return { search: await measureSearch(room) };
  if (values.peers) return { peers: await comparePeers(room, Number(values.rounds), values.check) };
  return { rows: await measureChanges(room, values.check) };
}

/** An index of a few words says nothing. */
function wordsOf({ vocabulary, search }: { vocabulary?: string; search: boolean }): number | undefined {
  if (vocabulary !== undefined) return Number(vocabulary);
  return search ? 50_000 : undefined;
}
