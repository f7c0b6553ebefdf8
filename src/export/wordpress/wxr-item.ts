/** A story or a page as an item of WXR, with its pictures and documents as attachments. */
import { lineHtml } from '../../../layouts/line-html.ts';
import { wordsIn } from '../../../layouts/words.ts';
import { element, type Xml } from '../../../layouts/xml.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Article } from '../../content/article.ts';
import { escapeHtml } from '../../content/blocks/markup.ts';
import { documentUrl } from '../../content/documents.ts';
import { defaultLanguage, textIn } from '../../content/names.ts';
import type { Page } from '../../content/page.ts';
import { jpegOf, pictureSource } from '../../content/pictures.ts';
import { topicOf, writtenPictures } from '../../content/records.ts';
import { storyFileKey } from '../../content/story-files.ts';
import { inZone, type Seconds } from '../../content/times.ts';
import { absoluteUrl, articleUrl, pageUrl } from '../../content/urls.ts';
import { editorBlocks } from './block-editor.ts';
import { htmlOf } from './body-html.ts';
import type { Losses } from './losses.ts';
import { noteLosses } from './story-losses.ts';
import { cdata, meta, term, wp } from './wxr-markup.ts';

export type Writing = {
  catalog: Catalog;
  losses: Losses;
  /** Numbers of posts, from 1 on. */
  nextId(): number;
  /** Numbers of attachments, by their addresses: two languages of a story share its files. */
  attached: Map<string, number>;
};

/** `from`: where readers have it; `to`: where WordPress shows it, if its permalinks are “Day and name”. */
type Moved = { from: string; to: string };

export type Item = { parts: Xml[]; moved: Moved[] };

export function storyItem(article: Article, body: string, writing: Writing): Item {
  const { catalog, losses } = writing;
  const { site } = catalog;
  const { language, story } = article;
  const url = articleUrl(story, language, site);
  const id = writing.nextId();
  const slug = nameIn(story.split('/').at(-1) ?? '', language, writing);
  const to = `/${story.slice(0, 10)}/${slug}/`;
  const status = statusOf(article, catalog.now);
  const files = status === 'publish' ? filesOf(article, writing) : [];
  const own = noteLosses(article, url, writing);
  const lead = article.image && files.find(({ key }) => key === storyFileKey(story, article.image?.file ?? ''));
  const section = site.sections.find((each) => each.id === article.section);
  const topics = article.topics.map((topic) =>
    topicOf(topic, language, site, { topic: (asked, inLanguage) => catalog.topic(asked, inLanguage) }),
  );
  const item = element(
    'item',
    {},
    ...post({ id, url: absoluteUrl(url, site), title: article.title, slug, type: 'post' }),
    element('pubDate', {}, inZone(article.at, 'utc').toRFC2822() ?? ''),
    element('dc:creator', {}, cdata(article.authors[0] ?? '')),
    element(
      'content:encoded',
      {},
      cdata(editorBlocks(storyHtml(article, htmlOf(body, { url, language, article }, catalog), catalog))),
    ),
    element('excerpt:encoded', {}, cdata(article.summary)),
    ...dates(article.at, article.updated?.at ?? article.at, site.timeZone),
    wp('status', status),
    term('category', article.section, section ? textIn(section.title, language, site.languages) : article.section),
    ...topics.map((topic) => term('post_tag', topic.id, topic.name)),
    ...(lead ? [meta('_thumbnail_id', String(lead.id))] : []),
    meta('broadsheet', JSON.stringify({ language, ...own })),
    ...article.redirectFrom.map((old) => meta('old_address', old)),
  );
  const attachments = files.flatMap((file) => (file.isNew ? [attachment(file, { parent: id, article, writing })] : []));
  if (files.some(({ isPicture }) => isPicture))
    losses.note(
      'Pictures go over as the largest that readers have of them; the files they are made of are in the other folder',
      url,
    );
  if (status !== 'publish' && writtenPictures(article).size + article.outline.documents.length > 0)
    losses.note(
      'Pictures and documents of stories that readers do not have: add them there, from the other folder',
      url,
    );
  const parts = [item, ...attachments];
  if (status === 'draft') return { parts, moved: [] };
  const moved = article.redirectFrom.map((from) => ({ from, to }));
  return { parts, moved: url === to ? moved : [{ from: url, to }, ...moved] };
}

export function pageItem(page: Page, body: string, writing: Writing): Item {
  const { site, now } = writing.catalog;
  const { language, id: name, title, summary = '', redirectFrom } = page;
  const url = pageUrl(name, language, site);
  const slug = nameIn(name, language, writing);
  const to = `/${slug}/`;
  const parts = [
    element(
      'item',
      {},
      ...post({ id: writing.nextId(), url: absoluteUrl(url, site), title, slug, type: 'page' }),
      element('content:encoded', {}, cdata(editorBlocks(htmlOf(body, { url, language }, writing.catalog)))),
      element('excerpt:encoded', {}, cdata(summary)),
      ...dates(now, now, site.timeZone),
      wp('status', 'publish'),
      meta('broadsheet', JSON.stringify({ language, ...(page.noindex ? { noindex: true } : {}) })),
    ),
  ];
  if (page.noindex) writing.losses.note('That search engines are to leave a page out', url);
  const moved = redirectFrom.map((from) => ({ from, to }));
  return { parts, moved: url === to ? moved : [{ from: url, to }, ...moved] };
}

