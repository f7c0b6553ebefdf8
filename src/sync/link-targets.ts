/** Whether a link inside the site leads somewhere, now or when its story becomes due. */

import { articlePath, type Catalog, undatedPath } from '../catalog/catalog.ts';
import { documentUrl } from '../content/documents.ts';
import { frontAt } from '../content/former.ts';
import { addressOf, hasText, isPlaceOfLayout, type LinkTarget, pathOnSite, readLink } from '../content/links.ts';
import { idPrefix } from '../content/markdown/environment.ts';
import { placeFault } from '../content/markdown/places.ts';
import { defaultLanguage } from '../content/names.ts';
import type { Page } from '../content/page.ts';
import { contentPath } from '../content/paths.ts';
import { leftoverAdvice, publicPathAt, publicUrl } from '../content/public-files.ts';
import { claimOf } from '../content/redirect.ts';
import type { Site } from '../content/site.ts';
import { folded, spellings } from '../content/spelling.ts';
import { fileKey } from '../content/story-files.ts';
import { suggestion } from '../content/suggest.ts';
import { articleUrl } from '../content/urls.ts';
import { documentRef } from './dependents.ts';
import type { EverListed } from './ever-listed.ts';
import { formersIn, scopesNamedBy } from './formers.ts';
import { listedFault, periodFault } from './listed-faults.ts';

/** What is looked at while checking: files in `unreadable` exist, but nothing can be said of them. */
export type Checking = {
  catalog: Catalog;
  site: Site;
  unreadable: ReadonlySet<string>;
  everListed: EverListed;
};

/** A Problem but for its place; `missing` is a file that is not there. */
export type Fault = { code: string; what: string; fix: string; missing?: string };

