/** The bytes of cards: as they are kept with the pictures, by all that they show, or drawn. */
import { cardLook, cardName } from '../../layouts/social-card.ts';
import type { SocialCard } from '../content/social-card.ts';
import type { PictureCache } from './picture-cache.ts';
import type { PictureWork } from './pictures.ts';
import type { CardDrawer } from './social-card-maker.ts';

/** What a kept card is called. */
const file = 'card.png';
/** So many are drawn at a time: memory stays flat. */
const cardsAtOnce = 8;

/** Each route's URL and bytes. */
export async function* makeCards(
  routes: readonly { url: string; card: SocialCard }[],
  { cache, drawCard }: Pick<PictureWork, 'cache' | 'drawCard'>,
): AsyncGenerator<[url: string, bytes: Uint8Array]> {
  for (let start = 0; start < routes.length; start += cardsAtOnce) {
    const some = routes.slice(start, start + cardsAtOnce);
    const made = await Promise.all(some.map(({ card }) => bytesOf(card, cache, drawCard)));
    for (const [index, { url }] of some.entries()) yield [url, made[index] as Uint8Array];
  }
}

/** What draws is loaded only where something has to be drawn. */
async function bytesOf(card: SocialCard, cache: PictureCache, drawCard?: CardDrawer): Promise<Uint8Array> {
  const name = cardName(card);
  const kept = cache.read(name, [file])?.get(file);
  if (kept) return kept;
  const draw = drawCard ?? (await import('./social-card-maker.ts')).drawCard;
  const bytes = await draw(card, cardLook());
  cache.write(name, new Map([[file, bytes]]));
  return bytes;
}
