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
import { creditsOf } from '../content/credits.ts';
import { documentUrl } from '../content/documents.ts';
import type { Front } from '../content/front.ts';
import type { Known } from '../content/known.ts';
import { type LinkOfFile, linksOfFile } from '../content/links-of-file.ts';
import { defaultLanguage } from '../content/names.ts';
import { type ContentPath, contentPath } from '../content/paths.ts';
import { fileKey } from '../content/story-files.ts';
import { meantName } from '../content/suggest.ts';
import type { Field } from '../content/yaml.ts';
import { documentRef } from './dependents.ts';
import type { Intake } from './intake.ts';
import { type Checking, linkFault } from './link-targets.ts';
import { checkSite } from './site-faults.ts';
import { checkStoryFiles } from './story-file-faults.ts';
import { claimFault, publicClaimFault } from './url-claims.ts';

/** `pageKinds`: kinds of page that may load scripts. */
type ToCheck = Pick<Intake, 'site' | 'unreadable' | 'recheck' | 'known'> & { pageKinds: readonly string[] };

export function crossCheck(
  catalog: Catalog,
  { site, unreadable, recheck, known, pageKinds }: ToCheck,
): UnplacedProblem[] {
  return [...recheck].flatMap((id) => {
    const file = catalog.files.withId(id);
    const content = file && contentPath(file.path, file.mode);
    if (!content || 'code' in content) return [];
    const context = { catalog, site, unreadable, known, pageKinds, file };
    const plain = plainPath(context, content);
    const isDouble = plain !== undefined && catalog.files.at(plain) !== undefined;
    const misnamed = plain === undefined ? [] : [needlessLanguage(file, plain, isDouble)];
    return isDouble || unreadable.has(file.path) ? misnamed : [...misnamed, ...checkFile(context, content)];
  });
}

/** The path that a file should have: it may not name the site's first language, which has the address without one. */
function plainPath({ site, file }: CheckedFile, content: ContentPath): string | undefined {
  const language = 'language' in content ? content.language : undefined;
  if (language !== defaultLanguage(site) || site.unknown?.includes('languages')) return undefined;
  return file.path.replace(`.${language}.md`, '.md');
}

function needlessLanguage(file: CatalogFile, plain: string, isDouble: boolean): UnplacedProblem {
  const language = file.path.split('.').at(-2);
  return {
    file,
    code: 'content/needless-language',
    what: `“${language}” is the site’s first language, so ${isDouble ? `this file and ${plain} have the same address` : 'a file name must not include it'}.`,
    fix: isDouble ? `Put the text that you want into ${plain}, and remove this file.` : `Rename it to ${plain}.`,
  };
}

/** A file that is checked, and what it is checked against. */
export type CheckedFile = Checking & { known: Known; pageKinds: readonly string[]; file: CatalogFile };

function checkFile(context: CheckedFile, content: ContentPath): UnplacedProblem[] {
  const { catalog, file } = context;
  if (content.kind === 'picture') return checkFileName(context, 'picture/same-name');
  if (content.kind === 'document') return checkDocument(context, content.story);
  if (content.kind === 'public-file') return checkPublicFile(context);
  if (content.kind === 'article') {
    const article = catalog.article(file.id);
    return article ? checkArticle(context, content, article) : [];
  }
  const value = catalog.records.of(file.id);
  if (value === undefined) return [];
  if (content.kind === 'front') return checkFront(context, JSON.parse(value));
  if (content.kind === 'site') return checkSite(context);
  return linksOfFile(content, JSON.parse(value), context.site).flatMap((link) => checkLink(context, link));
}

function checkArticle(context: CheckedFile, content: ContentPath, article: Article): UnplacedProblem[] {
  return [
    ...checkAuthors(context, article),
    ...checkStoryFiles(context, article),
    ...linksOfFile(content, article, context.site).flatMap((link) => checkLink(context, link)),
    ...checkClaims(context, article),
  ];
}

function checkAuthors({ catalog, known, file }: CheckedFile, article: Article): UnplacedProblem[] {
  const credits = creditsOf(article);
  return credits.flatMap(({ id, field }) => {
    if (id === '' || catalog.files.at(`authors/${id}.yaml`)) return []; // of one that cannot be read is told already
    const beside = credits.filter((each) => each.field[0] === field[0]).map((each) => each.id);
    const others = known.authors().filter((each) => !beside.includes(each.id));
    const right = meantName(id, others);
    const what = `There is no author “${id}”.`;
    const name = id.replace(/(?:^|-)(.)/g, (_, letter: string) => ` ${letter.toUpperCase()}`).trim();
    const makeIt = `write the line “name: ${name}” into a new file authors/${id}.yaml.`;
    const fix = right === undefined ? `Choose another, or ${makeIt}` : `Did you mean “${right}”? If not, ${makeIt}`;
    return [
      {
        file,
        code: 'article/unknown-author',
        missing: `authors/${id}.yaml`,
        field,
        what,
        fix,
        right,
      },
    ];
  });
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
  const fault = linkFault(context, href);
  return fault ? [{ file: context.file, ...where, ...fault }] : [];
}

function checkFront({ catalog, unreadable, site, known, file }: CheckedFile, front: Front): UnplacedProblem[] {
  const picks = front.picks.map((pick, index) => ({ pick, field: ['picks', index] }));
  const all = front.lead ? [{ pick: front.lead, field: ['lead'] as Field }, ...picks] : picks;
  const named = all.map(({ pick, field }): [string, Field] => [
    pick.story,
    pick.until === undefined ? field : [...field, 'story'],
  ]);
  return named.flatMap(([story, field]) => {
    if (story === '') return [];
    const files = site.languages
      .map((language) => catalog.files.at(articlePath(story, language, site)))
      .filter((each) => each !== undefined);
    if (files.length === 0) {
      const right = meantName(story, known.stories());
      const what = `There is no story “${story}”.`;
      const question = right === undefined ? '' : `Did you mean “${right}”? `;
      const fix = `${question}Name it by its date and slug, as its file lies in articles/.`;
      const missing = articlePath(story, defaultLanguage(site), site);
      return [{ file, field, code: 'front/unknown-story', missing, what, fix, right }];
    }
    const isPublishable = files.some((each) => unreadable.has(each.path) || !catalog.articles.isDraft(each.id));
    return isPublishable
      ? []
      : [
          {
            file,
            field,
            code: 'front/draft',
            what: `The story “${story}” is a draft, which readers never see.`,
            fix: 'Publish that story first, or remove it here.',
          },
        ];
  });
}

function checkClaims(context: CheckedFile, article: Article): UnplacedProblem[] {
  return article.redirectFrom.flatMap((from, index) => {
    const fault = claimFault(context, context.file, from);
    if (!fault) return [];
    const isToGo = fault.code !== 'redirect/file-and-folder';
    return [{ file: context.file, field: ['redirectFrom', index], isToGo, ...fault }];
  });
}
