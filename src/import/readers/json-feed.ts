/** A JSON Feed with full text (https://www.jsonfeed.org/version/1.1/). */
import { readFileSync } from 'node:fs';
import { onFile } from '../../source/system-error.ts';
import { type Reader, SourceFault, type SourceStory } from '../source-story.ts';
import { distinct, isSameHost, pathOfAddress } from './site-paths.ts';

type Item = Partial<
  Record<
    | 'id'
    | 'url'
    | 'external_url'
    | 'title'
    | 'content_html'
    | 'content_text'
    | 'summary'
    | 'image'
    | 'banner_image'
    | 'date_published'
    | 'date_modified'
    | 'language',
    string
  >
> & {
  author?: { name?: string };
  authors?: { name?: string }[];
  tags?: string[];
};
type Feed = {
  title?: string;
  description?: string;
  home_page_url?: string;
  language?: string;
  authors?: Item['authors'];
  items?: Item[];
};

export const jsonFeed: Reader = {
  name: 'JSON Feed',
  async recognise({ beginning }) {
    return /^\s*\{/.test(beginning) && /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/.test(beginning)
      ? 'its “version” of jsonfeed.org'
      : undefined;
  },
  async open({ path: file }) {
    const text = onFile(file, 'read', () => readFileSync(file, 'utf8'));
    const feed = parse(text, file);
    const { title, description, home_page_url: url, language } = feed;
    return {
      site: {
        ...(title && { title }),
        ...(description && { description }),
        ...(url && { url: url.replace(/\/+$/, '') }),
        ...(language && { languages: [language] }),
      },
      async *items() {
        for (const [index, item] of (feed.items ?? []).entries()) yield storyOf(item, feed, { file, item: index + 1 });
      },
    };
  },
};

function parse(text: string, file: string): Feed {
  try {
    return JSON.parse(text) as Feed;
  } catch (error) {
    throw new SourceFault(`It is no whole JSON: ${(error as Error).message}.`, 'Fetch the feed again.', { file });
  }
}

function storyOf(item: Item, feed: Feed, place: SourceStory['place']): SourceStory {
  const { url, external_url: subject, title = '', summary, language, tags = [] } = item;
  const { date_published: published = item.date_modified, date_modified: updated } = item;
  const authors = item.authors ?? (item.author ? [item.author] : (feed.authors ?? []));
  const src = item.image ?? item.banner_image;
  const paths = [url, item.id].map((each) =>
    each !== undefined && /^(?:https?:|\/)/.test(each) && isSameHost(each, feed.home_page_url)
      ? pathOfAddress(each)
      : undefined,
  );
  return {
    kind: 'story',
    place,
    urls: distinct(paths),
    title: { format: 'plain', text: title },
    ...(summary && { summary: { format: 'plain', text: summary } }),
    ...(published && { published: { text: published } }),
    ...(updated && updated !== published ? { updated: { text: updated } } : {}),
    authors: authors.flatMap(({ name }) => (name ? [{ name }] : [])),
    sections: [],
    tags: tags.map((name) => ({ name })),
    ...(language && language !== feed.language ? { language } : {}),
    state: 'public',
    body:
      item.content_html !== undefined
        ? { format: 'html', text: item.content_html }
        : { format: 'plain', text: item.content_text ?? '' },
    ...(src && { lead: { src } }),
    ...(subject && { subject }),
    rest: {},
  };
}
