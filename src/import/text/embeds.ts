/** What other sites show in a text: players, charts, posts and documents become blocks, everything else a link. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { isWebAddress } from '../../content/names.ts';
import { typeOf } from '../../content/story-files.ts';
import type { Loss } from './loss.ts';
import { attribute, callingOf, element, elementsIn, firstIn, rewrite, text, textOf } from './tree.ts';

/** `document` gives the name that a file gets beside the story. */
export type EmbedMeans = {
  lose(loss: Loss): void;
  add(words: string): void;
  document(src: string): string | undefined;
  /** Whether an address is of the old site: no file of it is there that did not come along. */
  isOwn(address: string): boolean;
};

type Known = { hosts: RegExp; block: 'video' | 'audio' | 'chart'; name: string; address?(url: URL): string };

const known: readonly Known[] = [
  {
    hosts: /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/,
    block: 'video',
    name: 'YouTube',
    address: ({ pathname, searchParams, href }) => {
      const id = /\/(?:embed|v|shorts|live)\/([\w-]{6,})/.exec(pathname)?.[1] ?? searchParams.get('v');
      const list = searchParams.get('list');
      if (id && id !== 'videoseries') return `https://www.youtube.com/watch?v=${id}`;
      return list ? `https://www.youtube.com/playlist?list=${list}` : href;
    },
  },
  {
    hosts: /(?:^|\.)vimeo\.com$/,
    block: 'video',
    name: 'Vimeo',
    address: ({ pathname, href }) =>
      /\/video\/(\d+)/.test(pathname) ? `https://vimeo.com/${/\/video\/(\d+)/.exec(pathname)?.[1]}` : href,
  },
  { hosts: /(?:^|\.)dailymotion\.com$/, block: 'video', name: 'Dailymotion' },
  { hosts: /(?:^|\.)(?:ted\.com)$/, block: 'video', name: 'TED' },
  {
    hosts:
      /(?:^|\.)(?:c-span\.org|ustream\.tv|livestream\.com|twitch\.tv|wistia\.(?:com|net)|jwplatform\.com|brightcove\.net|rumble\.com|odysee\.com|streamable\.com|archive\.org|blip\.tv|facebook\.com|viddler\.com|rutube\.ru|vk\.com|tiktok\.com|asciinema\.org)$/,
    block: 'video',
    name: '',
  },
  {
    hosts:
      /(?:^|\.)(?:soundcloud\.com|spotify\.com|simplecast\.com|libsyn\.com|podbean\.com|buzzsprout\.com|acast\.com|megaphone\.fm|anchor\.fm|bandcamp\.com|mixcloud\.com|audioboom\.com|podcasts\.apple\.com|spreaker\.com)$/,
    block: 'audio',
    name: '',
  },
  {
    hosts:
      /(?:^|\.)(?:datawrapper\.de|dwcdn\.net|flo\.uri\.sh|flourish\.studio|infogram\.com|infogr\.am|tableau\.com|public\.tableausoftware\.com|highcharts\.com|plot\.ly|chart-studio\.plotly\.com|ourworldindata\.org|observablehq\.com|google\.com|openstreetmap\.org|arcgis\.com|carto\.com|cartodb\.com|mapbox\.com|everviz\.com|genial\.ly|knightlab\.com|uploads\.knightlab\.com)$/,
    block: 'chart',
    name: '',
  },
];

/** Classes of quotations that are posts. */
const posts: ReadonlySet<string> = new Set([
  'twitter-tweet',
  'twitter-video',
  'instagram-media',
  'tiktok-embed',
  'bluesky-embed',
  'mastodon-embed',
  'fb-post',
  'reddit-card',
  'reddit-embed-bq',
]);

export function placeEmbeds(root: Root, means: EmbedMeans): void {
  rewrite(root, (each, parent) => {
    const { tagName } = each;
    if (tagName === 'iframe' || tagName === 'embed' || tagName === 'object') return inLine(framed(each, means), parent);
    if (tagName === 'lite-youtube' && attribute(each, 'videoId'))
      return [
        block(
          'video',
          `https://www.youtube.com/watch?v=${attribute(each, 'videoId')}`,
          attribute(each, 'title') || 'YouTube',
          means,
        ),
      ];
    if (tagName === 'video' || tagName === 'audio') return inLine(played(each, means), parent);
    if (
      tagName === 'blockquote' &&
      callingOf(each)
        .split(/\s+/)
        .some((name) => posts.has(name))
    )
      return posted(each, means);
    // WordPress writes the address of an embed alone; readers saw the player.
    if (
      tagName === 'div' &&
      /wp-block-embed__wrapper/.test(callingOf(each)) &&
      !firstIn(each, 'iframe', 'blockquote', 'a')
    )
      return wrapped(each, means);
    if (
      tagName === 'p' &&
      parent.type === 'root' &&
      each.children.every((child) => child.type === 'text') &&
      isVideoAddress(textOf(each))
    )
      return wrapped(each, means);
    return undefined;
  });
}

/** A paragraph in another is none. */
function inLine(made: ElementContent[], parent: Parents): ElementContent[] {
  if (parent.type !== 'element' || parent.tagName !== 'p') return made;
  return made.flatMap((each) => (each.type === 'element' && each.tagName === 'p' ? each.children : [each]));
}

