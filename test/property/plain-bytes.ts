/** The bytes of what no layout makes. */
import shippedIcons from '../../layouts/shipped-icons.json' with { type: 'json' };
import type { SocialCard } from '../../src/content/social-card.ts';
import { variantName } from '../../src/render/picture-maker.ts';
import { makeSearchScript } from '../../src/render/search-script.ts';
import type { PictureProps } from '../../src/routes/picture.ts';
import { labelCards, labelPictures } from '../support/pictures.ts';
import type { Route } from './plain-histories.ts';
import { bytesOf, type PlainNewsroom } from './plain-newsroom.ts';

/** Undefined of a kind that has a layout. */
export async function bytesOfKind(
  newsroom: PlainNewsroom,
  { kind, place, url, props }: Route & { url: string; props: unknown },
): Promise<Uint8Array | undefined> {
  const { id, language } = place.scope;
  if (kind.name === 'picture') {
    const variant = props as PictureProps;
    const made = await labelPictures(bytesOf(newsroom.pictures.get(variant.blob) ?? ''), [variant]);
    return made.get(variantName(variant)) ?? new Uint8Array();
  }
  if (kind.name === 'social-card') return labelCards(props as SocialCard);
  if (kind.name === 'document' || kind.name === 'public-file')
    return bytesOf(newsroom.files.get(id.slice(id.indexOf(':') + 1)) ?? '');
  if (kind.name === 'search-script') return makeSearchScript(language);
  if (kind.name !== 'icon') return undefined;
  return Buffer.from(shippedIcons.files[url.slice(1) as keyof typeof shippedIcons.files], 'base64');
}
