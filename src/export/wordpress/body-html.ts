/** The HTML of a text as a page on any site can have it: with whole addresses, and pictures as single files. */
import { sayIn } from '../../../layouts/block-words.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Article } from '../../content/article.ts';
import { documentUrl } from '../../content/documents.ts';
import { pathOnSite, readLink, writtenLink } from '../../content/links.ts';
import { renderBody } from '../../content/markdown/body.ts';
import type { Language } from '../../content/names.ts';
import { pictureSource } from '../../content/pictures.ts';
import { sponsoredRel } from '../../content/sponsored.ts';
import { storyFileKey } from '../../content/story-files.ts';
import { absoluteUrl } from '../../content/urls.ts';

/** `url`: of the page that shows it. */
type Shown = { url: string; language: Language; article?: Article };

/** A picture that may not be shown any more is left out, and its caption with it. */
export function htmlOf(body: string, { url, language, article }: Shown, catalog: Catalog): string {
  const { site } = catalog;
  const key = (name: string) => storyFileKey(article?.story ?? '', name);
  return renderBody(body, {
    link: (href) =>
      pathOnSite(href, site) === undefined ? href : absoluteUrl(writtenLink(href, readLink(href, site), site), site),
    picture(name) {
      const file = catalog.picture(key(name));
      return file && { ...pictureSource(file), root: site.url };
    },
    document(name) {
      const file = catalog.document(key(name));
      return file && { url: absoluteUrl(documentUrl(file.path), site), bytes: file.bytes };
    },
    frames: [],
    say: sayIn(language, site),
    page: absoluteUrl(url, site),
    ...(article?.sponsor ? { relOf: sponsoredRel(site) } : {}),
  }).html;
}
