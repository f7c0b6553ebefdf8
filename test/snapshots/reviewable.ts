/** A built page as something that a person can review: one block a line, its style sheet kept apart. */

const blocks =
  'html|head|body|meta|link|title|script|style|header|footer|main|nav|article|section|aside|div|h[1-6]|p|ul|ol|li|dl|dt|dd|figure|figcaption|blockquote|table|thead|tbody|tr|td|th|hr|img|form|details|summary';
const feedBlocks =
  '\\?xml|rss|channel|item|atom:link|feed|entry|id|published|updated|author|subtitle|summary|news:news|guid|pubDate|dc:creator|category|description|content:encoded|language|lastBuildDate|urlset|url|sitemapindex|sitemap|loc|lastmod|xhtml:link';
const opening = new RegExp(`(?<!^)(<(?:${blocks}|${feedBlocks})[\\s>])`, 'g');
const closing =
  /(<\/(?:html|head|body|header|footer|main|nav|article|section|aside|div|ul|ol|dl|figure|blockquote|table|thead|tbody|tr|details|channel|item|rss|feed|entry|url|urlset|sitemapindex)>)/g;

export function reviewable(text: string): string {
  if (text.startsWith('{')) return `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
  const apart = text
    .replace(/<style>.*?<\/style>/gs, '<style>…</style>')
    .replace(/'sha256-[^']*'/g, "'sha256-…'")
    .replace(/href="data:image[^"]*"/g, 'href="data:…"');
  const lines = apart
    .replace(opening, '\n$1')
    .replace(closing, '\n$1')
    .split('\n')
    .map((line) => line.trim());
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

/**
 * Several pages' style sheets as one: each rule once, under the names of those that have it. The values of
 * tokens and what stands outside the layer are left out: they are a newsroom's own.
 */
export function reviewableStyles(pages: Record<string, string>): string {
  const rules = new Map<string, string[]>();
  for (const [name, page] of Object.entries(pages)) {
    const [layer = ''] = rulesOf(/<style>@layer broadsheet\{(.*)<\/style>/s.exec(page)?.[1] ?? '', 1);
    for (const rule of rulesOf(layer.slice(0, -1).replace(/(--[\w-]+): ?[^;}]*/g, '$1: …')))
      rules.set(rule, [...(rules.get(rule) ?? []), name]);
  }
  const groups = Map.groupBy([...rules], ([, names]) => names.join(', '));
  return [...groups].map(([names, group]) => `/* ${names} */\n${group.map(([rule]) => rule).join('\n')}\n`).join('\n');
}

/** The outermost rules of a style sheet that begins this deep in one. */
function rulesOf(css: string, depth = 0): string[] {
  const rules: string[] = [];
  let start = 0;
  for (let at = 0; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] !== '}') continue;
    depth -= 1;
    if (depth > 0) continue;
    rules.push(css.slice(start, at + 1));
    start = at + 1;
  }
  return rules;
}