/** WordPress knows no languages: the same name is another one in each. */
function nameIn(slug: string, language: string, { catalog }: Writing): string {
  return language === defaultLanguage(catalog.site) ? slug : `${slug}-${language.toLowerCase()}`;
}

function post({
  id,
  url,
  title,
  slug,
  type,
}: {
  id: number;
  url: string;
  title: string;
  slug: string;
  type: string;
}): Xml[] {
  return [
    element('title', {}, cdata(title)),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, url),
    wp('post_id', id),
    wp('post_name', slug),
    wp('post_type', type),
  ];
}

function dates(at: Seconds, changed: Seconds, zone: string): Xml[] {
  const time = (when: Seconds, where: string) => inZone(when, where).toFormat('yyyy-MM-dd HH:mm:ss');
  return [
    wp('post_date', time(at, zone)),
    wp('post_date_gmt', time(at, 'utc')),
    wp('post_modified', time(Math.max(at, changed), zone)),
    wp('post_modified_gmt', time(Math.max(at, changed), 'utc')),
  ];
}

/** What was taken down is a draft: nothing else would keep it from readers. */
function statusOf(article: Article, now: Seconds): string {
  if (article.draft || article.withdrawn) return 'draft';
  return article.at > now ? 'future' : 'publish';
}

/** With what readers are told of a story around its text, as feeds have it. */
function storyHtml(article: Article, html: string, { site }: Catalog): string {
  const { language, sponsor, warning, points, corrections, sources } = article;
  const words = wordsIn(language, site);
  const bold = (text: string) => `<b>${escapeHtml(text)}</b>`;
  const list = (each: readonly string[]) => `<ul>${each.map((one) => `<li>${one}</li>`).join('')}</ul>`;
  const page = absoluteUrl(articleUrl(article.story, language, site), site);
  const links = Object.fromEntries(
    article.outline.links.map((href) => [href, href.startsWith('/') ? site.url + href : href]),
  );
  const sourceHtml = ({ title, url, publisher }: (typeof sources)[number]) =>
    `<a href="${escapeHtml(url.startsWith('/') ? site.url + url : url)}">${escapeHtml(title)}</a>${publisher ? escapeHtml(words.comma + publisher) : ''}`;
  return [
    sponsor && `<p>${bold(words.sponsoredBy(sponsor.name))}</p>`,
    warning && `<p>${bold(words.contentWarning + words.colon)}${escapeHtml(warning)}</p>`,
    points.length > 0 && list(points.map(escapeHtml)),
    html,
    ...corrections.map(
      ({ text }) => `<p>${bold(words.correction + words.stop)} ${lineHtml(text, { links, page }, site)}</p>`,
    ),
    sources.length > 0 && `<p>${bold(words.sources)}</p>\n${list(sources.map(sourceHtml))}`,
  ]
    .filter(Boolean)
    .join('\n');
}

type StoryFile = { key: string; url: string; name: string; id: number; isNew: boolean; isPicture: boolean };

/** Pictures that may be shown and documents, where readers have them: WordPress fetches them from there. */
function filesOf(article: Article, { catalog, attached, nextId }: Writing): StoryFile[] {
  const { site } = catalog;
  const pictures = [...writtenPictures(article)].flatMap(([key, name]) => {
    const file = catalog.picture(key);
    return file
      ? [{ key, name, url: absoluteUrl(jpegOf(pictureSource(file), 'large').url, site), isPicture: true }]
      : [];
  });
  const documents = article.outline.documents.flatMap((name) => {
    const key = storyFileKey(article.story, name);
    const file = catalog.document(key);
    return file ? [{ key, name, url: absoluteUrl(documentUrl(file.path), site), isPicture: false }] : [];
  });
  return [...pictures, ...documents].map((file) => {
    const known = attached.get(file.url);
    const id = known ?? nextId();
    attached.set(file.url, id);
    return { ...file, id, isNew: known === undefined };
  });
}

function attachment(
  { id, url, name, isPicture }: StoryFile,
  { parent, article, writing }: { parent: number; article: Article; writing: Writing },
): Xml {
  const { site } = writing.catalog;
  const { image, language, at } = article;
  const isLead = image !== undefined && image.file === name;
  const words = (text: NonNullable<typeof image>['caption']) =>
    text === undefined ? '' : textIn(text, language, site.languages);
  const caption = isLead
    ? [words(image.caption), [words(image.credit), image.license].filter(Boolean).join(', ')].filter(Boolean).join(' ')
    : '';
  const slug = `${article.story.split('/').at(-1)}-${id}`;
  return element(
    'item',
    {},
    ...post({ id, url, title: name.slice(name.lastIndexOf('/') + 1), slug, type: 'attachment' }),
    element('excerpt:encoded', {}, cdata(caption)),
    ...dates(at, at, site.timeZone),
    wp('status', 'inherit'),
    wp('post_parent', parent),
    wp('attachment_url', url),
    ...(isLead && isPicture ? [meta('_wp_attachment_image_alt', image.alt)] : []),
  );
}
