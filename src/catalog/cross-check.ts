/**
 * What only the whole newsroom can tell: does the author exist, is there a picture, does a link lead
 * somewhere, does one URL belong to one story. Problems here never depend on the clock: a link to a
 * story that is not yet due is fine.
 */
import type { Article } from '../content/article.ts';
import { picturesOf, picturePath } from '../content/records.ts';
import type { Front } from '../content/front.ts';
import { type LinkTarget, readLink } from '../content/links.ts';
import type { Page } from '../content/page.ts';
import { type ContentPath, contentPath } from '../content/paths.ts';
import { claimOf, redirectUrl } from '../content/redirect.ts';
import type { Site } from '../content/site.ts';
import { suggestion } from '../content/suggest.ts';
import type { Field } from '../content/yaml.ts';
import { articlePath, type Catalog, type CatalogFile, undatedPath } from './catalog.ts';
import { spotOf } from './hash.ts';
import type { Intake } from './intake.ts';

/** A Problem whose place is still to be found in the file: at a field, or where a text stands in the body. */
export type UnplacedProblem = { file: CatalogFile; code: string; what: string; fix: string; field?: Field; search?: string };

export function crossCheck(catalog: Catalog, intake: Intake): UnplacedProblem[] {
  return [...intake.recheck].flatMap((id) => {
    const file = catalog.db.get<CatalogFile>('SELECT id, path, mode, blob FROM file WHERE id = ?', id);
    if (!file || intake.unreadable.has(file.path)) return [];
    const content = contentPath(file.path, file.mode);
    return content && !('code' in content) ? checkFile({ catalog, intake, site: intake.site, file }, content) : [];
  });
}

type Context = { catalog: Catalog; intake: Intake; site: Site; file: CatalogFile };

function checkFile(context: Context, content: ContentPath): UnplacedProblem[] {
  const { catalog, file } = context;
  if (content.kind === 'article') {
    const article = catalog.article(file.id);
    return article ? checkArticle(context, article) : [];
  }
  const value = catalog.db.get<{ value: string }>('SELECT value FROM record WHERE id = ?', file.id)?.value;
  if (value === undefined) return [];
  if (content.kind === 'front') return checkFront(context, JSON.parse(value));
  if (content.kind === 'page' || content.kind === 'topic') return checkLinks(context, (JSON.parse(value) as Page).outline.links);
  return [];
}

function checkArticle(context: Context, article: Article): UnplacedProblem[] {
  return [...checkAuthors(context, article), ...checkPictures(context, article), ...checkLinks(context, article.outline.links), ...checkClaims(context, article)];
}

function checkAuthors({ catalog, file }: Context, article: Article): UnplacedProblem[] {
  return article.authors.flatMap((id, index) => {
    if (catalog.file(`authors/${id}.yaml`)) return [];
    const known = catalog.db.all<{ path: string }>("SELECT path FROM file WHERE path GLOB 'authors/*.yaml'").map(({ path }) => path.slice(8, -5));
    return [{ file, code: 'article/unknown-author', field: ['authors', index], what: `There is no author “${id}”.`, fix: suggestion(id, known, `Write authors/${id}.yaml, or choose another.`) }];
  });
}

function checkPictures({ catalog, file }: Context, article: Article): UnplacedProblem[] {
  return picturesOf(article).flatMap((path) => {
    const lead = article.image && picturePath(article, article.image.file) === path;
    const where: Pick<UnplacedProblem, 'field' | 'search'> = lead ? { field: ['image', 'file'] } : { search: path.slice(path.lastIndexOf('/') + 1) };
    if (!path.startsWith(`articles/${article.story}/`)) {
      return [{ file, ...where, code: 'picture/of-another-story', what: `The picture ${path} belongs to another story.`, fix: `Put a copy into articles/${article.story}/.` }];
    }
    if (catalog.file(path)) return [];
    const beside = catalog.db.all<{ path: string }>('SELECT path FROM file WHERE path GLOB ?', `articles/${article.story}/*`).map((each) => each.path.slice(each.path.lastIndexOf('/') + 1));
    return [{ file, ...where, code: 'picture/missing', what: `There is no picture ${path}.`, fix: suggestion(path.slice(path.lastIndexOf('/') + 1), beside, 'Put the file there, or correct its name.') }];
  });
}

function checkLinks(context: Context, links: readonly string[]): UnplacedProblem[] {
  return links.flatMap((href) => {
    const problem = linkProblem(context, readLink(href, context.site));
    return problem ? [{ file: context.file, search: href, ...problem }] : [];
  });
}

type Fault = { code: string; what: string; fix: string };

