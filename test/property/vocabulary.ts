/** What the random newsrooms are made of: dates, names, addresses, of which some are as awkward as they may be. */

export const days = ['2014/12/31', '2015/10/31', '2015/11/25', '2015/11/26', '2015/11/27'];
/** A story without an hour among them. */
export const times = ['00:00', '09:30', '', '12:00', '23:59'];
export const slugs = ['alpha', 'beta', 'gamma', 'delta'];
export const authors = ['desk', 'ann', 'bob'];
export const topics = ['syria', 'france', 'energy'];
/** One of them is a topic too, whose file names both. */
export const serials = [undefined, 'syria', 'harbour-year', 'siege'];
/** A field of the newsroom's own. */
export const districts = [undefined, 'old-quay', 'hill', 'syria'];
export const threads = [undefined, 'siege', 'flood', 'syria'];
export const redirects = [
  '/old/one/',
  '/старое/%D0%B8/',
  '/three.html',
  '/Four',
  '/v1.0',
  '/?p=5',
  "/a b/it's(5)",
  '/три.html',
];

/** Former addresses of what is not dated: fronts in all languages and in one, of other listings, and what was no front. */
export const formers = [
  '/topics/war/',
  '/ru/topics/mir/',
  '/authors/host/',
  '/series/first/',
  '/arts/',
  '/tag/syria/',
  '/old/feed.xml',
  '/who.html',
];

/** Addresses that end on purpose: of no file, of a file as hosts of old had it, and some where something may come to be. */
export const ended = [
  '/2015/11/25/omega/',
  '/ru/gone/',
  '/old.pdf',
  '/2013/',
  '/?p=9',
  '/2015/11/26/delta/',
  '/topics/energy/feed.xml',
];

export const slots = ['top', 'front', 'section', 'after-story', 'footer'];

export const focuses = ['60% 30%', '0% 100%', '50% 50%'];

/** As files are called, and as a story calls them in its head and in its text. */
export const pictureNames = [
  ['pic.jpeg', 'pic.jpeg', 'pic.jpeg'],
  ['pic.jpg', 'PIC.jpg', 'pic.jpg'],
  ['IMG_1.JPG', 'img_1.jpg', 'Img_1.jpg'],
  ['фото й.jpg', 'фото и\u0306.jpg', '%D1%84%D0%BE%D1%82%D0%BE%20й.jpg'],
] as const;

/** As files are called, and as a story calls them. */
export const documentNames = [
  ['table.csv', 'table.csv'],
  ['Table 1.CSV', 'table%201.csv'],
] as const;

/** One of them where a page may come to be, one where a redirect. */
export const publicNames = [
  'ads.txt',
  '.well-known/security.txt',
  'about/index.html',
  'three.html',
  'a b/é.txt',
  'favicon.ico',
];

/** Two of them at one instant of two spellings, one before most stories, some to come at first, one after all. */
export const laterDates = [
  '2015-11-26',
  '2015-11-26 00:00',
  '2015-11-27 10:00',
  '2014-12-31 23:59',
  '2015-11-28 06:00',
  '2015-11-27',
  '2016-02-01',
];

export const licenses = ['CC BY 4.0', 'https://partner.example/terms/'];

export function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

export function some<T>(list: readonly T[], bits: number): T[] {
  return list.filter((_, index) => (bits >> index) % 2 === 1);
}
