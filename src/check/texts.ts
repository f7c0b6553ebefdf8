/** Tells of broken links at the texts that they came from, as the catalog of the build knows them. */

import type { Catalog } from '../catalog/catalog.ts';
import { placeProblems, type UnplacedProblem } from '../catalog/place-problems.ts';
import type { CatalogFile } from '../catalog/tables/files.ts';
import type { Article } from '../content/article.ts';
import { pathOnSite, readLink, writtenLink } from '../content/links.ts';
import { linksOfFile } from '../content/links-of-file.ts';
import { defaultLanguage } from '../content/names.ts';
import { type ContentPath, contentPath } from '../content/paths.ts';
import type { Site } from '../content/site.ts';
import { articleUrl, authorUrl, correctionsUrl, pageUrl, topicUrl, urlOfOutput } from '../content/urls.ts';
import { MachineryError, SourceChanged } from '../errors.ts';
import { openSource } from '../source/git-source.ts';
import type { Base, Source } from '../source/source.ts';
import { isHtml } from './built-site.ts';
import { type BrokenLink, type Finding, subjectOf } from './finding.ts';
import { saidOfBroken } from './link-problems.ts';
import { placeOfFragment } from './resolve.ts';
import { seenIn, type TellAtTexts } from './tell-once.ts';

/** `name` names a file of the content folder. Where that cannot be read, nothing is told at texts. */
export function tellAtTexts(catalog: Catalog, content: string, name: (path: string) => string): TellAtTexts {
  return async (groups) => {
    const told = groups.map((group) => tellGroup(catalog, group));
    const unplaced = told.flatMap((each) => each.map(({ problem }) => problem));
    if (unplaced.length === 0) return { problems: [], rest: groups };
    try {
      const source = await openSource(content);
      const isAsBuilt = await unchangedSinceBuilt(catalog, source);
      const kept = told.map((each) => each.filter(({ problem }) => isAsBuilt(problem.file)));
      const problems = placeProblems(
        source,
        kept.flatMap((each) => each.map(({ problem }) => problem)),
      );
      const rest = groups.map((group, index) => {
        const explained = new Set(kept[index]?.flatMap(({ findings }) => findings));
        return group.filter((finding) => !explained.has(finding));
      });
      return { problems: problems.map((problem) => ({ ...problem, file: name(problem.file) })), rest };
    } catch (error) {
      if (error instanceof MachineryError || error instanceof SourceChanged) return { problems: [], rest: groups };
      throw error;
    }
  };
}

type Told = { problem: UnplacedProblem; findings: Finding[] };

/** What of a group came from which text. */
function tellGroup(catalog: Catalog, group: readonly Finding[]): Told[] {
  const link = group[0]?.link;
  if (!link) return [];
  return textsWith(catalog, link).flatMap(({ file, href, where, carries }) => {
    const findings = group.filter(carries);
    if (findings.length === 0) return [];
    const { code, what, fix } = saidOfBroken({ address: href }, link.why);
    return { problem: { file, ...where, code, what: `${what} ${seenIn(findings)}`, fix }, findings };
  });
}

type TextWithLink = {
  file: CatalogFile;
  href: string;
  where: Pick<UnplacedProblem, 'field' | 'search'>;
  /** Whether a built file may show this text. */
  carries(finding: Finding): boolean;
};

function textsWith(catalog: Catalog, link: BrokenLink): TextWithLink[] {
  const { site } = catalog;
  return catalog.refs.filesLinkingTo(link.url).flatMap((id) => {
    const file = catalog.files.withId(id);
    const content = file && contentPath(file.path, file.mode);
    if (!content || 'code' in content) return [];
    const value = content.kind === 'article' ? catalog.writtenArticle(id) : catalog.record(file.path);
    const links = linksOfFile(content, value, site).filter(({ href }) => leadsTo(href, link, site));
    return links.map(({ href, ...where }) => {
      const isInText = 'search' in where;
      return {
        file,
        href,
        where,
        carries: isInText ? carriesText(content, value, href, site) : carriesField(content, site),
      };
    });
  });
}

function leadsTo(href: string, { url, place }: BrokenLink, site: Site): boolean {
  const target = readLink(href, site);
  if (target.url !== url) return false;
  const [, fragment = ''] = writtenLink(href, target, site).split('#');
  return place === undefined || subjectOf(url, placeOfFragment(fragment)) === subjectOf(url, place);
}

/** What site.yaml links to stands on every page, what a notice says on many, what another field does on those of its file. */
function carriesField(content: ContentPath, site: Site): TextWithLink['carries'] {
  if (content.kind === 'site' || content.kind === 'notice') return ({ path }) => isHtml(path);
  const pages = pagesOf(content, site);
  return ({ path }) => pages.includes(urlOfOutput(path));
}

/** A text stands on the page of its file, in entries of feeds that lead there, and a correction where those are listed. */
function carriesText(content: ContentPath, value: unknown, href: string, site: Site): TextWithLink['carries'] {
  const isOnPage = carriesField(content, site);
  const pages = pagesOf(content, site);
  const isOfCorrection =
    content.kind === 'article' && (value as Article).corrections.some(({ links }) => links?.includes(href));
  const fronts = isOfCorrection ? site.languages.map((language) => correctionsUrl(language, site)) : [];
  return (finding) => {
    const entry = finding.link?.entry && pathOnSite(finding.link.entry, site)?.replace(/#.*$/, '');
    const url = urlOfOutput(finding.path);
    return isOnPage(finding) || pages.includes(entry ?? '') || fronts.some((front) => url.startsWith(front));
  };
}

function pagesOf(content: ContentPath, site: Site): string[] {
  const language = ('language' in content ? content.language : undefined) ?? defaultLanguage(site);
  if (content.kind === 'article') return [articleUrl(content.story, language, site)];
  if (content.kind === 'page') return [pageUrl(content.id, language, site)];
  if (content.kind === 'topic') return [topicUrl(content.id, language, site)];
  return content.kind === 'author' ? site.languages.map((each) => authorUrl(content.id, each, site)) : [];
}

/** Whether a file is as it was when the site was built; of another, the line would not be the one. */
export async function unchangedSinceBuilt(catalog: Catalog, source: Source): Promise<(file: CatalogFile) => boolean> {
  const base = catalog.state.get('base');
  const { files, isComplete } = await source.candidates(base === undefined ? undefined : (JSON.parse(base) as Base));
  return ({ path, blob }) => {
    const now = files.get(path);
    return now === undefined ? !isComplete : now?.blob === blob;
  };
}
