/** The bytes of picture routes: from the cache, or made of the pictures of the content, each read once. */
import type { Catalog } from '../catalog/catalog.ts';
import { readPictureScope, type Scope, scopeName } from '../content/scopes.ts';
import { MachineryError } from '../errors.ts';
import type { StaleRoute } from '../plan/plan-edition.ts';
import type { KindProps } from '../routes/kinds.ts';
import { readMeanwhile } from '../source/hand-on.ts';
import type { Source } from '../source/source.ts';
import type { PictureCache } from './picture-cache.ts';
import { type MadePicture, type PictureMaker, variantName } from './picture-maker.ts';
import type { CardDrawer } from './social-card-maker.ts';

export type PictureWork = {
  catalog: Catalog;
  source: Source;
  cache: PictureCache;
  make: PictureMaker;
  drawCard?: CardDrawer | undefined;
};

type PictureRoute = Pick<StaleRoute<'picture'>, 'url' | 'scope'> & { props: KindProps['picture'] };

type Original = { path: string; blob: string; variants: PictureRoute['props'][] };

/** So many pictures are read, made and handed on at a time: memory stays flat. */
const picturesAtOnce = 4;

/** Each route's URL and bytes. `onProgress` counts pictures, not files. */
export async function* makePictures(
  routes: readonly PictureRoute[],
  work: PictureWork,
  onProgress?: (done: number, total: number) => void,
): AsyncGenerator<[url: string, bytes: Uint8Array]> {
  const byBlob = [...Map.groupBy(routes, ({ props }) => props.blob)];
  for (let start = 0; start < byBlob.length; start += picturesAtOnce) {
    onProgress?.(start, byBlob.length);
    const some = byBlob.slice(start, start + picturesAtOnce);
    const made = await filesOf(some, work);
    for (const [blob, list] of some)
      for (const { url, props } of list) yield [url, bytesOf(made.get(blob), url, variantName(props))];
  }
}

/** The made files of some pictures, by blob. */
async function filesOf(
  pictures: readonly [string, PictureRoute[]][],
  { catalog, source, cache, make }: PictureWork,
): Promise<Map<string, MadePicture>> {
  const found = new Map<string, MadePicture>();
  const missing: Original[] = [];
  for (const [blob, routes] of pictures) {
    const [first] = routes;
    const kept = cache.read(
      blob,
      routes.map(({ props }) => variantName(props)),
    );
    if (kept) found.set(blob, kept);
    else if (first) missing.push({ ...originalOf(catalog, first.scope), variants: routes.map(({ props }) => props) });
  }
  const bytes = await readMeanwhile(missing, source);
  const making = await Promise.allSettled(
    missing.map(async ({ path, blob, variants }) => {
      const made = await make(bytes.get(path) ?? new Uint8Array(), variants).catch((error: Error) => {
        throw new MachineryError(`${path} could not be made ready for the site: ${error.message}`);
      });
      cache.write(blob, made);
      found.set(blob, made);
    }),
  );
  for (const each of making) if (each.status === 'rejected') throw each.reason; // what was made of others is kept
  return found;
}

/** A file of the content that has these bytes; the first of several by its path. */
function originalOf(catalog: Catalog, scope: Scope): Omit<Original, 'variants'> {
  const picture = readPictureScope(scope);
  const file = picture && catalog.files.pictureWith(picture.file.blob);
  if (!file) throw new Error(`No file of the content is the picture ${scopeName(scope)}`);
  return { path: file.path, blob: file.blob };
}

function bytesOf(made: MadePicture | undefined, url: string, name: string): Uint8Array {
  const bytes = made?.get(name);
  if (!bytes) throw new Error(`The picture ${url} was not made in the size and format ${name}`);
  return bytes;
}
