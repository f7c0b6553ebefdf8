/** Reads files that are to be taken in, part by part: with other threads to parse them, some parts ahead. */

import { setImmediate } from 'node:timers/promises';
import { type ContentPath, contentPath, isBytes } from '../content/paths.ts';
import type { Problem } from '../problem.ts';
import { handOn, readMeanwhile } from '../source/hand-on.ts';
import type { FileId, Source } from '../source/source.ts';
import type { Intake } from './intake.ts';
import type { ParsedApart, Parser } from './parser.ts';

export type FileToRead = { path: string; file: FileId };

export type ReadFile = FileToRead & {
  /** As `contentPath` tells. */
  content: ContentPath | Problem | undefined;
  /** Of a text either of the two. */
  parsedApart: ParsedApart;
  bytes: Uint8Array | undefined;
};

/** More would keep this thread from handing out the next while others wait. */
const mostPerPart = 150;
/** So many are read together. */
const few = 1500;

type Reading = { source: Source; intake: Pick<Intake, 'known' | 'site'>; parser: Parser | undefined };

/** In the order of the files. */
export async function* readInParts(files: readonly FileToRead[], reading: Reading): AsyncGenerator<ReadFile[]> {
  const { source, parser } = reading;
  const mostAtOnce = parser?.mostAtOnce ?? 1;
  // So small that all hands are busy to the end.
  const filesPerPart = Math.min(mostPerPart, Math.ceil(files.length / (2 * mostAtOnce - 1)));
  if (files.length <= few && source.keep) {
    const texts = textsIn(files.map((each) => withContent(each, reading)));
    source.keep(texts, await readMeanwhile(texts, source));
  }
  const underWay: { part: Promise<ReadFile[]>; isOver: boolean }[] = [];
  for (let start = 0; start < files.length; start += filesPerPart) {
    while (underWay.length === mostAtOnce || underWay[0]?.isOver) yield (await underWay.shift()?.part) ?? [];
    const each = { part: readPart(files.slice(start, start + filesPerPart), reading), isOver: false };
    const end = () => {
      each.isOver = true;
    };
    each.part.then(end, end); // if it failed, it is told in its turn, if none before it did
    underWay.push(each);
    await setImmediate(); // what other threads have done is heard of
  }
  parser?.end();
  for (const { part } of underWay) yield await part;
}

async function readPart(files: readonly FileToRead[], reading: Reading): Promise<ReadFile[]> {
  const { source, intake, parser } = reading;
  const known = files.map((each) => withContent(each, reading));
  const texts = textsIn(known);
  const contents = texts.map(({ content }) => content);
  const done = texts.length > 0 ? await parser?.parse(contents, handOn(texts, source), intake.site) : undefined;
  if (done) source.keep?.(texts, done.read);
  const parsedAt = new Map(texts.map(({ path }, index) => [path, done?.parsed[index]]));
  const bytes = await readMeanwhile(
    texts.filter(({ path }) => parsedAt.get(path) === undefined),
    source,
  );
  return known.map((each) => ({ ...each, parsedApart: parsedAt.get(each.path), bytes: bytes.get(each.path) }));
}

type KnownFile = Pick<ReadFile, 'path' | 'file' | 'content'>;

function withContent(each: FileToRead, { intake }: Reading): KnownFile {
  return { ...each, content: contentPath(each.path, each.file.mode, intake.known.has) };
}

function textsIn(files: readonly KnownFile[]): { path: string; blob: string; content: ContentPath }[] {
  return files.flatMap(({ path, file, content }) =>
    content && 'kind' in content && !isBytes(content) ? [{ path, blob: file.blob, content }] : [],
  );
}
