/** Feeds with full text, RSS and Atom, read as they stream: what a site still shows to the world, if nothing else of it is left. */
import type { Input, Named, Reader, SourcePicture, SourceSite, SourceStory, SourceText } from '../source-story.ts';
import { distinct, isSameHost, mostOf, pathOfAddress, siteOfAddress } from './site-paths.ts';
import { childOf, childrenOf, markupIn, textIn, wordOf, type XmlElement, xmlRecords } from './xml-records.ts';

type Format = {
  name: string;
  sign: RegExp;
  because: string;
  /** Takes what the record says of the site; it may say nothing. */
  addSite(record: XmlElement, site: SiteOfFeed): void;
  story(entry: XmlElement, site: SiteOfFeed): Omit<SourceStory, 'kind' | 'place' | 'state'>;
};

function readerOf(format: Format): Reader {
  return {
    name: format.name,
    async recognise({ beginning }) {
      const isOther = /xmlns:wp=/.test(beginning);
      return !isOther && format.sign.test(beginning) ? format.because : undefined;
    },
    async open(input) {
      const site: SiteOfFeed = {};
      const remarks: NonNullable<Awaited<ReturnType<Reader['open']>>['remarks']>[number][] = [];
      // Some programs say what the feed is of below its entries.
      const origins: string[] = [];
      for await (const record of xmlRecords(input.path)) {
        if (!isEntry(record)) format.addSite(record, site);
        else origins.push(...originsOf(record));
      }
      // A feed that does not say of what site it is: of that of most of its entries.
      const [most] = mostOf(origins) ?? [];
      if (site.url === undefined && most !== undefined) site.url = most;
      return { site, remarks, items: () => itemsOf(input, { format, site, remarks }) };
    },
  };
}

function originsOf(entry: XmlElement): string[] {
  const links = childrenOf(entry, 'link').map((each) => each.attributes.href ?? textIn(each));
  return [...new Set(links.flatMap((each) => URL.parse(each.trim())?.origin ?? []))].filter((each) => each !== 'null');
}

function isEntry({ name }: XmlElement): boolean {
  return name === 'item' || name === 'entry';
}

/** Of entries that name none of their own. */
type SiteOfFeed = SourceSite & { authors?: Named[] };

type Opened = { format: Format; site: SiteOfFeed; remarks: { place: SourceStory['place']; what: string }[] };

async function* itemsOf({ path: file }: Input, { format, site, remarks }: Opened): AsyncGenerator<SourceStory> {
  remarks.length = 0;
  let item = 0;
  const records = xmlRecords(file, {
    onFault({ line, column, what }) {
      if (remarks.at(-1)?.place.line !== line)
        remarks.push({
          place: { file, line, column },
          what: `This is broken XML (${what}). What stands there was read as far as it goes.`,
        });
    },
  });
  for await (const record of records) {
    if (!isEntry(record)) continue;
    item++;
    yield { kind: 'story', place: { file, line: record.line, item }, state: 'public', ...format.story(record, site) };
  }
}

export const rss = readerOf({
  name: 'RSS feed',
  sign: /<rss[\s>]|<rdf:RDF[\s>]/,
  because: 'its element <rss>',
  addSite(record, site) {
    const text = textIn(record).trim();
    if (text === '') return;
    if (record.name === 'title') site.title = text;
    if (record.name === 'description') site.description = text;
    if (record.name === 'language') site.languages = [text];
    if (record.name === 'link') site.url = siteOfAddress(text);
  },
  story(item, site) {
    const content = wordOf(item, 'content:encoded');
    const description = wordOf(item, 'description');
    const published = wordOf(item, 'pubDate', 'dc:date');
    const guid = childOf(item, 'guid');
    const permanent = guid === undefined || guid.attributes.isPermaLink === 'false' ? undefined : textIn(guid).trim();
    const link = wordOf(item, 'link') ?? permanent;
    return {
      urls: urlsOf([link, permanent], site),
      title: { format: 'html', text: wordOf(item, 'title') ?? '' },
      ...(content !== undefined && description !== undefined ? { summary: html(description) } : {}),
      ...(published && { published: { text: published } }),
      authors: childrenOf(item, 'dc:creator', 'author').flatMap((each) =>
        personsOf(personOf(textIn(each))).map((name) => ({ name })),
      ),
      sections: [],
      tags: childrenOf(item, 'category', 'dc:subject').flatMap((each) => namedBy(textIn(each))),
      ...languageOf(wordOf(item, 'dc:language'), site),
      body: html(content ?? description ?? ''),
      ...leadOf(mediaOf(item)),
      ...elsewhere(link, site, [permanent]),
      rest: {},
    };
  },
});

