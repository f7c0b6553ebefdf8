/** What a build and its output folder know of each other: whether the folder can be believed, and that it says so while it is written. */

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { outputPath } from '../content/urls.ts';
import { MachineryError, RefusedOutput } from '../errors.ts';
import { distrustOutput, editionName, isPreviewName, markOf } from '../plan/edition.ts';
import type { Batch } from '../plan/plan-edition.ts';
import type { OutputFolder } from '../render/output.ts';

/** Of files of the site elsewhere that are not there any more, to be removed after the rest is sent. */
export function removedList(cache = ''): string {
  return join(cache, 'removed.txt');
}

/** A preview and a site never take each other's place: what is not public is in one of them. */
export function refuseOther(output: OutputFolder, isPreview?: true): void {
  const { folder, isOfPreview } = { folder: output.folder, isOfPreview: isPreviewIn(output) };
  if (isOfPreview === undefined || isOfPreview === (isPreview ?? false)) return;
  throw new RefusedOutput(
    isOfPreview
      ? `${folder} holds a preview, which shows what is not public. Remove it, or name another folder with --out.`
      : `${folder} holds a site for readers, and no preview takes its place. Name another folder with --out.`,
  );
}

/** Undefined of an empty folder, or one with something else. */
function isPreviewIn(output: OutputFolder): boolean | undefined {
  const state = output.state();
  if (state.is === 'empty' || state.is === 'foreign') return undefined;
  return isPreviewName(state.is === 'unfinished' ? state.word : state.name);
}

/** What a build that was stopped had written is known to nobody who does not have its folder. */
export function acceptChanges(catalog: Catalog, output: OutputFolder): void {
  const word = catalog.state.get('writing');
  if (output.acceptChanges(editionName(catalog), word) === 'continued' || word === undefined) return;
  throw new MachineryError(
    'The last build was stopped before its end, so its changes would be missing. Load the state that was saved after the last deployment, or build the whole site without --changed-only.',
  );
}

/** Decides what of the output folder can be believed; else every route will be compared. Returns how many strays were removed. */
export function trustOutput(catalog: Catalog, output: OutputFolder, compareAll: boolean): number {
  const state = output.state();
  const isAsLeft =
    state.is === 'edition' && state.name === editionName(catalog) && catalog.state.get('writing') === undefined;
  const isOurs = state.is === 'unfinished' && state.word === catalog.state.get('writing');
  if ((isAsLeft || isOurs) && !compareAll) return 0;
  distrustOutput(
    catalog,
    compareAll ? '--all compares everything' : 'the output folder was not as the last build left it',
  );
  beginWriting(catalog, output);
  const wanted = new Set(catalog.routes.urls().map(outputPath));
  return output.removeAllBut((path) => wanted.has(path)).length;
}

export function beginWriting(catalog: Catalog, output: OutputFolder): void {
  const word = catalog.state.get('writing') ?? `${markOf(catalog)}${randomUUID()}`;
  catalog.state.set('writing', word);
  output.begin(word);
}

/** The folder says so before any file of a batch is touched. */
export function* begun(batches: Iterable<Batch>, catalog: Catalog, output: OutputFolder): Generator<Batch> {
  for (const batch of batches) {
    if (batch.gone.length + batch.stale.length > 0) beginWriting(catalog, output);
    yield batch;
  }
}

export function finishWriting(catalog: Catalog, output: OutputFolder): void {
  if (catalog.state.get('writing') === undefined) return;
  output.finish(editionName(catalog));
  catalog.state.forget('writing');
}
