/**
 * Loads and tries what a save needs, before there is one: texts are parsed and pages rendered, to no end but that the next time is
 * quicker. Nothing is written; it goes in short steps, so that a build that is asked for meanwhile waits for one at the most.
 */
import { setImmediate } from 'node:timers/promises';
import { type Catalog, openCatalog } from '../catalog/catalog.ts';
import { type ContentPath, contentPath } from '../content/paths.ts';
import { askingOf, hasLayout } from '../plan/plan-edition.ts';
import { textsOf } from '../render/bodies.ts';
import { renderWithEleventy } from '../render/eleventy.ts';
import { renderPages } from '../render/render-pages.ts';
import { kindsByName } from '../routes/rules.ts';
import { openSource } from '../source/git-source.ts';
import { modes, type Source } from '../source/source.ts';
import { parseAllApart } from '../sync/parser.ts';
import { readBase } from '../sync/sync.ts';
import { buildOptionsOf } from './build-command.ts';
import { openNewsroom, takeNewsroom } from './newsroom.ts';

/** Pages of each kind, and in a step. */
const pages = { ofEachKind: 3, atOnce: 8 };

/** `args`: those of a build that has ended. False if it was to stop before its end. */
export async function warmUp(args: readonly string[], isToStop: () => boolean): Promise<boolean> {
  const { named, rest } = takeNewsroom(args);
  const { content, cache } = await buildOptionsOf(rest.slice(1), openNewsroom(named));
  for await (const _step of steps(content, cache)) {
    await setImmediate(); // what is asked of this process is heard of
    if (isToStop()) return false;
  }
  return true;
}

async function* steps(content: string, cache: string): AsyncGenerator<unknown> {
  yield import('../sync/apply-changes.ts');
  yield import('../sync/inspect-pictures.ts');
  yield import('../sync/weigh-files.ts');
  yield import('../sync/problem-texts.ts');
  const catalog = openCatalog(cache);
  try {
    const source = await openSource(content);
    yield await source.candidates(readBase(catalog), []); // so that it knows which files lie on the disk
    yield* tryPages(catalog, source);
  } finally {
    catalog.close();
  }
}

/** Renders some pages of each kind, and parses the texts on them. */
async function* tryPages(catalog: Catalog, source: Source): AsyncGenerator<unknown> {
  const { site } = catalog;
  const ask = askingOf(catalog, kindsByName());
  const rows = catalog.routes.someOfEachKind(pages.ofEachKind).map((row) => ({ ...row, fp: null, why: '' }));
  for (let start = 0; start < rows.length; start += pages.atOnce) {
    const stale = ask(rows.slice(start, start + pages.atOnce)).stale.filter(hasLayout);
    const texts = textsOf(stale, source);
    const paths = new Set(stale.flatMap((route) => route.texts.map(({ path }) => path)));
    yield parseAllApart([...paths].flatMap(contentAt), texts, site);
    yield await renderPages(
      { pages: stale, texts, site },
      { render: renderWithEleventy, output: { write: () => false } },
    );
  }
}

function contentAt(path: string): ContentPath[] {
  const content = contentPath(path, modes.file);
  return content && 'kind' in content ? [content] : [];
}