const isVideoAddress = (words: string) =>
  /^https?:\/\/(?:www\.)?(?:youtube\.com\/watch\?|youtu\.be\/|vimeo\.com\/\d)\S*$/.test(words);

function wrapped(each: Element, { lose, ...means }: EmbedMeans): ElementContent[] | undefined {
  const address = textOf(each);
  if (!isWebAddress(address)) return undefined;
  lose({ kind: 'embed-words', text: address, detail: address });
  return shown(address, '', { lose, ...means });
}

function framed(each: Element, means: EmbedMeans): ElementContent[] {
  const inner = each.tagName === 'object' ? firstIn(each, 'embed', 'iframe') : undefined;
  const src =
    ['src', 'data', 'dataSrc', 'dataLazySrc']
      .map((name) => attribute(each, name) || (inner ? attribute(inner, name) : ''))
      .find(Boolean) ?? '';
  return shown(src.startsWith('//') ? `https:${src}` : src, attribute(each, 'title'), means);
}

function shown(src: string, title: string, means: EmbedMeans): ElementContent[] {
  const url = isWebAddress(src) ? URL.parse(src) : null;
  if (!url) {
    const words = src && `${title || src}`;
    if (src) means.lose({ kind: 'embed', text: '', detail: src });
    if (words === '' || /^(?:about|data|javascript):/i.test(src)) return [];
    means.add(words);
    return [element('p', {}, [element('a', { href: src }, [text(words)])])];
  }
  const host = url.host.replace(/^www\./, '');
  const found = known.find(({ hosts }) => hosts.test(url.hostname));
  const name = title.trim() || found?.name || host;
  if (found) return [block(found.block, found.address?.(url) ?? url.href, name, means)];
  means.lose({ kind: 'embed', text: '', detail: src });
  means.add(name);
  return [element('p', {}, [element('a', { href: url.href }, [text(name)])])];
}

function block(name: 'video' | 'audio' | 'chart', url: string, title: string, { add }: EmbedMeans): Element {
  add(title);
  return element('x-block', {
    name,
    attributes: JSON.stringify(name === 'chart' ? { url, alt: title } : { url, title }),
  });
}

/** A recording beside the text, or elsewhere. */
function played(each: Element, means: EmbedMeans): ElementContent[] {
  const source = attribute(each, 'src') || attribute(firstIn(each, 'source') ?? each, 'src');
  if (source === '') return [];
  const title = attribute(each, 'title') || attribute(each, 'ariaLabel') || decodedName(source);
  const file = means.document(source);
  means.add(title);
  if (file !== undefined && ['mp3', 'm4a'].includes(typeOf(file)))
    return [element('x-block', { name: 'audio', attributes: JSON.stringify({ file, title }) })];
  if (file !== undefined)
    return [element('x-block', { name: 'document', attributes: JSON.stringify({ file, title }) })];
  if (isWebAddress(source) && !means.isOwn(source))
    return [element('x-block', { name: each.tagName, attributes: JSON.stringify({ url: source, title }) })];
  means.lose({ kind: 'embed', text: '', detail: source });
  return [element('p', {}, [element('a', { href: source }, [text(title)])])];
}

export function decodedName(address: string): string {
  const name =
    address
      .replace(/[?#].*$/s, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? address;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const dateInPost = /(?:\p{L}{3,} \d{1,2}, \d{4}|\d{1,2}\.? \p{L}{3,}\.? \d{4}|\d{4}-\d{2}-\d{2})/u;

/** The last link of a post leads to it and is its date; before it stands who wrote it. */
function posted(each: Element, { lose, add }: EmbedMeans): ElementContent[] | undefined {
  const links = [...elementsIn(each)].filter(({ tagName }) => tagName === 'a');
  const last = links.findLast(
    (link) =>
      isWebAddress(attribute(link, 'href')) &&
      /\/(?:status(?:es)?|p|post|reel|video|posts|comments)\/|\/@[^/]+\/\d/.test(attribute(link, 'href')),
  );
  const address =
    attribute(each, 'dataInstgrmPermalink') || attribute(each, 'cite') || (last ? attribute(last, 'href') : '');
  const whole = textOf(each);
  const written = dateInPost.exec(last ? textOf(last) : '')?.[0] ?? dateInPost.exec(whole.slice(-40))?.[0];
  const time = written === undefined ? Number.NaN : Date.parse(`${written} UTC`);
  const by = /[—–-]\s*([^—–]{1,120}?\(@[\w.-]+\))/u.exec(whole)?.[1];
  if (!isWebAddress(address) || Number.isNaN(time) || by === undefined) return undefined;
  const paragraphs = each.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'p',
  );
  const said = paragraphs.length > 0 ? paragraphs : [element('p', {}, each.children)];
  const rest = said.map(textOf).join(' ');
  lose({ kind: 'embed-words', text: whole, detail: whole.slice(0, 80) });
  add(`${by} ${rest}`);
  return [
    element(
      'x-block',
      {
        name: 'post',
        attributes: JSON.stringify({
          url: address.replace(/\?.*$/s, ''),
          by,
          date: new Date(time).toISOString().slice(0, 10),
        }),
      },
      said,
    ),
  ];
}
