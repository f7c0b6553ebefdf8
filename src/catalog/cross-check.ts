/**
 * What only the whole newsroom can tell: does the author exist, is there a picture, does a link lead
 * somewhere, does one URL belong to one story. Problems here never depend on the clock: a link to a
 * story that is not yet due is fine.
 */
import type { Article } from '../content/article.ts';
import type { Front } from '../content/front.ts';
import { readLink } from '../content/links.ts';
import { defaultLanguage } from '../content/names.ts';
import { type ContentPath, contentPath } from '../content/paths.ts';
import { pictureKey } from '../content/picture-names.ts';
import { writtenPictures } from '../content/records.ts';
import { decodedPath } from '../content/spelling.ts';
import { suggestion } from '../content/suggest.ts';
import type { Field } from '../content/yaml.ts';
import { articlePath, type Catalog, type CatalogFile } from './catalog.ts';
import type { Intake } from './intake.ts';
import { type Checking, type Fault, isDraft, linkFault } from './link-targets.ts';
import { type LinkOfFile, linksOfFile } from './links-of-file.ts';
import { claimFault } from './url-claims.ts';

/** A Problem whose place is still to be found in the file: at a field, or where a text stands in the body; or the whole file. */
export type UnplacedProblem = {
  file: CatalogFile;
  code: string;
  weight?: 'advice';
  what: string;
  fix: string;
  /** The file that is not there. */
  missing?: string;
  field?: Field;
  search?: string;
};

export function crossCheck(catalog: Catalog, { site, unreadable, recheck }: Intake): UnplacedProblem[] {
  return [...recheck].flatMap((id) => {
    const file = catalog.db.get<CatalogFile>('SELECT id, path, mode, blob FROM file WHERE id = ?', id);
    const content = file && contentPath(file.path, file.mode);
    if (!content || 'code' in content) return [];
    const context = { catalog, site, unreadable, file };
    const misnamed = checkLanguage(context, content);
    return misnamed.length > 0 || unreadable.has(file.path) ? misnamed : checkFile(context, content);
  });
}

/** A file may not name the site's first language: the one without it is of the same address. */
function checkLanguage({ catalog, site, file }: Context, content: ContentPath): UnplacedProblem[] {
  const language = 'language' in content ? content.language : undefined;
  if (language !== defaultLanguage(site) || site.unknown?.includes('languages')) return [];
  const plain = file.path.replace(`.${language}.md`, '.md');
  const isTaken = catalog.file(plain) !== undefined;
  return [
    {
      file,
      code: 'content/needless-language',
      what: `“${language}” is the site’s first language, so ${isTaken ? `this file and ${plain} stand for one address` : 'the file name does not say it'}.`,
      fix: isTaken ? 'Remove one of the two.' : `Rename it to ${plain}.`,
    },
  ];
}

type Context = Checking & { file: CatalogFile };

function checkFile(context: Context, content: ContentPath): UnplacedProblem[] {
  const { catalog, file } = context;
  if (content.kind === 'picture') return checkPictureName(context);
  if (content.kind === 'article') {
    const article = catalog.article(file.id);
    return article ? checkArticle(context, content, article) : [];
  }
  const value = catalog.db.get<{ value: string }>('SELECT value FROM record WHERE id = ?', file.id)?.value;
  if (value === undefined) return [];
  if (content.kind === 'front') return checkFront(context, JSON.parse(value));
  const links = linksOfFile(content, JSON.parse(value), context.site);
  return links.flatMap((link) => checkLink(context, link, content.kind === 'site'));
}

function checkArticle(context: Context, content: ContentPath, article: Article): UnplacedProblem[] {
  return [
    ...checkAuthors(context, article),
    ...checkPictures(context, article),
    ...linksOfFile(content, article, context.site).flatMap((link) => checkLink(context, link, false)),
    ...checkClaims(context, article),
  ];
}

function checkAuthors({ catalog, file }: Context, article: Article): UnplacedProblem[] {
  return article.authors.flatMap((id, index) => {
    if (catalog.file(`authors/${id}.yaml`)) return [];
    const known = catalog.db
      .all<{ path: string }>("SELECT path FROM file WHERE path GLOB 'authors/*.yaml'")
      .map(({ path }) => path.slice(8, -5));
    return [
      {
        file,
        code: 'article/unknown-author',
        missing: `authors/${id}.yaml`,
        field: ['authors', index],
        what: `There is no author “${id}”.`,
        fix: suggestion(id, known, `Write authors/${id}.yaml, or choose another.`),
      },
    ];
  });
}

