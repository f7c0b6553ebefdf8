/** A picture, in all its widths and formats: it is on the site only while a public story shows it. */
import { type PictureFormat, type PictureVariant, pictureSource, variantsOf } from '../content/pictures.ts';
import { readPictureScope, type Scope } from '../content/scopes.ts';
import type { Kind } from './kind.ts';

export type PictureProps = { url: string; blob: string; width: number; format: PictureFormat };

export const picture: Kind<'picture', PictureProps> = {
  name: 'picture',
  url: ({ scope }) => variantsAt(scope)?.variants.map(({ url }) => url),
  props(_queries, { scope }, _site, url) {
    const at = variantsAt(scope);
    const variant = at?.variants.find((each) => each.url === url);
    return at && variant && { ...variant, blob: at.blob };
  },
};

function variantsAt(scope: Scope): { blob: string; variants: PictureVariant[] } | undefined {
  const picture = readPictureScope(scope);
  return picture && { blob: picture.file.blob, variants: variantsOf(pictureSource(picture.name, picture.file)) };
}
