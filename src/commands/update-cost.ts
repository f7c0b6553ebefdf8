/** What an update costs, said before it is rendered: of the engine, of the layouts, of a newsroom's own code. */
import type { Catalog } from '../catalog/catalog.ts';
import { routeRules } from '../routes/rules.ts';

/** What a catalog was brought in step with last; undefined: not yet, or not known. */
export type FormerEngine = { version: string | undefined; all: string | undefined };

/** Fewer pages than these are rendered before the sentence is read. */
const worthSaying = 50;

export function formerEngine({ state }: Catalog): FormerEngine {
  return { version: state.get('engine.version'), all: state.get('engine.all') };
}

/** Keeps the version, and returns a sentence if there is something to say. To be called between the sync and the plan. */
export function noteUpdate(catalog: Catalog, former: FormerEngine, version: string): string | undefined {
  if (former.version !== version) catalog.state.set('engine.version', version);
  if (former.all === undefined || (former.version === version && catalog.state.get('engine.all') === former.all))
    return undefined;
  const isUpdate = former.version !== undefined && former.version !== version;
  const pages = countPages(catalog);
  if (!isUpdate && pages < worthSaying) return undefined;
  const cause = isUpdate ? `Engine ${former.version} → ${version}` : 'The layouts or the program changed';
  return `${cause}: ${pages.toLocaleString('en')} page${pages === 1 ? '' : 's'} will be rendered.`;
}

/** How many of the routes that will be asked are pages. */
function countPages(catalog: Catalog): number {
  const pages = new Set(routeRules.pageKinds());
  return catalog.touched.counts().reduce((sum, { kind, n }) => (pages.has(kind) ? sum + n : sum), 0);
}
