/**
 * `npm run bench`: how long one story takes and how many bytes it writes, whatever the archive. Packs the engine, makes
 * a newsroom of so many stories in a temporary git repository and measures builds of it, each in a process of its own.
 * Flags: --source (the engine as it is here, not as a package), --articles N (10000), --body BYTES (8000), --topics N (300), --authors N (200), --json FILE, --keep FOLDER (made
 * once, used again), --peers (the same newsroom for stock Eleventy and Hugo, in turns), --no-check (the first check of a
 * large site takes longer than its first build). --per-day N is an agency: so many stories a day, each built as it comes
 * (--articles 15000 --per-day 500 --body 2000 --topics 3000 --authors 2000).
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makePackage } from '../../pack/make-package.ts';
import { outputPath } from '../../src/content/urls.ts';
import { comparePeers } from './compare.ts';
import {
  commitFiles,
  type GeneratedStory,
  generateRepository,
  instantOfOneMore,
  oneMoreStory,
  type Size,
  stories,
} from './generate.ts';
import { type Measured, measure } from './measure.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    body: { type: 'string', default: '8000' },
    'per-day': { type: 'string' },
    topics: { type: 'string', default: '300' },
    authors: { type: 'string', default: '200' },
    json: { type: 'string' },
    keep: { type: 'string' },
    peers: { type: 'boolean', default: false },
    source: { type: 'boolean', default: false },
    check: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const size: Size = {
  articles: Number(values.articles),
  bodyBytes: Number(values.body),
  seed: 1,
  perDay: values['per-day'] === undefined ? undefined : Number(values['per-day']),
  topics: Number(values.topics),
  authors: Number(values.authors),
};
const root = resolve(import.meta.dirname, '../..');
const folder = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
const repository = join(folder, 'newsroom');
const cache = join(folder, 'cache');
const out = outputFolder();
const timesEach = 3;
/** Below this repository, whose packages it finds. */
const engine = values.source ? root : join(root, '.cache/bench');

/** `bytes`: of the files that were written, and `bytesByEnding` of those that end so. */
type Row = {
  work: string;
  routes: number;
  rendered: number;
  written: number;
  bytes: number;
  bytesByEnding: Bytes;
} & Measured;
type Bytes = Record<string, number>;
const rows: Row[] = [];

/** On a file system in memory where there is one with room, so that the disk is not what is measured. */
function outputFolder(): string {
  const name = `broadsheet-bench-${size.articles}`;
  const needed = 2 * size.articles * (15_000 + size.bodyBytes); // pages, listings, and memory to build in
  if (!existsSync('/dev/shm')) return join(folder, 'dist');
  const { bavail, bsize } = statfsSync('/dev/shm');
  return existsSync(join('/dev/shm', name)) || bavail * bsize > needed ? join('/dev/shm', name) : join(folder, 'dist');
}

const fromCommit = ['--commit', 'HEAD'];

async function build(...flags: string[]): Promise<Omit<Row, 'work'>> {
  return buildWith(engine, ...fromCommit, ...flags);
}

async function buildWith(program: string, ...flags: string[]): Promise<Omit<Row, 'work'>> {
  const folders = ['--newsroom', repository, '--content', join(repository, 'content'), '--out', out, '--cache', cache];
  const started = Date.now();
  const { output, ...measured } = await measure([
    process.execPath,
    join(program, 'src/cli.js'),
    'build',
    ...folders,
    ...asOf(),
    ...flags,
    '--json',
  ]);
  const report = JSON.parse(output) as { routes: number; written: number; outcomes: { url: string; did: string }[] };
  const rendered = report.outcomes.filter(({ did }) => did === 'rendered').map(({ url }) => url);
  const bytesByEnding = writtenSince(started, rendered);
  const bytes = Object.values(bytesByEnding).reduce((sum, each) => sum + each, 0);
  return {
    routes: report.routes,
    rendered: rendered.length,
    written: report.written,
    bytes,
    bytesByEnding,
    ...measured,
  };
}

/** An agency’s stories are built as they come, and so are recent then. */
let newest = 0;

function asOf(): string[] {
  return size.perDay === undefined ? [] : ['--now', new Date(1000 * instantOfOneMore(size, newest)).toISOString()];
}

/** One of those that come in the rest of the day. */
function oneMore(offset: number): GeneratedStory {
  const slots = size.perDay === undefined ? 20_000 : Math.floor(size.perDay / 7);
  newest = (serial + offset) % slots;
  return oneMoreStory(size, newest);
}

/** Of the files at some URLs, those that were written after an instant. */
function writtenSince(started: number, urls: readonly string[]): Bytes {
  const bytes: Bytes = {};
  for (const url of urls) {
    const file = join(out, outputPath(url));
    const stat = statSync(file);
    if (stat.mtimeMs < started) continue;
    const ending = extname(file);
    bytes[ending] = (bytes[ending] ?? 0) + stat.size;
  }
  return bytes;
}

/** The median of some builds, each after a change of its own. */
async function repeat(work: string, change: (round: number) => Promise<unknown>, ...flags: string[]): Promise<void> {
  await repeatBuild(work, change, () => build(...flags));
}

/** Judges the site; the first time all of it, then what changed. */
async function check(): Promise<Omit<Row, 'work'>> {
  const { output, ...measured } = await measure([
    process.execPath,
    join(engine, 'src/cli.js'),
    ...['check', '--content', join(repository, 'content'), '--out', out, '--cache', cache],
  ]);
  const judged = Number(/html: ([\d,]+) page/.exec(output)?.[1]?.replaceAll(',', '') ?? 0);
  return { routes: 0, rendered: judged, written: 0, bytes: 0, bytesByEnding: {}, ...measured };
}