function linkProblem(context: Context, target: LinkTarget): Fault | undefined {
  const { catalog, site, intake } = context;
  const { url } = target;
  if (target.kind === 'always' || target.kind === 'archive') return undefined;
  if (target.kind === 'article') return storyProblem(context, target.story, target.language, url);
  if (target.kind === 'author' && !catalog.file(`authors/${target.id}.yaml`)) return { code: 'link/unknown-author', what: `There is no author “${target.id}” to link to.`, fix: 'Correct the address, or write the author’s file.' };
  if (target.kind === 'topic' && !isTopic(catalog, target.id)) return { code: 'link/unknown-topic', what: `No story has the topic “${target.id}”.`, fix: 'Correct the address, or give a story that topic.' };
  if (target.kind === 'author' || target.kind === 'topic') return undefined;
  if (target.kind === 'page' && catalog.file(undatedPath('pages', target.id, target.language, site))) return undefined;
  const pages = catalog.db.all<{ path: string }>("SELECT path FROM file WHERE path GLOB 'pages/*.md'").map(({ path }) => `/${path.slice(6, -3)}/`);
  const known = [...pages, ...intake.site.sections.map(({ id }) => `/${id}/`)];
  if (known.includes(`${url}/`)) return { code: 'link/no-slash', what: `“${url}” lacks the slash at its end.`, fix: `Write ${url}/.` };
  return { code: 'link/unknown-target', what: `Nothing on the site is at “${url}”.`, fix: suggestion(url, known, 'Correct the address.') };
}

function isTopic(catalog: Catalog, id: string): boolean {
  return catalog.db.get('SELECT 1 FROM ref WHERE target = ? LIMIT 1', spotOf(`topic:${id}`)) !== undefined;
}

function storyProblem({ catalog, intake, site }: Context, story: string, language: string, url: string): Fault | undefined {
  const file = catalog.file(articlePath(story, language, site));
  if (!file) {
    const day = catalog.db.all<{ path: string }>('SELECT path FROM file WHERE path GLOB ?', `articles/${story.slice(0, 11)}*.md`).map(({ path }) => `/${path.slice(9, -3)}/`);
    return { code: 'link/unknown-story', what: `There is no story at “${url}”.`, fix: suggestion(url, day, 'Correct the address: /year/month/day/slug/, as its file lies in articles/.') };
  }
  if (intake.unreadable.has(file.path)) return undefined;
  const isDraft = catalog.db.get('SELECT 1 FROM article WHERE id = ? AND due IS NULL', file.id) !== undefined;
  return isDraft ? { code: 'link/draft', what: `The story at “${url}” is a draft, which readers never see.`, fix: 'Publish that story first, or remove the link.' } : undefined;
}

function checkFront({ catalog, intake, site, file }: Context, front: Front): UnplacedProblem[] {
  const named: [string, Field][] = [...(front.lead ? [[front.lead, ['lead']] as [string, Field]] : []), ...front.picks.map((story, index) => [story, ['picks', index]] as [string, Field])];
  return named.flatMap(([story, field]) => {
    const files = site.languages.map((language) => catalog.file(articlePath(story, language, site))).filter((each) => each !== undefined);
    if (files.length === 0) return [{ file, field, code: 'front/unknown-story', what: `There is no story “${story}”.`, fix: 'Correct the date and slug, as the file lies in articles/.' }];
    const isPublishable = files.some((each) => intake.unreadable.has(each.path) || catalog.db.get('SELECT 1 FROM article WHERE id = ? AND due IS NOT NULL', each.id));
    return isPublishable ? [] : [{ file, field, code: 'front/draft', what: `The story “${story}” is a draft, which readers never see.`, fix: 'Publish that story first, or remove it here.' }];
  });
}

/** A URL belongs to one file: of two that claim it, the Problem is the second’s, in the order of paths. */
function checkClaims({ catalog, site, file }: Context, article: Article): UnplacedProblem[] {
  return article.redirectFrom.flatMap((written, index) => {
    const field: Field = ['redirectFrom', index];
    const url = redirectUrl(written);
    const owner = ownerOf(catalog, readLink(url, site), site, file, url);
    return owner === undefined ? [] : [{ file, field, ...owner }];
  });
}

function ownerOf(catalog: Catalog, target: LinkTarget, site: Site, file: CatalogFile, url: string): Fault | undefined {
  const page = target.kind === 'page' && catalog.file(undatedPath('pages', target.id, target.language, site));
  const story = target.kind === 'article' && catalog.file(articlePath(target.story, target.language, site));
  const taken = page || story;
  if (taken) return { code: 'redirect/taken', what: `“${url}” is already the address of content/${taken.path}.`, fix: 'Remove it here; a redirect is for addresses that nothing else has.' };
  const isPlain = target.kind === 'page' || target.kind === 'article' || (target.kind === 'none' && !isReserved(url));
  if (!isPlain) return { code: 'redirect/reserved', what: `“${url}” is the kind of address that Broadsheet makes itself.`, fix: 'Remove it; only addresses that nothing else can have are redirected from.' };
  const other = catalog.db.get<{ path: string }>('SELECT path FROM claim JOIN file ON file.id = claim.file WHERE url = ? AND path < ? ORDER BY path', claimOf(url), file.path);
  return other && { code: 'redirect/claimed-twice', what: `“${url}” is also redirected from by content/${other.path}.`, fix: 'Leave it with one of the two stories.' };
}

/** Below Broadsheet's own folders (`/assets/…`), in any language; and the files at the root. */
function isReserved(url: string): boolean {
  return /^\/([a-z]{2,3}(-[A-Z]{2})?\/)?(assets|authors|corrections|feeds?|sitemaps|topics)(\/|$)/.test(url) || /^\/([a-z]{2,3}\/)?(404\.html|index\.html|feed\.[a-z]+|[a-z-]*sitemap\.xml|robots\.txt)$/.test(url);
}
