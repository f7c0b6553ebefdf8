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

/** So many pictures are read and made at a time, each handed on before another is read: memory stays flat. */
const picturesAtOnce = 3;

/** Each route's URL and bytes. `onProgress` counts pictures, not files. */
export async function* makePictures(
  routes: readonly PictureRoute[],
  work: PictureWork,
  onProgress?: (done: number, total: number) => void,
): AsyncGenerator<[url: string, bytes: Uint8Array]> {
  const byBlob = [...Map.groupBy(routes, ({ props }) => props.blob)];
  const underWay: Promise<MadePicture>[] = [];
  let begun = 0;
  try {
    for (const [index, [, list]] of byBlob.entries()) {
      for (const [blob, files] of byBlob.slice(begun, index + picturesAtOnce)) {
        const making = filesOf(blob, files, work);
        making.catch(() => undefined); // it is told in its turn, if none before it failed
        underWay.push(making);
        begun += 1;
      }
      onProgress?.(index, byBlob.length);
      const made = await underWay[0];
      for (const { url, props } of list) yield [url, bytesOf(made, url, variantName(props))];
      underWay.shift();
    }
  } finally {
    await Promise.allSettled(underWay); // what is made of others is kept, whatever became of one
  }
}

/** The made files of a picture. */
async function filesOf(
  blob: string,
  routes: readonly PictureRoute[],
  { catalog, source, cache, make }: PictureWork,
): Promise<MadePicture> {
  const variants = routes.map(({ props }) => props);
  const kept = cache.read(blob, variants.map(variantName));
  const [first] = routes;
  if (kept || !first) return kept ?? new Map();
  const original = originalOf(catalog, first.scope);
  const bytes = await readMeanwhile([original], source);
  const made = await make(bytes.get(original.path) ?? new Uint8Array(), variants).catch((error: Error) => {
    throw new MachineryError(`${original.path} could not be made ready for the site: ${error.message}`);
  });
  cache.write(blob, made);
  return made;
}

/** A file of the content that has these bytes; the first of several by its path. */
function originalOf(catalog: Catalog, scope: Scope): { path: string; blob: string } {
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