export const atom = readerOf({
  name: 'Atom feed',
  sign: /<feed[^>]*\bxmlns=["']http:\/\/www\.w3\.org\/2005\/Atom/,
  because: 'its element <feed>',
  addSite(record, site) {
    const text = textIn(record).trim();
    if (record.name === 'title' && text) site.title = text;
    if (record.name === 'subtitle' && text) site.description = text;
    const { rel = 'alternate', href } = record.attributes;
    if (record.name === 'link' && rel === 'alternate' && href) site.url = siteOfAddress(href);
    if (record.name === 'author') site.authors = [...(site.authors ?? []), ...namedBy(wordOf(record, 'name') ?? '')];
  },
  story(entry, site) {
    const base = URL.parse(entry.attributes['xml:base'] ?? '', `${site.url ?? 'http://none.invalid'}/`)?.href;
    const linked = (...rels: string[]) =>
      childrenOf(entry, 'link').flatMap(({ attributes: { rel = 'alternate', href } }) =>
        href === undefined || !rels.includes(rel) ? [] : [URL.parse(href, base)?.href ?? href],
      );
    const [link] = linked('alternate');
    // Where the headline leads to another site, the story’s own address is said otherwise.
    const others = linked('related', 'via', 'bookmark');
    const own = childrenOf(entry, 'author').flatMap((each) => namedBy(wordOf(each, 'name') ?? ''));
    const [content, summary] = [atomText(childOf(entry, 'content')), atomText(childOf(entry, 'summary'))];
    const [published, updated] = [wordOf(entry, 'published', 'issued'), wordOf(entry, 'updated', 'modified')];
    const id = wordOf(entry, 'id');
    const permanent = id !== undefined && /^https?:/.test(id) ? id : undefined;
    const enclosure = childrenOf(entry, 'link').find(
      ({ attributes: { rel, type } }) => rel === 'enclosure' && type?.startsWith('image/'),
    );
    return {
      urls: urlsOf([link, ...(isOwn(link, site) ? [] : others), permanent], site),
      title: atomText(childOf(entry, 'title')) ?? { format: 'plain', text: '' },
      ...(content && summary ? { summary } : {}),
      ...((published ?? updated) ? { published: { text: (published ?? updated) as string } } : {}),
      ...(published && updated && updated !== published ? { updated: { text: updated } } : {}),
      authors: own.length > 0 ? own : (site.authors ?? []),
      sections: [],
      tags: childrenOf(entry, 'category').flatMap(({ attributes: { term = '', label } }) =>
        term === '' ? [] : [{ id: term, ...(label && { name: label }) }],
      ),
      ...languageOf(entry.attributes['xml:lang'], site),
      body: content ?? summary ?? { format: 'plain', text: '' },
      ...leadOf(enclosure?.attributes.href ?? mediaOf(entry)),
      ...elsewhere(link, site, [...others, permanent]),
      rest: {},
    };
  },
});

function html(text: string): SourceText {
  return { format: 'html', text };
}

/** Escaped once for XML; `xhtml` is markup of the feed itself, in one `div`. */
function atomText(element: XmlElement | undefined): SourceText | undefined {
  if (!element) return undefined;
  const { type = 'text' } = element.attributes;
  if (type === 'xhtml')
    return html(markupIn(childOf(element, 'div') ?? childOf(element, 'xhtml:div') ?? element).trim());
  const text = textIn(element).trim();
  return text === '' ? undefined : { format: type === 'text' || type === 'text/plain' ? 'plain' : 'html', text };
}

function urlsOf(addresses: readonly (string | undefined)[], site: SourceSite): string[] {
  return distinct(addresses.map((each) => (each !== undefined && isOwn(each, site) ? pathOfAddress(each) : undefined)));
}

/** Of a page of the site; its front page is no address of a story. */
function isOwn(address: string | undefined, { url }: SourceSite): boolean {
  if (address === undefined || !isSameHost(address, url)) return false;
  const [path, root] = [address, url ?? '/'].map((each) => pathOfAddress(each)?.replace(/\/$/, ''));
  return path !== root;
}

/** A story whose address is on another site was published there first; one that has an address of its own too is about that. */
function elsewhere(
  link: string | undefined,
  site: SourceSite,
  others: readonly (string | undefined)[],
): { canonical?: string; subject?: string } {
  if (link === undefined || !/^https?:/.test(link) || isSameHost(link, site.url)) return {};
  return others.some((each) => isOwn(each, site)) ? { subject: link } : { canonical: link };
}

/** `Ann Lee` of `ann@paper.example (Ann Lee)`. */
function personOf(text: string): string {
  return (/^\S+@\S+\s+\((.+)\)$/.exec(text.trim())?.[1] ?? text).trim();
}

/** `Ann Lee, Bo Lie` are two; `Lee, Ann` is one. */
function personsOf(text: string): string[] {
  const parts = text.split(/\s*[,;&]\s*/).filter(Boolean);
  return parts.every((each) => /\S\s+\S/.test(each)) ? parts : [text];
}

function namedBy(text: string): Named[] {
  return text.trim() === '' ? [] : [{ name: text.trim() }];
}

function languageOf(language: string | undefined, { languages }: SourceSite): { language?: string } {
  return language && language !== languages?.[0] ? { language } : {};
}

function mediaOf(item: XmlElement): string | undefined {
  const media = [
    ...childrenOf(item, 'media:content', 'media:thumbnail', 'enclosure'),
    ...childrenOf(item, 'media:group').flatMap((group) => childrenOf(group, 'media:content')),
  ];
  const isImage = ({ name, attributes: { type, medium } }: XmlElement) =>
    name === 'media:thumbnail' || medium === 'image' || type?.startsWith('image/');
  return media.find(isImage)?.attributes.url;
}

function leadOf(src: string | undefined): { lead?: SourcePicture } {
  return src === undefined ? {} : { lead: { src } };
}
