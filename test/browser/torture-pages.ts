/** What is looked at of the torture newsroom. */
import { headlines } from './torture-newsroom.ts';

/** A page of each kind, and of each state that looks different. */
export const torturePages: readonly string[] = [
  '/',
  '/ar/',
  '/th/',
  '/2015/11/26/torture/',
  '/2015/11/26/long/',
  '/2015/11/26/beside/',
  '/2015/11/26/line/',
  '/2015/10/08/short/',
  '/2015/11/25/high/',
  '/2015/11/25/panorama/',
  '/2015/11/25/tiny/',
  '/ar/2015/11/25/second-ar/',
  '/2015/10/10/latin/',
  '/section-11/',
  '/section-12/',
  '/ar/section-1/',
  '/topics/topic-1/',
  '/series/topic-1/',
  '/authors/author-1/',
  '/topics/',
  '/authors/',
  '/2015/',
  '/2015/10/',
  '/2015/11/25/',
  '/about/',
  '/corrections/',
  '/feeds/',
  '/404.html',
  '/ar/404.html',
  '/2015/11/26/gone/',
];

/** The same kinds with other scripts and pictures in them. */
export const furtherPages: readonly string[] = [
  ...['ru', 'ka', 'zh'].map((language) => `/${language}/`),
  ...['ru', 'ka', 'zh', 'th'].map((language) => `/${language}/2015/11/25/second-${language}/`),
  ...Object.keys(headlines).map((name, n) => `/2015/10/${n + 10}/${name}/`),
  '/2015/11/25/square/',
  '/section-1/',
  '/section-3/',
];