async function repeatBuild(
  work: string,
  change: (round: number) => Promise<unknown>,
  buildAfter: () => Promise<Omit<Row, 'work'>>,
): Promise<void> {
  const results: Omit<Row, 'work'>[] = [];
  for (let round = 0; round < timesEach; round++) {
    await change(round);
    results.push(await buildAfter());
  }
  const median = results.sort((a, b) => a.seconds - b.seconds)[Math.floor(timesEach / 2)];
  if (median) say({ work, ...median });
}

function say(row: Row): void {
  rows.push(row);
  const { work, seconds, cpuSeconds, megabytes, routes, rendered, written, bytes, bytesByEnding } = row;
  const cells = [work.padEnd(34), `${seconds.toFixed(2)} s`, `${cpuSeconds.toFixed(2)} s CPU`, `${megabytes} MB`];
  const made =
    routes > 0
      ? [`${rendered} of ${routes} rendered`, `${written} written`, `${kilobytes(bytes)} kB`]
      : [`${rendered} pages judged`];
  console.log([...cells, ...made].join('  '));
  const endings = Object.entries(bytesByEnding).sort(([, a], [, b]) => b - a);
  if (size.perDay !== undefined && endings.length > 0)
    console.log(`${' '.repeat(36)}${endings.map(([ending, each]) => `${ending} ${kilobytes(each)} kB`).join(', ')}`);
}

function kilobytes(bytes: number): string {
  return Math.round(bytes / 1000).toLocaleString('en');
}

function firstStories(n: number): GeneratedStory[] {
  const found: GeneratedStory[] = [];
  for (const story of stories(size)) if (found.push(story) === n) break;
  return found;
}

const commit = (...files: { path: string; text: string }[]) => commitFiles(repository, files);
const edited = (text: string, round: number) => `${text}\nEdited ${process.pid} ${round}.\n`;
const serial = Math.floor(process.uptime() * 1000) + process.pid * 10;

if (!values.source) await makePackage(root, engine);
mkdirSync(folder, { recursive: true });
if (!existsSync(repository)) await generateRepository(repository, size);
const all = firstStories(200 + 2 * timesEach).slice(200);
const old = (round: number) => all[round] as GeneratedStory;

console.log(`${size.articles} stories of ${size.bodyBytes} bytes`);
if (!existsSync(cache) || !existsSync(out)) say({ work: 'first build', ...(await build()) });
else await build();
console.log(`catalog ${(statSync(join(cache, 'production.sqlite')).size / 1e6).toFixed(0)} MB`);
await repeat('nothing new', async () => {});
await repeat('one new story', (round) => commit(oneMore(round)));
await repeat('an old body edited', (round) => commit({ path: old(round).path, text: edited(old(round).text, round) }));
await repeat('an old story retitled', (round) => {
  const { path, text } = old(timesEach + round);
  return commit({ path, text: text.replace(/^title: .*$/m, `title: Another title ${serial} ${round}`) });
});
await repeat('an author of many stories renamed', (round) =>
  commit({ path: 'authors/author-7.yaml', text: `name: Renamed ${serial} ${round}\n` }),
);
const buildOneMore = async (round: number) => {
  await commit(oneMore(10 + round));
  return build();
};
const peers = values.peers ? await comparePeers({ repository, folder, out, buildOneMore }) : [];
for (const { peer, seconds, megabytes, ratio } of peers) {
  console.log(
    `${peer.padEnd(34)}  ${seconds.toFixed(2)} s  ${megabytes} MB  ${ratio.toFixed(0)} times Broadsheet’s one new story`,
  );
}
await repeat(
  'an embargo passing',
  async (round) => {
    const story = oneMoreStory(size, 1);
    const path = `articles/2040/01/0${round + 1}/embargoed-${serial}.md`;
    await commit({ path, text: story.text.replace(/^date: .*$/m, `date: 2040-01-0${round + 1} 12:00`) });
    await build();
  },
  '--now',
  '2040-01-03T13:00Z',
);

if (values.check) {
  say({ work: 'first check', ...(await check()) });
  await repeatBuild(
    'check after one new story',
    async (round) => {
      await commit(oneMore(30 + round));
      await build();
    },
    check,
  );
}
const inWorkTree = (...args: string[]) => spawnSync('git', ['-C', repository, ...args]);
inWorkTree('reset', '--hard', '--quiet');
await buildWith(engine);
await repeatBuild(
  'nothing new, from the working tree',
  async () => {},
  () => buildWith(engine),
);
await repeatBuild(
  'one new story, from the working tree',
  async (round) => {
    const { path, text } = oneMore(20 + round);
    const file = join(repository, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  },
  () => buildWith(engine),
);
inWorkTree('clean', '-fdq');
say({ work: 'a layout changed', ...(await buildWith(programWithOtherStyle(), ...fromCommit)) });

/** A copy of the program whose pages all look a little different; packages are as far from it as from the program. */
function programWithOtherStyle(): string {
  const copy = values.source ? join(folder, 'program') : `${engine}-restyled`;
  rmSync(copy, { recursive: true, force: true });
  const configuration = values.source ? ['.eleventy.ts', 'tsconfig.json'] : ['.eleventy.js'];
  const parts = ['src', 'layouts', 'package.json', ...configuration];
  for (const part of parts) cpSync(join(engine, part), join(copy, part), { recursive: true });
  if (values.source) symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  appendFileSync(join(copy, 'layouts/styles/base.css'), `\n:root { --measured: ${serial}; }\n`);
  return copy;
}

if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify({ size, node: process.version, source: values.source, rows, peers }, null, 2)}\n`,
  );
if (!values.keep) for (const each of [folder, out]) rmSync(each, { recursive: true, force: true });
