/** Whether the pictures and documents that an article names are there; of one that is elsewhere, or called otherwise, where and how. */

import type { UnplacedProblem } from '../catalog/place-problems.ts';
import type { Article } from '../content/article.ts';
import type { Author } from '../content/author.ts';
import { documentTypes, writtenDocuments } from '../content/documents.ts';
import { picturePath, pictureTypes } from '../content/picture-names.ts';
import { wideFrom } from '../content/pictures.ts';
import { portraitKey } from '../content/portrait.ts';
import { writtenPictures } from '../content/records.ts';
import { decodedPath, folded } from '../content/spelling.ts';
import { fileKey, typeOf } from '../content/story-files.ts';
import { nearest } from '../content/suggest.ts';
import type { CheckedFile } from './cross-check.ts';

type FileKind = { noun: string; types: readonly string[]; missing: string; ofAnother: string };

const pictures: FileKind = {
  noun: 'picture',
  types: pictureTypes,
  missing: 'picture/missing',
  ofAnother: 'picture/of-another-story',
};

const documents: FileKind = {
  noun: 'document',
  types: documentTypes,
  missing: 'document/missing',
  ofAnother: 'document/of-another-story',
};

/** Whether the portrait that an author’s file names is there. */
export function checkPortrait({ catalog, known, file }: CheckedFile, author: Author): UnplacedProblem[] {
  const key = portraitKey(author);
  const own = `authors/${author.id}/`;
  const name = author.portrait?.file ?? '';
  if (key === undefined || catalog.files.keyed(key) || known.has(own + name)) return [];
  const names = catalog.files.pathsLike(`${own}*`).map(nameOf);
  const near = nearName(name, names);
  const told = { file, field: ['portrait', 'file'], code: pictures.missing, missing: own + name };
  const what = `There is no picture ${own}${name}.`;
  if (near !== undefined) return [{ ...told, what, fix: `Did you mean “${near}”?`, right: near }];
  return [{ ...told, what, fix: `Put the file into ${own}${orOneOf(names)}.` }];
}

export function checkStoryFiles(checked: CheckedFile, article: Article): UnplacedProblem[] {
  return [
    ...checkEach(checked, article, writtenPictures(article), pictures),
    ...termsFaults(checked, article),
    ...needlessWidths(checked, article),
    ...checkEach(checked, article, writtenDocuments(article), documents),
  ];
}

/** What is said in `pictures` of one that the text does not show and that is not beside it. */
function termsFaults({ catalog, known, file }: CheckedFile, article: Article): UnplacedProblem[] {
  const own = `articles/${article.story}/`;
  const shown = writtenPictures(article);
  return article.pictures.flatMap(({ file: written }, index): UnplacedProblem[] => {
    const key = picturePath(article, written);
    if (shown.has(key) || (key.startsWith(own) && (catalog.files.keyed(key) || known.has(own + nameOf(written)))))
      return [];
    const inText = [...shown.values()].map(nameOf);
    const names = [...new Set([...inText, ...catalog.files.pathsLike(`${own}*`).map(nameOf)])];
    const right = nearName(nameOf(written), names);
    const told = {
      file,
      field: ['pictures', index, 'file'],
      code: 'picture/unknown-file',
      what: `Neither the text nor the folder ${own} has a picture “${written}”.`,
    };
    if (right !== undefined) return [{ ...told, fix: `Did you mean “${right}”?`, right }];
    return [{ ...told, field: ['pictures', index], isToGo: true, fix: `Remove it from “pictures”${orOneOf(names)}.` }];
  });
}

/** What is said to go on over the column beside the text and has too few pixels for that. */
function needlessWidths({ catalog, file }: CheckedFile, article: Article): UnplacedProblem[] {
  const { image, pictures: listed } = article;
  const said = [
    ...(image ? [{ ...image, field: ['image', 'wide'] }] : []),
    ...listed.map((each, index) => ({ ...each, field: ['pictures', index, 'wide'] })),
  ];
  return said.flatMap(({ file: written, wide, field }): UnplacedProblem[] => {
    const found = wide ? catalog.pictureOf(catalog.files.keyed(picturePath(article, written))) : undefined;
    if (!found || found.width >= wideFrom) return [];
    const least = wideFrom.toLocaleString('en'); // what it loads takes ten milliseconds of a build
    return [
      {
        file,
        field,
        code: 'picture/not-wide',
        weight: 'advice',
        what: `The picture is ${found.width} pixels across, so it stays in the column of the text: only from ${least} on it goes on over the one beside.`,
        fix: `Save it ${least} pixels wide or wider, or remove “wide: true”.`,
        isToGo: true,
      },
    ];
  });
}

