/** The bytes of all routes that have no layout: files as they are, pictures, cards, icons. */
import { isFile, isIcon, isPicture, isSocialCard, propsOf, type StaleRoute } from '../plan/plan-edition.ts';
import { readFiles } from './files.ts';
import { makePictures, type PictureWork } from './pictures.ts';

/** Each route's URL and bytes. `onPictures` is told of pictures, which take longest. */
export async function* bytesOfRoutes(
  routes: readonly StaleRoute[],
  work: PictureWork,
  onPictures?: (done: number, total: number) => void,
): AsyncGenerator<[url: string, bytes: Uint8Array]> {
  yield* readFiles(routes.filter(isFile), work);
  const pictures = routes.filter(isPicture).map((route) => ({ ...route, props: propsOf(route) }));
  yield* makePictures(pictures, work, onPictures);
  const cards = routes.filter(isSocialCard).map((route) => ({ url: route.url, card: propsOf(route) }));
  if (cards.length > 0) {
    const { makeCards } = await import('./social-cards.ts');
    yield* makeCards(cards, work);
  }
  const icons = routes.filter(isIcon);
  if (icons.length > 0) {
    const { makeIcons } = await import('./icons.ts');
    yield* makeIcons(icons, work.cache);
  }
}
