/** A built page as something that a person can review: one block a line, its style sheet kept apart. */

const blocks = 'html|head|body|meta|link|title|script|style|header|footer|main|nav|article|section|aside|div|h[1-6]|p|ul|ol|li|dl|dt|dd|figure|figcaption|blockquote|table|thead|tbody|tr|td|th|hr|img|form|details|summary';
const feedBlocks = '\\?xml|rss|channel|item|atom:link|guid|pubDate|dc:creator|category|description|content:encoded|language|lastBuildDate|urlset|url|sitemapindex|sitemap|loc|lastmod|xhtml:link';
const opening = new RegExp(`(?<!^)(<(?:${blocks}|${feedBlocks})[\\s>])`, 'g');
const closing = new RegExp(`(</(?:html|head|body|header|footer|main|nav|article|section|aside|div|ul|ol|dl|figure|blockquote|table|thead|tbody|tr|details|channel|item|rss|url|urlset|sitemapindex)>)`, 'g');

export function reviewable(text: string): string {
  const apart = text.replace(/<style>.*?<\/style>/gs, '<style>…</style>').replace(/href="data:image[^"]*"/g, 'href="data:…"');
  const lines = apart.replace(opening, '\n$1').replace(closing, '\n$1').split('\n').map((line) => line.trim());
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

/** The style sheet of a page, a rule a line. */
export function styleOf(text: string): string {
  const css = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? '';
  return `${css.replaceAll('}', '}\n')}\n`;
}
