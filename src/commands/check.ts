/** Judges a folder that a build has left: what the command `check` prints, and what publishing waits for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog, openCatalog } from '../catalog/catalog.ts';
import { checkEdition, type EditionChecked } from '../check/check-edition.ts';
import { filesAsTheyAre } from '../check/files-as-they-are.ts';
import { KnownLinks } from '../check/known-links.ts';
import { PublicTexts } from '../check/public-texts.ts';
import { Unpublished } from '../check/unpublished.ts';
import { editionName } from '../plan/edition.ts';
import { OutputFolder } from '../render/output.ts';
import { namesIn } from './file-names.ts';
import { refuseOther } from './writing.ts';

/** Folders, as whole paths. */
export type CheckOptions = { content: string; cache: string; out: string; newsroom: string; all?: boolean };

export async function check({ content, cache, out, newsroom, all }: CheckOptions): Promise<EditionChecked> {
  const folder = new OutputFolder(out);
  refuseOther(folder);
  const state = folder.state();
  const catalog = catalogOf(cache, out);
  try {
    return await checkEdition({
      out,
      siteUrl: catalog?.site.url ?? (await import('./read-site.ts')).readSite(content, newsroom).url,
      file: namesIn(out, newsroom),
      isPartial: state.is === 'changes',
      isNotBuilt: state.is === 'unfinished' ? 'unfinished' : !catalog && hasCatalog(cache) ? 'another' : undefined,
      isAsItWas: filesAsTheyAre(catalog, content),
      known: catalog && new KnownLinks(catalog),
      mayNotStand: catalog && { unpublished: new Unpublished(catalog), texts: new PublicTexts(catalog, content) },
      everything: all,
      openTexts: async () =>
        catalog && (await import('../check/texts.ts')).tellAtTexts(catalog, content, namesIn(content, newsroom)),
    });
  } finally {
    catalog?.close();
  }
}

/** The catalog of the build that left the folder as it is; undefined if it is of another, or there is none. */
export function catalogOf(cache: string, out: string): Catalog | undefined {
  const state = new OutputFolder(out).state();
  if (!('name' in state) || !hasCatalog(cache)) return undefined;
  const catalog = openCatalog(cache);
  if (catalog.state.get('writing') === undefined && state.name === editionName(catalog)) return catalog;
  catalog.close();
  return undefined;
}

function hasCatalog(cache: string): boolean {
  return existsSync(join(cache, 'production.sqlite'));
}
