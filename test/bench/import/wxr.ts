/** WXR as WordPress’s own export has it. */

type Term = readonly [slug: string, name: string];

export type WxrItem = {
  id: number;
  title: string;
  link: string;
  slug: string;
  at: Date;
  changed?: Date;
  author: string;
  coAuthors?: { id: string; name: string }[];
  excerpt?: string;
  html: string;
  type?: 'post' | 'page' | 'attachment';
  status?: string;
  attachmentUrl?: string;
  categories?: readonly Term[];
  tags?: readonly Term[];
  meta?: Record<string, string>;
  comments?: readonly string[];
};

type WxrSite = { title: string; url: string; authors: ReadonlyMap<string, string>; categories: readonly Term[] };

export function wxrHead({ title, url, authors, categories }: WxrSite): string {
  const people = [...authors].map(
    ([id, name]) =>
      `<wp:author><wp:author_login>${cdata(id)}</wp:author_login><wp:author_display_name>${cdata(name)}</wp:author_display_name></wp:author>\n`,
  );
  const sections = categories.map(
    ([slug, name]) =>
      `<wp:category><wp:category_nicename>${cdata(slug)}</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>${escaped(title)}</title>
<link>${url}</link>
<language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${url}</wp:base_site_url>
<wp:base_blog_url>${url}</wp:base_blog_url>
${people.join('')}${sections.join('')}`;
}

export const wxrEnd = '</channel>\n</rss>\n';

export function wxrItem(item: WxrItem): string {
  const { id, at, changed = at, type = 'post', status = 'publish', categories = [], tags = [], coAuthors = [] } = item;
  const terms = [
    ...categories.map((term) => ['category', ...term] as const),
    ...tags.map((term) => ['post_tag', ...term] as const),
    ...coAuthors.map(({ id: login, name }) => ['author', `cap-${login}`, name] as const),
  ];
  const lines = [
    `<title>${cdata(item.title)}</title>`,
    `<link>${escaped(item.link)}</link>`,
    `<pubDate>${at.toUTCString()}</pubDate>`,
    `<dc:creator>${cdata(item.author)}</dc:creator>`,
    `<guid isPermaLink="false">${new URL(item.link).origin}/?p=${id}</guid>`,
    `<content:encoded>${cdata(item.html)}</content:encoded>`,
    `<excerpt:encoded>${cdata(item.excerpt ?? '')}</excerpt:encoded>`,
    `<wp:post_id>${id}</wp:post_id>`,
    `<wp:post_date>${cdata(utc(at))}</wp:post_date>`,
    `<wp:post_date_gmt>${cdata(utc(at))}</wp:post_date_gmt>`,
    `<wp:post_modified_gmt>${cdata(utc(changed))}</wp:post_modified_gmt>`,
    `<wp:post_name>${cdata(item.slug)}</wp:post_name>`,
    `<wp:status>${cdata(status)}</wp:status>`,
    `<wp:post_type>${cdata(type)}</wp:post_type>`,
    ...(item.attachmentUrl ? [`<wp:attachment_url>${cdata(item.attachmentUrl)}</wp:attachment_url>`] : []),
    ...terms.map(
      ([domain, slug, name]) => `<category domain="${domain}" nicename="${escaped(slug)}">${cdata(name)}</category>`,
    ),
    ...Object.entries(item.meta ?? {}).map(
      ([key, value]) =>
        `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`,
    ),
    ...(item.comments ?? []).map(
      (comment) => `<wp:comment><wp:comment_content>${cdata(comment)}</wp:comment_content></wp:comment>`,
    ),
  ];
  return `<item>\n${lines.join('\n')}\n</item>\n`;
}

/** As in `2015-11-26 06:30:00`. */
function utc(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ');
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
