/**
 * Files that both states have alike, so that no build has made them here: the pictures in pages that differ. Each is made when a
 * page that is shown asks for it, and none for a page that is not.
 */
import type { Catalog } from '../../catalog/catalog.ts';
import { askingOf, hasLayout } from '../../plan/plan-edition.ts';
import { bytesOfRoutes } from '../../render/bytes.ts';
import type { PictureWork } from '../../render/pictures.ts';
import { kindsByName } from '../../routes/rules.ts';

export class FilesInBoth {
  readonly #work: PictureWork;
  readonly #made = new Map<string, Promise<Uint8Array | undefined>>();

  constructor(work: PictureWork) {
    this.#work = work;
  }

  /** Undefined where nothing is, or a page, or what cannot be made; `tell` is told why, once of each. */
  at(url: string, tell: (reason: string) => void): Promise<Uint8Array | undefined> {
    const made =
      this.#made.get(url) ??
      this.#make(url).catch((error: Error) => {
        tell(error.message);
        return undefined;
      });
    this.#made.set(url, made);
    return made;
  }

  async #make(url: string): Promise<Uint8Array | undefined> {
    const route = routeAt(this.#work.catalog, url);
    if (!route || hasLayout(route)) return undefined;
    for await (const [, bytes] of bytesOfRoutes([route], this.#work)) return bytes;
    return undefined;
  }
}

/** As one whose file has never been made. */
function routeAt(catalog: Catalog, url: string) {
  const row = catalog.routes.row(url);
  if (row?.gone !== 0) return undefined;
  const [route] = askingOf(catalog, kindsByName())([{ ...row, url, fp: null, why: 'a page shows it' }]).stale;
  return route;
}
