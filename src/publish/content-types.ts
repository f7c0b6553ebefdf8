/** What the files of a site are, as web servers tell browsers. */

/** By ending; text is UTF-8, which is said beside it. */
export const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  xml: 'application/xml',
  atom: 'application/atom+xml',
  json: 'application/json',
  txt: 'text/plain',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  csv: 'text/csv',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  webmanifest: 'application/manifest+json',
  wasm: 'application/wasm',
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  zip: 'application/zip',
  gz: 'application/gzip',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
};

/** Of feeds, whose endings say less than they are. */
export const feedTypes: Readonly<Record<string, string>> = {
  'feed.xml': 'application/rss+xml',
  'feed.atom': 'application/atom+xml',
  'feed.json': 'application/feed+json',
};

/** Those that say which characters their bytes are; HTML always does. */
export const typesWithCharset: readonly string[] = [
  ...new Set(Object.values({ ...contentTypes, ...feedTypes })),
].filter((type) => type !== 'text/html' && (type.startsWith('text/') || type.endsWith('xml')));

/** Of a file of the site, by its path. */
export function contentTypeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const type = feedTypes[name] ?? contentTypes[ending] ?? 'application/octet-stream';
  return type === 'text/html' || typesWithCharset.includes(type) ? `${type}; charset=utf-8` : type;
}
