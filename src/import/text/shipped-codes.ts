/** What the codes become that each program brings along; those of a newsroom are in its `import.yaml`. */
import { escapeHtml } from '../../content/blocks/markup.ts';
import { lineToHtml } from './markdown-source.ts';
import type { Code, Expanded } from './shortcodes.ts';

type Expander = (code: Code) => Expanded;

/** An address of a file of the source, as its program finds it: resolved where links are. */
function sourceAddress(path: string): string {
  return `x-source:${encodeURI(path).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}`;
}

const frame = (src: string, title = ''): Expanded => ({
  html: `<iframe src="${escapeHtml(src)}"${title && ` title="${escapeHtml(title)}"`}></iframe>`,
});
const link = (href: string): Expanded => ({
  html: `<p><a href="${escapeHtml(href)}">${escapeHtml(href)}</a></p>`,
});
const nothing: Expander = () => ({ html: '' });
const first = ({ positional, named }: Code, ...keys: string[]) =>
  keys.map((key) => named[key]).find((value) => value !== undefined) ?? positional[0] ?? '';

const youtube: Expander = (code) => {
  const id = first(code, 'id', 'video_id', 'url');
  return frame(/^https?:/.test(id) ? id : `https://www.youtube.com/embed/${id}`, code.named.title);
};
const vimeo: Expander = (code) => frame(`https://player.vimeo.com/video/${first(code, 'id')}`, code.named.title);
const streamable: Expander = (code) => frame(`https://streamable.com/e/${first(code, 'id')}`);
const gist: Expander = (code) => {
  const { positional, named } = code;
  if (named.url) return link(named.url);
  return link(`https://gist.github.com/${positional.slice(0, 2).join('/')}`);
};
const tweet: Expander = ({ positional, named }) => {
  const [one = '', two] = positional;
  if (/^https?:/.test(one)) return link(one);
  return link(`https://twitter.com/${named.user ?? (two === undefined ? 'i' : one)}/status/${named.id ?? two ?? one}`);
};
const figure: Expander = ({ named, positional }) => {
  const { src = positional[0] ?? '', alt = '', link: href, title, caption, attr, attrlink } = named;
  const img = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`;
  const credit = attr && (attrlink ? `<a href="${escapeHtml(attrlink)}">${lineToHtml(attr)}</a>` : lineToHtml(attr));
  const words = [title && escapeHtml(title), caption && lineToHtml(caption), credit].filter(Boolean).join(' ');
  const shown = href ? `<a href="${escapeHtml(href)}">${img}</a>` : img;
  return { html: `<figure>${shown}${words && `<figcaption>${words.replace(/\s*\n\s*/g, ' ')}</figcaption>`}</figure>` };
};
const highlight: Expander = ({ positional, inner = '', isAmongHtml }) => ({
  html: codeBlock(inner, positional[0] ?? '', isAmongHtml),
});

export function codeBlock(code: string, language: string, isAmongHtml = false): string {
  if (isAmongHtml) {
    const lines = escapeHtml(code.replace(/^\n|\n\s*$/g, '')).replace(/\n(?=[ \t]*\n)/g, '&#10;');
    return `<pre><code class="language-${escapeHtml(language)}">${lines}</code></pre>`;
  }
  return `\n\n${fenceFor(code)}${language}\n${code.replace(/^\n|\n\s*$/g, '')}\n${fenceFor(code)}\n\n`;
}

const image: Expander = ({ positional, named }) => ({
  html: `<img src="${escapeHtml(named.src ?? positional[0] ?? '')}" alt="${escapeHtml(named.alt ?? positional[1] ?? '')}">`,
});
const note: Expander = () => ({ html: '<blockquote>', after: '</blockquote>' });
const details: Expander = (code) => ({
  html: `<details><summary>${escapeHtml(first(code, 'summary', 'title') || 'Details')}</summary>`,
  after: '</details>',
});
const reference: Expander = ({ positional, named }) => ({ html: sourceAddress(named.path ?? positional[0] ?? '') });
const instagram: Expander = (code) => link(`https://www.instagram.com/p/${first(code, 'id')}/`);
/** What is inside, as it stands. */
const asItStands: Expander = ({ inner = '' }) => ({ html: inner });

function fenceFor(inner: string): string {
  const longest = Math.max(2, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
}

export const hugoCodes: Record<string, Expander> = {
  youtube,
  vimeo,
  vimeo_simple: vimeo,
  youtube_simple: youtube,
  gist,
  tweet,
  twitter: tweet,
  twitter_simple: tweet,
  x: tweet,
  x_simple: tweet,
  instagram,
  figure,
  highlight,
  details,
  ref: reference,
  relref: reference,
  toc: nothing,
};

export const liquidCodes: Record<string, Expander> = {
  highlight,
  raw: asItStands,
  verbatim: asItStands,
  comment: nothing,
  post_url: ({ positional }) => ({ html: sourceAddress(`_posts/${positional[0] ?? ''}`) }),
  link: ({ positional }) => ({ html: sourceAddress(`/${positional[0] ?? ''}`) }),
  gist,
  youtube,
  vimeo,
  streamable,
  figure,
  note,
  aside: note,
  image,
  img: image,
  tweet,
};

export const zolaCodes: Record<string, Expander> = { youtube, vimeo, gist, streamable };

/** `{{ '/a.jpg' | relative_url }}` and `{{ site.baseurl }}` are addresses; every other output is gone. */
export function outputOf(expression: string): string | undefined {
  const [value = '', ...filters] = expression.split('|').map((part) => part.trim());
  const literal = /^(["'])(.*)\1$/s.exec(value)?.[2];
  if (literal !== undefined) return filters.some((each) => /^(?:markdownify|liquify)/.test(each)) ? undefined : literal;
  return /^(?:site|config|page|env|metadata)\.(?:base_?url|url|root|base_path)$/i.test(value) ? '' : undefined;
}
