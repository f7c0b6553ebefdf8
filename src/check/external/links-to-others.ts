/**
 * Which links to other sites readers are shown, and where each stands. A link of what is not public is not among them:
 * to ask for it would tell its host what is to come.
 */
import type { Catalog } from '../../catalog/catalog.ts';
import { states } from '../../catalog/tables/articles.ts';
import type { CatalogFile } from '../../catalog/tables/files.ts';
import type { Article } from '../../content/article.ts';
import { isCarriedAt } from '../../content/life.ts';
import { type LinkOfFile, linksToOthers } from '../../content/links-of-file.ts';
import { outlineLine } from '../../content/markdown/line.ts';
import { defaultLanguage } from '../../content/names.ts';
import type { Notice } from '../../content/notice.ts';
import { type ContentPath, contentPath } from '../../content/paths.ts';
import { authorUrl, topicUrl } from '../../content/urls.ts';

export type LinkPlace = { file: CatalogFile; link: LinkOfFile };

/** By the address that is asked for; of one that is written in two ways, each is a place. */
export type LinksToOthers = ReadonlyMap<string, readonly LinkPlace[]>;

export function findLinksToOthers(catalog: Catalog): LinksToOthers {
  const found = new Map<string, LinkPlace[]>();
  for (const file of catalog.files.all()) {
    const content = contentPath(file.path, file.mode);
    if (!content || 'code' in content) continue;
    for (const link of publicLinks(catalog, file, content)) {
      const address = addressToAsk(link.href);
      const places = address === undefined ? undefined : found.get(address);
      if (places) places.push({ file, link });
      else if (address !== undefined) found.set(address, [{ file, link }]);
    }
  }
  return found;
}

/** Without the place on its page, and without a name and a password, which are nobody's to send. */
function addressToAsk(href: string): string | undefined {
  const url = URL.parse(href);
  if (!url) return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

function publicLinks(catalog: Catalog, file: CatalogFile, content: ContentPath): LinkOfFile[] {
  const { site } = catalog;
  if (content.kind === 'article') {
    if (catalog.articles.at(file.path)?.state !== states.public) return [];
    const article = catalog.article(file.id);
    const toCome = article ? linksToCome(catalog, file, article) : new Set();
    return linksToOthers(content, article, site).filter((link) => 'field' in link || !toCome.has(link.href));
  }
  const value = catalog.record(file.path);
  return value !== undefined && isShown(catalog, content, value) ? linksToOthers(content, value, site) : [];
}

/** Of corrections that are not there yet; what the text itself has of these waits with them. */
function linksToCome(catalog: Catalog, file: CatalogFile, { corrections }: Article): ReadonlySet<string> {
  const written = catalog.writtenArticle(file.id)?.corrections ?? [];
  if (written.length === corrections.length) return new Set();
  const toCome = written.filter(({ at }) => at > catalog.now);
  return new Set(toCome.flatMap(({ text }) => outlineLine(text, catalog.site).outbound));
}

/** An author or a topic has a front only while a story of theirs is public. */
function isShown(catalog: Catalog, content: ContentPath, value: unknown): boolean {
  const { site, routes, now } = catalog;
  switch (content.kind) {
    case 'notice':
      return isCarriedAt(value as Notice, now);
    case 'author':
      return site.languages.some((language) => routes.isThere(authorUrl(content.id, language, site)));
    case 'topic':
      return routes.isThere(topicUrl(content.id, content.language ?? defaultLanguage(site), site));
    default:
      return true;
  }
}
