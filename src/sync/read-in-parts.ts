/** Reads files that are to be taken in, part by part: with other threads to parse them, some parts ahead. */

import { type ContentPath, contentPath, isBytes } from '../content/paths.ts';
import type { Problem } from '../problem.ts';
import { handOn } from '../source/hand-on.ts';
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

const mostPerPart = 500;

type Reading = { source: Source; intake: Pick<Intake, 'known' | 'site'>; parser: Parser | undefined };

/** In the order of the files. */
export async function* readInParts(files: readonly FileToRead[], reading: Reading): AsyncGenerator<ReadFile[]> {
  const { parser } = reading;
  const mostAtOnce = parser?.mostAtOnce ?? 1;
  // So small that all hands are busy to the end.
  const filesPerPart = Math.min(mostPerPart, Math.ceil(files.length / (2 * mostAtOnce - 1)));
  const underWay: Promise<ReadFile[]>[] = [];
  for (let start = 0; start < files.length; start += filesPerPart) {
    if (underWay.length === mostAtOnce) yield (await underWay.shift()) ?? [];
    const part = readPart(files.slice(start, start + filesPerPart), reading);
    part.catch(() => undefined); // it is told in its turn, if none before it failed
    underWay.push(part);
  }
  parser?.end();
  for (const part of underWay) yield await part;
}

async function readPart(files: readonly FileToRead[], { source, intake, parser }: Reading): Promise<ReadFile[]> {
  const known = files.map((each) => ({ ...each, content: contentPath(each.path, each.file.mode, intake.known.has) }));
  const texts = known.flatMap(({ path, file, content }) =>
    content && 'kind' in content && !isBytes(content) ? [{ path, blob: file.blob, content }] : [],
  );
  const contents = texts.map(({ content }) => content);
  const parsed = texts.length > 0 ? await parser?.parse(contents, handOn(texts, source), intake.site) : [];
  const parsedAt = new Map(texts.map(({ path }, index) => [path, parsed?.[index]]));
  const bytes = source.read(texts.filter(({ path }) => parsedAt.get(path) === undefined));
  return known.map((each) => ({ ...each, parsedApart: parsedAt.get(each.path), bytes: bytes.get(each.path) }));
}
