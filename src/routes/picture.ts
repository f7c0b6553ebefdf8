/**
 * A picture, in all its widths and formats, and what is cut from it for search engines: it is on the site only while a
 * public story shows it.
 */
import { cropsOf } from '../content/crops.ts';
import { type PictureVariant, pictureSource, variantsOf } from '../content/pictures.ts';
import { readPictureScope, type Scope } from '../content/scopes.ts';
import type { Kind } from './kind.ts';

export type PictureProps = PictureVariant & { blob: string };

export const picture: Kind<'picture', PictureProps> = {
  name: 'picture',
  isForMachines: true,
  url: ({ scope }) => variantsAt(scope)?.variants.map(({ url }) => url),
  props(_queries, { scope }, _site, url) {
    const at = variantsAt(scope);
    const variant = at?.variants.find((each) => each.url === url);
    return at && variant && { ...variant, blob: at.blob };
  },
};

function variantsAt(scope: Scope): { blob: string; variants: PictureVariant[] } | undefined {
  const picture = readPictureScope(scope);
  if (!picture) return undefined;
  const source = pictureSource(picture.file, picture.focus);
  return { blob: picture.file.blob, variants: picture.focus ? cropsOf(source) : variantsOf(source) };
}
