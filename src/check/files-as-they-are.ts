/** Which files of a built site the newsroom put there as they are. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { documentPathAt } from '../content/documents.ts';
import { publicPrefix } from '../content/public-files.ts';
import { urlOfOutput } from '../content/urls.ts';

/** As the catalog of the build knows them; without one, as they lie in the folders of the newsroom. */
export function filesAsTheyAre(catalog: Catalog | undefined, content: string): (path: string) => boolean {
  if (!catalog)
    return (path) => documentPathAt(`/${path}`) !== undefined || existsSync(join(content, publicPrefix, path));
  return (path) => {
    const kind = catalog.routes.row(urlOfOutput(path))?.kind;
    return kind === 'document' || kind === 'public-file';
  };
}
