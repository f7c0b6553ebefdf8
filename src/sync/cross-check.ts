/**
 * What only the whole newsroom can tell: does the author exist, is there a picture, does a link lead
 * somewhere, does one URL belong to one story. Problems here never depend on the clock: a link to a
 * story that is not yet due is fine.
 */

import { articlePath, type Catalog } from '../catalog/catalog.ts';
import type { UnplacedProblem } from '../catalog/place-problems.ts';
import type { CatalogFile } from '../catalog/tables/files.ts';
import { linkRef } from '../catalog/tables/refs.ts';
import type { Article } from '../content/article.ts';
import { documentUrl } from '../content/documents.ts';
import { type Gone, gonePath } from '../content/endings.ts';
import { oldAddressesOf } from '../content/former.ts';
import type { Known } from '../content/known.ts';
import { type LinkOfFile, linksOfFile } from '../content/links-of-file.ts';
import { defaultLanguage } from '../content/names.ts';
import { type ContentPath, contentPath, isPicture } from '../content/paths.ts';
import { Remembered } from '../content/remember.ts';
import { fileKey } from '../content/story-files.ts';
import { documentRef } from './dependents.ts';
import { endingProblems } from './ending-faults.ts';
import { everListedIn } from './ever-listed.ts';
import { frontProblems } from './front-picks.ts';
import { idProblems } from './id-claims.ts';
import type { Intake } from './intake.ts';
import { type Checking, type Fault, linkFault } from './link-targets.ts';
import { checkSite } from './site-faults.ts';
import { checkPortrait, checkStoryFiles } from './story-file-faults.ts';
import { nameProblems } from './story-names.ts';
import { claimFault, publicClaimFault } from './url-claims.ts';

/** `pageKinds`: kinds of page that may load scripts. */
type ToCheck = Pick<Intake, 'site' | 'unreadable' | 'recheck' | 'endings' | 'known'> & { pageKinds: readonly string[] };

export function crossCheck(
  catalog: Catalog,
  { site, unreadable, recheck, endings, known, pageKinds }: ToCheck,
): UnplacedProblem[] {
  const everListed = everListedIn(catalog, site);
  const gone = catalog.files.at(gonePath);
  const faults = new Remembered<string, LinkAnswer>(mostLinks);
  const claimants = new Remembered<string, string>(mostLinks);
  const shared = { catalog, site, unreadable, everListed, known, pageKinds, faults, claimants };
  const found = [...recheck].flatMap((id) => {
    const file = catalog.files.withId(id);
    const content = file && contentPath(file.path, file.mode);
    if (!content || 'code' in content) return [];
    const context = { ...shared, file };
    const plain = plainPath(context, content);
    const isDouble = plain !== undefined && catalog.files.at(plain) !== undefined;
    const misnamed = plain === undefined ? [] : [needlessLanguage(context, plain, isDouble)];
    return isDouble || unreadable.has(file.path) ? misnamed : [...misnamed, ...checkFile(context, content)];
  });
  if (!gone || endings.size === 0 || recheck.has(gone.id)) return found;
  const context = { ...shared, file: gone };
  return [...found, ...endingProblems(context, catalog.record<Gone>(gonePath) ?? { endings: [] }, endings)];
}

/** The path that a file should have: it may not name the site's first language, which has the address without one. */
function plainPath({ site, file }: CheckedFile, content: ContentPath): string | undefined {
  const language = 'language' in content ? content.language : undefined;
  if (language !== defaultLanguage(site) || site.unknown?.includes('languages')) return undefined;
  return file.path.replace(`.${language}.md`, '.md');
}

function needlessLanguage({ site, file }: CheckedFile, plain: string, isDouble: boolean): UnplacedProblem {
  const language = file.path.split('.').at(-2);
  const [, other] = site.languages;
  // What stood at the root while the site had another first language would be lost.
  const first =
    other === undefined
      ? ''
      : `If ${plain} is in another language, first rename it, as to ${plain.replace(/md$/, `${other}.md`)}. `;
  return {
    file,
    code: 'content/needless-language',
    what: `“${language}” is the site’s first language, so ${isDouble ? `this file and ${plain} have the same address` : 'a file name must not include it'}.`,
    fix: isDouble
      ? `${first}Put the text that you want into ${plain}, and remove this file.`
      : `Rename it to ${plain}.`,
  };
}

type LinkAnswer = Fault | 'leads somewhere';