/** What is wrong with a link; of an address that is only spelled wrongly or has moved, the right one is told. */
export function linkFault(checking: Checking, written: string): Fault | undefined {
  const href = pathOnSite(written, checking.site) ?? written;
  const target = readLink(href, checking.site);
  const fault = faultOf(checking, target);
  if (fault && isToldGone(checking, target.url)) return undefined;
  if (fault) {
    const address = publicAddress(checking, target.url);
    if (address === target.url) return undefined;
    const misnamed = address === undefined ? undefined : misspeltAs(target.url, address);
    return misnamed ?? movedFault(checking, target.url) ?? misspelt(checking, target.url) ?? fault;
  }
  // A page that is there may once have answered otherwise to a query, as `/?p=123`; and stories may still name what was renamed.
  const mayHaveMoved = href.includes('?') || target.kind === 'listed';
  const moved = mayHaveMoved ? movedFault(checking, href.replace(/#.*$/s, '')) : undefined;
  return moved ?? faultOfPlace(checking, target, href);
}

/** Whether something is at an address at any instant; whatever it is a Problem to link to is not. */
export function isEver(checking: Checking, target: LinkTarget): boolean {
  return faultOf(checking, target) === undefined;
}

/** Readers are told there that it ended on purpose, and links to it are text. */
function isToldGone({ catalog }: Checking, url: string): boolean {
  const ending = catalog.endings.at(url);
  return ending !== undefined && ending.to === undefined && spellings(ending.url).includes(url);
}

/** Of a place in a text that another file names: whether that text has such a heading. */
function faultOfPlace(checking: Checking, target: LinkTarget, href: string): Fault | undefined {
  const at = href.indexOf('#');
  const place = href.slice(at + 1);
  if (at === -1) return undefined;
  const text = textAt(checking, target);
  if (!text) return undefined;
  if (isPlaceOfLayout(place)) return text.places.includes(folded(place)) ? undefined : passingPlace(place, text);
  return placeFault(place, new Set(text.headings));
}

/** What a page has for links to name: headings, and of the places that layouts make those that stay. */
type Named = { headings: readonly string[]; places: readonly string[] };

/** That of a text at an address; undefined where that has none of its own, or nothing can be said of it. */
function textAt({ catalog, site, unreadable }: Checking, target: LinkTarget): Named | undefined {
  if (target.kind !== 'article' && target.kind !== 'page' && target.kind !== 'listed') return undefined;
  if (!hasText(target)) return undefined;
  const { language } = target;
  const path =
    target.kind === 'article'
      ? articlePath(target.story, language, site)
      : undatedPath(target.kind === 'page' ? 'pages' : 'topics', target.id, language, site);
  const file = catalog.files.at(path);
  if (unreadable.has(path)) return undefined;
  if (target.kind === 'article') {
    const article = file && catalog.writtenArticle(file.id);
    const ofOwn = article && article.corrections.length > 0 ? ['corrections'] : [];
    return article && { headings: article.outline.headings, places: [...placesOfAll, ...ofOwn] };
  }
  const ofOwn = target.kind === 'listed' ? ['latest'] : [];
  return { headings: catalog.record<Page>(path)?.outline.headings ?? [], places: [...placesOfAll, ...ofOwn] };
}

const placesOfAll = ['main', 'top'];

/** A place that layouts make only while there is something to show in it; a heading may have its name. */
function passingPlace(place: string, { headings }: Named): Fault {
  const isHeading = headings.includes(folded(place));
  return {
    code: 'link/unknown-place',
    what: `“#${place}” is no place that is always on that page.`,
    fix: isHeading
      ? `For the heading of that name write #${idPrefix}${folded(place)}.`
      : 'Link to the page without a #.',
  };
}

/** Unless what has moved is itself nothing to link to, as a draft. */
function movedFault(checking: Checking, url: string): Fault | undefined {
  const address = presentAddressOf(checking, url);
  if (address === undefined) return undefined;
  const isHere = pathOnSite(address, checking.site) !== undefined;
  if (isHere && faultOf(checking, readLink(address, checking.site))) return undefined;
  return { code: 'link/moved', what: `“${url}” has moved to ${address}.`, fix: `Write ${address}.` };
}

/** Where the file is now that lays claim to an address. */
function presentAddressOf({ catalog, site }: Checking, url: string): string | undefined {
  const claiming = catalog.claims.pathOf(url);
  const content = claiming === undefined ? undefined : contentPath(claiming, 0);
  if (!content || 'code' in content) return undefined;
  if (content.kind === 'gone') return catalog.endings.at(url)?.to;
  if (content.kind === 'article') return articleUrl(content.story, content.language ?? defaultLanguage(site), site);
  const scopes = scopesNamedBy(content, site);
  const formers = formersIn(catalog, site);
  const scope = scopes.find((each) => formers(each).some((former) => claimOf(former.url) === claimOf(url)));
  return scope && frontAt(scope, site);
}

/** Capital letters, percent signs, a slash or `index.html` are all that keeps an address from being one. */
function misspelt(checking: Checking, url: string): Fault | undefined {
  const right = addressOf(claimOf(url), checking.site);
  if (right === url || faultOf(checking, readLink(right, checking.site))) return undefined;
  const isSlash = `${url}/` === right;
  return isSlash
    ? { code: 'link/no-slash', what: `“${url}” lacks the slash at its end.`, fix: `Write ${right}.` }
    : misspeltAs(url, right);
}

function misspeltAs(url: string, right: string): Fault {
  return {
    code: 'link/misspelt',
    what: `Nothing on the site is at “${url}”, but something is at ${right}.`,
    fix: `Write ${right}.`,
  };
}

/** The address of the file of `public/` that is at an address, or at one that is only spelled otherwise. */
export function publicAddress({ catalog }: Pick<Checking, 'catalog'>, url: string): string | undefined {
  const key = fileKey(publicPathAt(url));
  const file = catalog.files.keyed(key) ?? catalog.files.keyed(`${key}/index.html`);
  return file && leftoverAdvice(file.path).length === 0 ? publicUrl(file.path) : undefined;
}

/** A document is on the site if its own story refers to it, whoever else does. */
function documentFault(checking: Checking, path: string, url: string): Fault | undefined {
  const { catalog } = checking;
  const file = catalog.files.keyed(fileKey(path));
  if (!file) {
    const names = catalog.files.pathsLike(`${path.slice(0, path.lastIndexOf('/'))}/*`).map(documentUrl);
    return {
      code: 'link/unknown-document',
      missing: path,
      what: `There is no document at “${url}”.`,
      fix: suggestion(url, names, 'Correct the address: /year/month/day/slug/name.pdf, as the file lies in articles/.'),
    };
  }
  const address = documentUrl(file.path);
  if (address !== url) return misspeltAs(url, address);
  if (catalog.refs.isReferredTo(documentRef(fileKey(path)))) return undefined;
  return {
    code: 'link/unused-document',
    what: `The document at “${url}” is not on the site, because its own story does not link to it.`,
    fix: 'Link to it in that story too, or remove the link here.',
  };
}

function faultOf(checking: Checking, target: LinkTarget): Fault | undefined {
  const { site } = checking;
  const { url } = target;
  switch (target.kind) {
    case 'always':
      return undefined;
    case 'passing':
      return target.of && periodFault(checking, target.of, url);
    case 'article':
      return storyFault(checking, target.story, target.language, url);
    case 'listed':
      return listedFault(checking, target);
    case 'page':
      return pageFault(checking, undatedPath('pages', target.id, target.language, site), url);
    case 'document':
      return documentFault(checking, target.path, url);
    case 'none':
      return nothingThere(checking, url);
  }
}

function pageFault(checking: Checking, path: string, url: string): Fault | undefined {
  return checking.catalog.files.at(path) ? undefined : { ...nothingThere(checking, url), missing: path };
}

function nothingThere({ catalog, site }: Checking, url: string): Fault {
  const pages = catalog.files.pathsLike('pages/*.md').map((path) => `/${path.slice(6, -3)}/`);
  const known = [...pages, ...site.sections.map(({ id }) => `/${id}/`)];
  return {
    code: 'link/unknown-target',
    what: `Nothing on the site is at “${url}”.`,
    fix: suggestion(url, known, 'Correct the address.'),
  };
}

function storyFault(
  { catalog, site, unreadable }: Checking,
  story: string,
  language: string,
  url: string,
): Fault | undefined {
  const path = articlePath(story, language, site);
  const file = catalog.files.at(path);
  if (!file) {
    const sameDay = catalog.files.pathsLike(`articles/${story.slice(0, 11)}*.md`);
    const known = sameDay.map((each) => `/${each.slice(9, -3)}/`);
    return {
      code: 'link/unknown-story',
      missing: path,
      what: `There is no story at “${url}”.`,
      fix: suggestion(url, known, 'Correct the address: /year/month/day/slug/, as its file lies in articles/.'),
    };
  }
  if (unreadable.has(file.path) || !catalog.articles.isDraft(file.id)) return undefined;
  return {
    code: 'link/draft',
    what: `The story at “${url}” is a draft, which readers never see.`,
    fix: 'Publish that story first, or remove the link.',
  };
}
