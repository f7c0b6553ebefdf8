/**
 * Newsrooms of any size for measuring: the same seed gives the same bytes. Stories of 15 years have two authors, three
 * topics, one of five sections, a distinct body and links to earlier stories; those of an agency, of as many days as they
 * take at so many a day, one author and two topics. Written straight into a git repository as one commit.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';

export type Size = {
  articles: number;
  bodyBytes: number;
  seed: number;
  /** Undefined: they are spread over 15 years, or so many. */
  perDay?: number;
  years?: number;
  /** So many words, the second half as frequent as the first and so on, as in a language; undefined: a few, all alike. */
  vocabulary?: number;
  topics: number;
  authors: number;
};

export type GeneratedStory = { path: string; text: string };

const sections = ['politics', 'economy', 'world', 'society', 'culture'];
const firstSecond = Date.UTC(2001, 0, 1) / 1000;
const lastSecond = Date.UTC(2015, 11, 1) / 1000;
/** Where there are so many a day, the last day and its month are as good as over. */
const lastEvening = lastSecond - 4 * 3600;

export const siteYaml = `title: The Measured Courier
url: https://measured.example
description: Stories made to be measured
timeZone: UTC
languages: [en]
sections:
${sections.map((id) => `  - {id: ${id}, title: ${id}}`).join('\n')}
`;

/** The stories of a newsroom, oldest first. */
export function* stories(size: Size): Generator<GeneratedStory> {
  const { articles, seed } = size;
  const random = numbers(seed);
  const recent: string[] = [];
  const last = endOf(size);
  const first = firstOf(size, last);
  for (let index = 0; index < articles; index++) {
    const at = new Date(1000 * Math.floor(first + ((last - first) * index) / articles));
    const day = at.toISOString().slice(0, 10).replaceAll('-', '/');
    const slug = `story-${index}`;
    yield { path: `articles/${day}/${slug}.md`, text: storyText(size, random, { at, index, recent }) };
    recent.push(`/${day}/${slug}/`);
    if (recent.length > 50) recent.shift();
  }
}

/** One more story, newer than all others; an agency’s next ones come as often as those before. */
export function oneMoreStory(size: Size, serial: number): GeneratedStory {
  const at = new Date(1000 * instantOfOneMore(size, serial));
  const day = at.toISOString().slice(0, 10).replaceAll('-', '/');
  return {
    path: `articles/${day}/one-more-${serial}.md`,
    text: storyText(size, numbers(size.seed + serial), { at, index: 1_000_000 + serial, recent: [] }),
  };
}

/** One of years ago that comes only now, so that it belongs among what has long been settled. */
export function oneOfOld(size: Size, { path, text }: GeneratedStory, serial: number): GeneratedStory {
  return {
    path: path.replace(/[^/]*$/, `come-late-${serial}.md`),
    text: text.replace(/^title: .*$/m, `title: ${sentence(numbers(size.seed + serial), 8, size.vocabulary)} ${serial}`),
  };
}

/** The next ones are not to come: by then, each that can come has. */
export const mostOfOneMore = 20_000;

/** In seconds since 1970. */
export function instantOfOneMore(size: Size, serial: number): number {
  const between = size.perDay === undefined ? 60 : Math.round(86_400 / size.perDay / 60) * 60;
  return endOf(size) + serial * between;
}

function firstOf({ articles, perDay, years }: Size, last: number): number {
  if (perDay !== undefined) return last - (articles / perDay) * 86_400;
  return years === undefined ? firstSecond : last - years * 334 * 86_400;
}

function endOf({ perDay }: Size): number {
  return perDay === undefined ? lastSecond : lastEvening;
}

type Told = { at: Date; index: number; recent: readonly string[] };

function storyText(size: Size, random: () => number, { at, index, recent }: Told): string {
  const below = (n: number) => Math.floor(random() * n);
  const named = size.perDay === undefined ? { authors: 2, topics: 3 } : { authors: 1, topics: 2 };
  const authors = distinct(named.authors, () => `author-${below(size.authors)}`);
  const topics = distinct(named.topics, () => `topic-${Math.floor(size.topics * random() ** 2.5)}`);
  const say = (length: number) => sentence(random, length, size.vocabulary);
  const matter = [
    `title: ${say(8)} ${index}`,
    `summary: ${say(22)}.`,
    `date: ${at.toISOString().slice(0, 16).replace('T', ' ')}`,
    `authors: [${authors.join(', ')}]`,
    `section: ${sections[below(sections.length)]}`,
    `topics: [${topics.join(', ')}]`,
  ];
  return `---\n${matter.join('\n')}\n---\n\n${bodyText(random, { index, recent, bytes: size.bodyBytes, say })}\n`;
}

