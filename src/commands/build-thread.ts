/** What a thread of a build does: it parses files, or makes pages and writes them. */
import { Tinypool } from 'tinypool';
import type { ContentPath } from '../content/paths.ts';
import type { HandedWords } from '../content/search/handed-words.ts';
import type { Site } from '../content/site.ts';
import { MachineryError } from '../errors.ts';
import { ownFolders } from '../own/own-files.ts';
import type { PageRenderer } from '../render/eleventy.ts';
import { type Failure, RenderFailure } from '../render/failures.ts';
import { OutputFolder } from '../render/output.ts';
import type { PagesToRender } from '../render/render-pages.ts';
import type { HandedOn } from '../source/hand-on.ts';
import { findSystemError } from '../source/system-error.ts';
import type { Parsed } from '../sync/parser.ts';

/** What every thread knows. */
export type DataOfThreads = {
  newsroom: string;
  content: string;
  out: string;
  /** A module with `render`, put by tests in place of Eleventy. */
  renderer?: string | undefined;
};

/** `site` as JSON, which is the same for all that follow; `at`: where the thread tells which of the things it is at. */
type Given = { site: string; at: Int32Array };
type ToParse = { contents: readonly ContentPath[]; files: HandedOn };
export type Task = (Given & (ToParse | { pages: Omit<PagesToRender, 'site'> })) | 'warm up';

/** Plain data: an error keeps neither its class nor its code on its way. */
export type Done =
  | (Parsed & { words: HandedWords })
  | { written: number }
  | { failures: readonly Failure[] }
  | { refused: string; isOfSystem: boolean };

const data = Tinypool.workerData as DataOfThreads;
let last = loadOwn();

/** One after the other: the next task is here before it is needed, and waits. */
export function work(task: Task): Promise<Done> {
  const done = last.then(() => doWork(task));
  last = done.then(
    () => undefined,
    () => undefined,
  );
  return done;
}

/** As this thread's parent has loaded it, without a Problem. */
async function loadOwn(): Promise<void> {
  if (ownFolders(data.newsroom).length === 0) return;
  const { loadOwn: load } = await import('../own/load-own.ts');
  await load(data.newsroom, data.content);
}

async function doWork(task: Task): Promise<Done> {
  if (task === 'warm up') {
    await warmUp();
    return { written: 0 };
  }
  try {
    if ('contents' in task) return await parse(task, task);
    return { written: await makePages(task.pages, task) };
  } catch (error) {
    if (error instanceof RenderFailure)
      return { failures: error.failures.map((each) => ({ ...each, error: plainError(each.error) })) };
    const ofSystem = findSystemError(error);
    if (ofSystem) return { refused: ofSystem.message, isOfSystem: true };
    if (error instanceof MachineryError) return { refused: error.message, isOfSystem: false };
    throw plainError(error);
  }
}

/** As it may leave a thread, with what is to be told of it: what it says, where it happened, and what it came from. */
function plainError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const { message, stack } = error;
  const cause = error.cause ?? (error as { originalError?: unknown }).originalError; // of Eleventy
  return Object.assign(new Error(message, cause === undefined ? {} : { cause: plainError(cause) }), { stack });
}

async function parse({ contents, files }: ToParse, { site, at }: Given): Promise<Done> {
  const { parseAllApart, wordsIn } = await import('../sync/parser.ts');
  const { handOverWords } = await import('../content/search/handed-words.ts');
  const done = await parseAllApart(contents, files, siteOf(site), (index) => Atomics.store(at, 0, index));
  return { ...done, words: handOverWords(wordsIn(done.parsed)) };
}

async function makePages({ pages, texts }: Omit<PagesToRender, 'site'>, { site, at }: Given): Promise<number> {
  const { renderPages } = await import('../render/render-pages.ts');
  const numbers = new Map(pages.map(({ url }, index) => [url, index]));
  const onRoute = (url: string) => Atomics.store(at, 0, numbers.get(url) ?? -1);
  output ??= OutputFolder.begun(data.out);
  return renderPages({ pages, texts, site: siteOf(site) }, { render: await renderer(), output, onRoute });
}

let output: OutputFolder | undefined;
let known: { text: string; site: Site } | undefined;

function siteOf(text: string): Site {
  if (known?.text !== text) known = { text, site: JSON.parse(text) };
  return known.site;
}

async function renderer(): Promise<PageRenderer> {
  if (data.renderer !== undefined) return (await import(data.renderer)).render;
  return (await import('../render/eleventy.ts')).renderWithEleventy;
}

/** While there is nothing else to do, what rendering needs is loaded. */
async function warmUp(): Promise<void> {
  await import('../content/markdown/body.ts');
  if (data.renderer === undefined) await import('@11ty/eleventy');
}
