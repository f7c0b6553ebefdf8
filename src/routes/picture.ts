/** A picture, in all its widths and formats: it is on the site only while a public story shows it. */
import { type PictureFormat, type PictureVariant, pictureSource, variantsOf } from '../content/pictures.ts';
import type { Kind } from './kind.ts';

export type PictureProps = { url: string; blob: string; width: number; format: PictureFormat };

export const picture: Kind<PictureProps> = {
  name: 'picture',
  url: ({ scope }) => variantsAt(scope)?.variants.map(({ url }) => url),
  props(_queries, { scope }, _site, url) {
    const at = variantsAt(scope);
    const variant = at?.variants.find((each) => each.url === url);
    return at && variant && { ...variant, blob: at.blob };
  },
};

/** `picture:carrier:<blob>:1600x1067` */
function variantsAt(scope: string): { blob: string; variants: PictureVariant[] } | undefined {
  const [of, name, blob, size] = scope.split(':');
  if (of !== 'picture' || !name || !blob || !size) return undefined;
  const [width = 0, height = 0] = size.split('x').map(Number);
  return { blob, variants: variantsOf(pictureSource(name, { blob, width, height })) };
}
