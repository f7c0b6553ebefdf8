/** Whether the pictures that an article shows are there; of one that is elsewhere, or called otherwise, where and how. */

import type { UnplacedProblem } from '../catalog/place-problems.ts';
import type { Article } from '../content/article.ts';
import { pictureKey, picturePath } from '../content/picture-names.ts';
import { writtenPictures } from '../content/records.ts';
import { decodedPath, folded } from '../content/spelling.ts';
import { nearest } from '../content/suggest.ts';
import type { CheckedFile } from './cross-check.ts';

export function checkPictures(checked: CheckedFile, article: Article): UnplacedProblem[] {
  return [...shownFaults(checked, article), ...termsFaults(checked, article)];
}

/** What is said in `pictures` of one that the text does not show and that is not beside it. */
function termsFaults({ catalog, known, file }: CheckedFile, article: Article): UnplacedProblem[] {
  const own = `articles/${article.story}/`;
  const shown = writtenPictures(article);
  return article.pictures.flatMap(({ file: written }, index): UnplacedProblem[] => {
    const key = picturePath(article, written);
    if (shown.has(key) || (key.startsWith(own) && (catalog.files.picture(key) || known.has(own + nameOf(written)))))
      return [];
    const inText = [...shown.values()].map(nameOf);
    const names = [...new Set([...inText, ...catalog.files.pathsLike(`${own}*`).map(nameOf)])];
    const right = names.find((each) => folded(each) === folded(nameOf(written))) ?? nearName(nameOf(written), names);
    const told = {
      file,
      field: ['pictures', index, 'file'],
      code: 'picture/unknown-file',
      what: `Neither the text nor the folder ${own} has a picture “${written}”.`,
    };
    if (right !== undefined) return [{ ...told, fix: `Did you mean “${right}”?`, right }];
    const others =
      names.length === 0 ? '' : `, or write the name of one that is there: ${names.slice(0, 12).join(', ')}`;
    return [{ ...told, field: ['pictures', index], isToGo: true, fix: `Remove it from “pictures”${others}.` }];
  });
}

function shownFaults(checked: CheckedFile, article: Article): UnplacedProblem[] {
  return [...writtenPictures(article)].flatMap(([key, written]) => {
    const own = `articles/${article.story}/`;
    // One that is there and cannot be used is told of at its own file.
    if (key.startsWith(own) && (checked.catalog.files.picture(key) || checked.known.has(own + nameOf(written))))
      return [];
    const { fix, right, ...told } = pictureFault(checked, article, key, written);
    const name = nameOf(written);
    const isLead = article.image?.file === written;
    const where = isLead ? { field: ['image', 'file'] } : { search: name };
    const address = right === undefined || isLead ? right : addressOf(article, right);
    const question = address === undefined ? fix : `Did you mean “${address}”?`;
    return [{ file: checked.file, ...where, ...told, fix: question, right }];
  });
}

type PictureFault = { code: string; missing?: string; what: string; fix: string; right?: string };

function pictureFault({ catalog, known }: CheckedFile, { story }: Article, key: string, written: string): PictureFault {
  const own = `articles/${story}/`;
  const name = nameOf(written);
  const isOwn = key.startsWith(own);
  const path = isOwn ? own + name : `${key.slice(0, key.lastIndexOf('/'))}/${name}`;
  const isElsewhere = /^[a-z]+:|^\//i.test(written);
  const told = isOwn
    ? { code: 'picture/missing', missing: path, what: `There is no picture ${path}.` }
    : {
        code: 'picture/of-another-story',
        what: `The picture ${isElsewhere ? written : path} does not lie in the folder of this story.`,
      };
  const names = catalog.files.pathsLike(`${own}*`).map(nameOf);
  const encoded = names.find((each) => each.includes('%') && decodedPath(each) === name);
  const near = names.find((each) => folded(each) === folded(name)) ?? nearName(name, names);
  if (encoded) {
    const fix = `Rename ${encoded} to ${name}: in an address a percent sign stands for another character.`;
    return { ...told, fix };
  }
  if (near !== undefined) return { ...told, fix: `Write ${near}.`, right: near };
  const write = isOwn ? '' : `, and write ${name}`;
  const loose = `articles/${story.slice(0, story.lastIndexOf('/'))}/${name}`;
  if (known.has(loose)) return { ...told, fix: `Move ${loose} into ${own}${write}.` };
  const other = isOwn ? copiesOf(catalog, name)[0] : catalog.files.picture(key)?.path;
  if (other !== undefined) return { ...told, fix: `Put a copy of ${other} into ${own}${write}.` };
  const there = names.length === 0 ? '' : `, or write the name of one that is there: ${names.slice(0, 12).join(', ')}`;
  return { ...told, fix: `Put the file into ${own}${write}${there}.` };
}

function copiesOf(catalog: CheckedFile['catalog'], name: string): string[] {
  const key = pictureKey(name).replace(/[*?[]/g, '[$&]');
  return catalog.files.picturesLike(`*/${key}`);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The same but for its ending, or signs between words; or near, without regard to the ending. */
function nearName(name: string, names: readonly string[]): string | undefined {
  const stem = (each: string) => each.replace(/\.[^.]*$/, '');
  const plain = (each: string) => folded(stem(each)).replace(/[\s_-]+/g, '-');
  const near = nearest(plain(name), names.map(plain));
  return names.find((each) => plain(each) === plain(name)) ?? names.find((each) => plain(each) === near);
}

function addressOf({ story }: Article, name: string): string {
  const address = `${nameOf(story)}/${name}`;
  return /[\s()<>]/.test(address) ? `<${address}>` : address;
}