/** Stories of some days link to the same ones. */
const mostLinks = 10_000;

/**
 * A file that is checked, and what it is checked against. `faults`: of links, as they are written. `claimants`: paths of the files
 * that claim the addresses of fronts, or ``.
 */
export type CheckedFile = Checking & {
  known: Known;
  pageKinds: readonly string[];
  file: CatalogFile;
  faults: Remembered<string, LinkAnswer>;
  claimants: Remembered<string, string>;
};

function checkFile(context: CheckedFile, content: ContentPath): UnplacedProblem[] {
  const { catalog, file } = context;
  if (isPicture(content)) return checkFileName(context, 'picture/same-name');
  if (content.kind === 'document') return checkDocument(context, content.story);
  if (content.kind === 'public-file') return checkPublicFile(context);
  if (content.kind === 'article') {
    const article = catalog.article(file.id);
    return article ? checkArticle(context, content, article) : [];
  }
  const value = catalog.records.of(file.id);
  if (value === undefined) return [];
  if (content.kind === 'front') return frontProblems(context, JSON.parse(value));
  if (content.kind === 'gone') return endingProblems(context, JSON.parse(value));
  const claims = checkClaims(context, content, JSON.parse(value));
  if (content.kind === 'site') return [...checkSite(context), ...claims];
  return [
    ...linksOfFile(content, JSON.parse(value), context.site).flatMap((link) => checkLink(context, link)),
    ...claims,
    ...(content.kind === 'author' ? checkPortrait(context, JSON.parse(value)) : []),
  ];
}

function checkArticle(context: CheckedFile, content: ContentPath, article: Article): UnplacedProblem[] {
  return [
    ...nameProblems(context, article),
    ...checkStoryFiles(context, article),
    ...linksOfFile(content, article, context.site).flatMap((link) => checkLink(context, link)),
    ...checkClaims(context, content, article),
    ...idProblems(context, article),
  ];
}

function checkDocument(context: CheckedFile, story: string): UnplacedProblem[] {
  const twins = checkFileName(context, 'document/same-name');
  const { catalog, site, unreadable, file } = context;
  const isSilent = site.languages.some((language) => unreadable.has(articlePath(story, language, site)));
  // Another story that leads here is told that this one does not.
  const refs = [documentRef(fileKey(file.path)), linkRef(documentUrl(file.path))];
  if (twins.length > 0 || isSilent || refs.some((ref) => catalog.refs.isReferredTo(ref))) return twins;
  const written = file.path.split('/').slice(-2).join('/');
  return [
    {
      file,
      code: 'document/unused',
      weight: 'advice',
      what: 'Its story does not link to this document, so it is not put on the site.',
      fix: `Link to it in the text, as in [The report](${/[\s()]/.test(written) ? `<${written}>` : written}), or remove the file.`,
    },
  ];
}

function checkPublicFile(context: CheckedFile): UnplacedProblem[] {
  const { file } = context;
  const twins = checkFileName(context, 'public/same-name');
  const fault = twins.length === 0 ? publicClaimFault(context, file.path) : undefined;
  return fault ? [{ file, ...fault }] : twins;
}

/** Of two files that some file systems take for one, the second. */
function checkFileName({ catalog, file }: CheckedFile, code: string): UnplacedProblem[] {
  const [first] = catalog.files.allKeyed(fileKey(file.path));
  if (!first || first.id === file.id) return [];
  return [
    {
      file,
      code,
      what: `Its name differs from ${first.path} only in capital letters or in how letters are encoded, so many computers would take both for one file.`,
      fix: 'Rename the file, and change its name wherever it is used.',
    },
  ];
}

function checkLink(context: CheckedFile, { href, ...where }: LinkOfFile): UnplacedProblem[] {
  const fault = context.faults.get(href, () => linkFault(context, href) ?? 'leads somewhere');
  return fault === 'leads somewhere' ? [] : [{ file: context.file, ...where, ...fault }];
}

function checkClaims(context: CheckedFile, content: ContentPath, value: unknown): UnplacedProblem[] {
  return oldAddressesOf(content, value, context.site).flatMap(({ field, claimed }) => {
    const [fault] = claimed.flatMap((from) => claimFault(context, context.file, from) ?? []);
    if (!fault) return [];
    const isToGo = fault.code !== 'redirect/file-and-folder';
    return [{ file: context.file, field, isToGo, ...fault }];
  });
}