function checkPictures({ catalog, file }: Context, article: Article): UnplacedProblem[] {
  return [...writtenPictures(article)].flatMap(([key, written]) => {
    const isLead = article.image?.file === written;
    const name = written.slice(written.lastIndexOf('/') + 1);
    const where: Pick<UnplacedProblem, 'field' | 'search'> = isLead ? { field: ['image', 'file'] } : { search: name };
    const path = `${key.slice(0, key.lastIndexOf('/'))}/${name}`;
    if (!key.startsWith(`articles/${article.story}/`)) {
      return [
        {
          file,
          ...where,
          code: 'picture/of-another-story',
          what: `The picture ${path} belongs to another story.`,
          fix: `Put a copy into articles/${article.story}/.`,
        },
      ];
    }
    if (catalog.pictureFile(key)) return [];
    const beside = catalog.db
      .all<{ path: string }>('SELECT path FROM file WHERE path GLOB ?', `articles/${article.story}/*`)
      .map((each) => each.path.slice(each.path.lastIndexOf('/') + 1));
    const encoded = beside.find((each) => each.includes('%') && decodedPath(each) === name);
    return [
      {
        file,
        ...where,
        code: 'picture/missing',
        missing: path,
        what: `There is no picture ${path}.`,
        fix: encoded
          ? `Rename ${encoded} to ${name}: in an address a percent sign stands for another character.`
          : suggestion(name, beside, 'Put the file there, or correct its name.'),
      },
    ];
  });
}

/** Of two pictures that some file systems take for one, the second. */
function checkPictureName({ catalog, file }: Context): UnplacedProblem[] {
  const [first] = catalog.picturesLike(pictureKey(file.path));
  if (!first || first.id === file.id) return [];
  return [
    {
      file,
      code: 'picture/same-name',
      what: `It has the name of ${first.path} but for capital letters or how they are composed, and both would be one file on many machines.`,
      fix: 'Rename it, and where the story shows it.',
    },
  ];
}

/** What site.yaml links to stands on every page, so that it may only lead to what is there whatever is published. */
function checkLink(context: Context, { href, ...where }: LinkOfFile, isLasting: boolean): UnplacedProblem[] {
  const { kind } = readLink(href, context.site);
  const isPassing = isLasting && kind !== 'always' && kind !== 'page';
  const fault = isPassing ? passing(href) : linkFault(context, href);
  return fault ? [{ file: context.file, ...where, ...fault }] : [];
}

function passing(url: string): Fault {
  return {
    code: 'site/passing-link',
    what: `“${url}” is not always there, and the footer stands on every page.`,
    fix: 'Link to a page such as /about/, to a section, or to another site.',
  };
}

function checkFront({ catalog, unreadable, site, file }: Context, front: Front): UnplacedProblem[] {
  const named: [string, Field][] = [
    ...(front.lead ? [[front.lead.story, ['lead']] as [string, Field]] : []),
    ...front.picks.map(({ story }, index) => [story, ['picks', index]] as [string, Field]),
  ];
  return named.flatMap(([story, field]) => {
    const files = site.languages
      .map((language) => catalog.file(articlePath(story, language, site)))
      .filter((each) => each !== undefined);
    if (files.length === 0)
      return [
        {
          file,
          field,
          code: 'front/unknown-story',
          missing: articlePath(story, defaultLanguage(site), site),
          what: `There is no story “${story}”.`,
          fix: 'Correct the date and slug, as the file lies in articles/.',
        },
      ];
    const isPublishable = files.some((each) => unreadable.has(each.path) || !isDraft(catalog, each.id));
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

function checkClaims(context: Context, article: Article): UnplacedProblem[] {
  return article.redirectFrom.flatMap((from, index) => {
    const fault = claimFault(context, context.file, from);
    return fault ? [{ file: context.file, field: ['redirectFrom', index], ...fault }] : [];
  });
}
