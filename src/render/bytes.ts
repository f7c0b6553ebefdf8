/** The bytes of all routes that have no layout: files as they are, pictures, cards, icons, the script of the search page. */
import {
  isFile,
  isIcon,
  isPicture,
  isSearchScript,
  isSocialCard,
  propsOf,
  type StaleRoute,
} from '../plan/plan-edition.ts';
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
  const scripts = routes.filter(isSearchScript);
  if (scripts.length > 0) {
    const { makeSearchScript } = await import('./search-script.ts');
    for (const route of scripts) yield [route.url, await makeSearchScript(propsOf(route).language)];
  }
}
