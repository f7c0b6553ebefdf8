/** A JSON Feed with full text (https://www.jsonfeed.org/version/1.1/). */
import { readFileSync } from 'node:fs';
import { onFile } from '../../source/system-error.ts';
import { type Reader, SourceFault, type SourceStory } from '../source-story.ts';
import { isRecord } from './front-matter.ts';
import { distinct, isSameHost, pathOfAddress, siteOfAddress } from './site-paths.ts';

/** Of which nobody knows what it is: programs write null, numbers and lists where others write a text. */
type Said = Record<string, unknown>;

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

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
    const [title, description, url, language] = ['title', 'description', 'home_page_url', 'language'].map((key) =>
      textOf(feed[key]),
    );
    const items = Array.isArray(feed.items) ? feed.items : [];
    return {
      site: {
        ...(title && { title }),
        ...(description && { description }),
        ...(url && { url: siteOfAddress(url) }),
        ...(language && { languages: [language] }),
      },
      async *items() {
        for (const [index, item] of items.entries())
          if (isRecord(item)) yield storyOf(item, feed, { file, item: index + 1 });
      },
    };
  },
};

function parse(text: string, file: string): Said {
  try {
    const feed: unknown = JSON.parse(text);
    return isRecord(feed) ? feed : {};
  } catch (error) {
    throw new SourceFault(`It is no whole JSON: ${(error as Error).message}.`, 'Fetch the feed again.', { file });
  }
}

function storyOf(item: Said, feed: Said, place: SourceStory['place']): SourceStory {
  const said = (key: string) => textOf(item[key]);
  const updated = said('date_modified');
  const published = said('date_published') ?? updated;
  const [summary, subject, language] = [said('summary'), said('external_url'), said('language')];
  const src = said('image') ?? said('banner_image');
  const html = said('content_html');
  const home = textOf(feed.home_page_url);
  const paths = [said('url'), said('id')].map((each) =>
    each !== undefined && /^(?:https?:|\/)/.test(each) && isSameHost(each, home) ? pathOfAddress(each) : undefined,
  );
  return {
    kind: 'story',
    place,
    urls: distinct(paths),
    title: { format: 'plain', text: said('title') ?? '' },
    ...(summary && { summary: { format: 'plain', text: summary } }),
    ...(published && { published: { text: published } }),
    ...(updated && updated !== published ? { updated: { text: updated } } : {}),
    authors: namesIn(item.authors ?? item.author ?? feed.authors ?? feed.author),
    sections: [],
    tags: namesIn(item.tags),
    ...(language && language !== textOf(feed.language) ? { language } : {}),
    state: 'public',
    body: html === undefined ? { format: 'plain', text: said('content_text') ?? '' } : { format: 'html', text: html },
    ...(src && { lead: { src } }),
    ...(subject && { subject }),
    rest: {},
  };
}

/** A list of names, of things that have one, or one of these; some programs write several in a line. */
function namesIn(written: unknown): { name: string }[] {
  const texts = [written].flat().map((each) => textOf(isRecord(each) ? each.name : each) ?? '');
  const names = typeof written === 'string' ? texts.flatMap((each) => each.split(',')) : texts;
  return names.map((name) => name.trim()).flatMap((name) => (name === '' ? [] : [{ name }]));
}
