/** A picture: it is on the site only while a public story shows it. Its bytes go out as they are. */
import { pictureUrl } from '../content/urls.ts';
import type { Kind } from './kind.ts';

export type PictureProps = { url: string; blob: string };

export const picture: Kind<PictureProps> = {
  name: 'picture',
  url({ scope }) {
    const place = readPicture(scope);
    return place && pictureUrl(place.name, place.blob);
  },
  props(_queries, { scope }) {
    const place = readPicture(scope);
    return place && { url: pictureUrl(place.name, place.blob), blob: place.blob };
  },
};

/** `picture:carrier.jpg:<blob>` */
function readPicture(scope: string): { name: string; blob: string } | undefined {
  const [of, name, blob] = scope.split(':');
  return of === 'picture' && name && blob ? { name, blob } : undefined;
}