function checkEach(
  checked: CheckedFile,
  article: Article,
  named: ReadonlyMap<string, string>,
  kind: FileKind,
): UnplacedProblem[] {
  return [...named].flatMap(([key, written]) => {
    const own = `articles/${article.story}/`;
    // One that is there and cannot be used is told of at its own file.
    if (key.startsWith(own) && (checked.catalog.files.keyed(key) || checked.known.has(own + nameOf(written))))
      return [];
    const { fix, right, ...told } = fileFault(checked, article, { key, written, kind });
    const name = nameOf(written);
    const isLead = kind === pictures && article.image?.file === written;
    const where = isLead ? { field: ['image', 'file'] } : { search: name };
    const address = right === undefined || isLead ? right : addressOf(article, right);
    const question = address === undefined ? fix : `Did you mean “${address}”?`;
    return [{ file: checked.file, ...where, ...told, fix: question, right }];
  });
}

type FileFault = { code: string; missing?: string; what: string; fix: string; right?: string };

function fileFault(
  { catalog, known }: CheckedFile,
  { story }: Article,
  { key, written, kind }: { key: string; written: string; kind: FileKind },
): FileFault {
  const own = `articles/${story}/`;
  const name = nameOf(written);
  const isOwn = key.startsWith(own);
  const path = isOwn ? own + name : `${key.slice(0, key.lastIndexOf('/'))}/${name}`;
  const isElsewhere = /^[a-z]+:|^\//i.test(written);
  const told = isOwn
    ? { code: kind.missing, missing: path, what: `There is no ${kind.noun} ${path}.` }
    : {
        code: kind.ofAnother,
        what: `The ${kind.noun} ${isElsewhere ? written : path} does not lie in the folder of this story.`,
      };
  const names = catalog.files
    .pathsLike(`${own}*`)
    .map(nameOf)
    .filter((each) => kind.types.includes(typeOf(each)));
  const encoded = names.find((each) => each.includes('%') && decodedPath(each) === name);
  const near = nearName(name, names);
  if (encoded) {
    const fix = `Rename ${encoded} to ${name}: in an address a percent sign stands for another character.`;
    return { ...told, fix };
  }
  if (near !== undefined) return { ...told, fix: `Write ${near}.`, right: near };
  const write = isOwn ? '' : `, and write ${name}`;
  const loose = `articles/${story.slice(0, story.lastIndexOf('/'))}/${name}`;
  if (known.has(loose)) return { ...told, fix: `Move ${loose} into ${own}${write}.` };
  const other = isOwn ? copiesOf(catalog, name)[0] : catalog.files.keyed(key)?.path;
  if (other !== undefined) return { ...told, fix: `Put a copy of ${other} into ${own}${write}.` };
  return { ...told, fix: `Put the file into ${own}${write}${orOneOf(names)}.` };
}

function orOneOf(names: readonly string[]): string {
  return names.length === 0 ? '' : `, or write the name of one that is there: ${names.slice(0, 12).join(', ')}`;
}

function copiesOf(catalog: CheckedFile['catalog'], name: string): string[] {
  const key = fileKey(name).replace(/[*?[]/g, '[$&]');
  return catalog.files.keyedLike(`*/${key}`);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The same but for its case and accents, or its ending, or signs between words; or near, without regard to the ending. */
function nearName(name: string, names: readonly string[]): string | undefined {
  const stem = (each: string) => each.replace(/\.[^.]*$/, '');
  const plain = (each: string) => folded(stem(each)).replace(/[\s_-]+/g, '-');
  const near = nearest(plain(name), names.map(plain));
  return (
    names.find((each) => folded(each) === folded(name)) ??
    names.find((each) => plain(each) === plain(name)) ??
    names.find((each) => plain(each) === near)
  );
}

function addressOf({ story }: Article, name: string): string {
  const address = `${nameOf(story)}/${name}`;
  return /[\s()<>]/.test(address) ? `<${address}>` : address;
}
