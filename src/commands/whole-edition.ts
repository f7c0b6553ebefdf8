/** Everything that is public now, for plain `eleventy --config=.eleventy.ts`: no cache, no plan, Eleventy's own writer. */
import { resolve } from 'node:path';
import { openCatalog } from '../catalog/catalog.ts';
import { outputPath } from '../content/urls.ts';
import { loadOwn } from '../own/load-own.ts';
import { hasOwnIcon } from '../own/own-files.ts';
import { hasLayout, planEdition, type StaleRoute } from '../plan/plan-edition.ts';
import { settleRoutes } from '../plan/settle.ts';
import type { Problem } from '../problem.ts';
import { textsOf } from '../render/bodies.ts';
import { bytesOfRoutes } from '../render/bytes.ts';
import { EditionPart } from '../render/eleventy.ts';
import { OutputFolder } from '../render/output.ts';
import { PictureCache } from '../render/picture-cache.ts';
import { makePicture } from '../render/picture-maker.ts';
import { routesOf } from '../render/render-pages.ts';
import { kindsByName, routeRules } from '../routes/rules.ts';
import { openSource } from '../source/git-source.ts';
import { makeFolder } from '../source/make-folder.ts';
import { syncCatalog } from '../sync/sync.ts';
import { openWordsShelf } from '../sync/words-shelf.ts';
import { engineOf } from './engine-of.ts';
import { problemsAsText } from './print-problems.ts';
import { wordsFolders } from './words-folders.ts';

type WholeEdition = {
  edition: EditionPart;
  /** Writes all that is not rendered, and says there that the folder holds no edition of ours until a build has compared it. */
  begin(out: string): Promise<void>;
};

/** Throws, with all Problems as its message, if the content has any. */
export async function wholeEdition(
  content = resolve('content'),
  cache = resolve('.cache'),
  now = Date.now() / 1000,
): Promise<WholeEdition> {
  const catalog = openCatalog(undefined);
  const source = await openSource(content);
  const newsroom = resolve('.');
  const own = await loadOwn(newsroom, content);
  if (own.length > 0) throw problemsFound(own);
  const engine = engineOf(newsroom);
  const { problems, site } = await syncCatalog(catalog, {
    source,
    now: Math.floor(now),
    rules: routeRules,
    engine,
    words: async () => openWordsShelf(wordsFolders(newsroom, content)),
    isIconDrawn: hasOwnIcon(newsroom),
  });
  if (!site) throw problemsFound(problems);
  if (site.cards) (await import('../render/social-card-fonts.ts')).needCardPackages(site);
  const routes: StaleRoute[] = [];
  for (const batch of planEdition(catalog, kindsByName(), () => 500)) {
    routes.push(...batch.stale);
    settleRoutes(catalog, batch);
  }
  const stale = routes.filter(hasLayout);
  const pages = await routesOf({ pages: stale, texts: textsOf(stale, source), site });
  return {
    edition: new EditionPart(site, pages),
    async begin(out) {
      makeFolder(out);
      const folder = new OutputFolder(out);
      if ('name' in folder.state()) folder.begin('by plain Eleventy');
      const work = { catalog, source, cache: new PictureCache(cache), make: makePicture };
      for await (const [url, bytes] of bytesOfRoutes(routes, work)) folder.write(outputPath(url), bytes);
      catalog.close();
      folder.removeTemporary();
    },
  };
}

function problemsFound(problems: readonly Problem[]): Error {
  const told = problemsAsText(problems, { format: 'text', everyOne: true });
  return new Error(`There are ${problems.length} problems:\n\n${told}`);
}