type BodyToWrite = { index: number; recent: readonly string[]; bytes: number; say(length: number): string };

function bodyText(random: () => number, { index, recent, bytes, say }: BodyToWrite): string {
  const parts = [`Story number ${index} begins here.`];
  let length = 0;
  while (length < bytes) {
    const link = recent[Math.floor(random() * recent.length)];
    const isLinked = link !== undefined && random() < 0.3;
    const part = random() < 0.1 ? `## ${say(5)}` : `${say(60)}${isLinked ? `, [as told before](${link})` : ''}.`;
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join('\n\n');
}

/** The most frequent ones of a vocabulary. */
const words =
  'the of and to in a that for on with as by from at this after over between about under government minister region talks agreement border border market price energy pipeline summit election parliament court report council committee visit statement security army mission fleet coast city village road winter harvest school hospital bank currency trade export industry worker union protest film museum theatre festival book history language people family'.split(
    ' ',
  );

function sentence(random: () => number, length: number, vocabulary?: number): string {
  const word = () =>
    vocabulary === undefined ? words[Math.floor(random() * words.length)] : anyWord(random, vocabulary);
  const text = Array.from({ length }, word).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const syllables = 'ba co de fi ga ho in ju ka le mo nu or pa re si ta un ve wi tra con ster ment ling pro'.split(' ');

/** By Zipf’s law. */
function anyWord(random: () => number, vocabulary: number): string {
  return rareWord(Math.floor(vocabulary ** random()) - 1, vocabulary);
}

/** A word by its rank, from 0 on. */
export function rareWord(rank: number, vocabulary: number): string {
  const known = words[rank];
  if (known !== undefined) return known;
  let word = '';
  for (let rest = (rank % vocabulary) * 7919 + 13; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return word;
}

function distinct(n: number, make: () => string): string[] {
  const found = new Set<string>();
  while (found.size < n) found.add(make());
  return [...found];
}

/** mulberry32: small, quick, and the same everywhere. */
function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every file of the content folder but the stories. */
export function undatedFiles(size: Pick<Size, 'authors'>): GeneratedStory[] {
  const authors = Array.from({ length: size.authors }, (_, index) => ({
    path: `authors/author-${index}.yaml`,
    text: `name: Author Number ${index}\n`,
  }));
  return [{ path: 'site.yaml', text: siteYaml }, ...authors];
}

/** Makes a repository with one commit of a newsroom in `content/`; no work tree is checked out. */
export async function generateRepository(folder: string, size: Size): Promise<void> {
  mkdirSync(folder, { recursive: true });
  spawnSync('git', ['init', '--quiet', '--initial-branch=main', folder]);
  await commitFiles(folder, chain(undatedFiles(size), stories(size)));
}

/** Adds a commit that writes files, straight into the repository. A branch that is not there yet begins from the main one. */
export async function commitFiles(
  folder: string,
  files: Iterable<GeneratedStory>,
  branch: string = 'main',
): Promise<void> {
  const isThere = (name: string) =>
    spawnSync('git', ['-C', folder, 'rev-parse', '--verify', '--quiet', name]).status === 0;
  const before = [branch, 'main'].find(isThere);
  const importer = spawn('git', ['-C', folder, 'fast-import', '--quiet'], { stdio: ['pipe', 'inherit', 'inherit'] });
  const write = async (text: string) => {
    if (!importer.stdin.write(text)) await once(importer.stdin, 'drain');
  };
  const from = before === undefined ? '' : `from refs/heads/${before}^0\n`;
  await write(
    `commit refs/heads/${branch}\ncommitter Bench <bench@measured.example> 1450000000 +0000\n${data('Stories')}${from}`,
  );
  for (const file of files) await write(`M 100644 inline content/${file.path}\n${data(file.text)}`);
  importer.stdin.end('\n');
  await once(importer, 'exit');
}

function* chain(...lists: Iterable<GeneratedStory>[]): Generator<GeneratedStory> {
  for (const list of lists) yield* list;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
