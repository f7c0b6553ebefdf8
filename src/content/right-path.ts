/** What a path was meant to be: `articles/2026/03/04/storm.md` of `Articles/2026/3/4/Storm.markdown`. */

import { documentTypes } from './documents.ts';
import { idFrom, meantLanguage } from './names.ts';
import { pictureTypes } from './picture-names.ts';
import { typeOf } from './story-files.ts';
import { nearest } from './suggest.ts';

export const topFiles = ['site.yaml', 'front.yaml', 'gone.yaml'];
export const contentFolders = ['articles', 'authors', 'notices', 'pages', 'topics'];

/** The path with its names spelled as those of content are; nobody says that there is such content. */
export function rightPath(path: string): string | undefined {
  const [folder = '', ...names] = path.split('/');
  const name = names.pop();
  if (name === undefined) return nearest(folder, topFiles);
  const top = nearest(folder, contentFolders);
  if (top === undefined) return undefined;
  const isFile = top === 'articles' && names.length === 4 && [...pictureTypes, ...documentTypes].includes(typeOf(name));
  const above = top === 'articles' ? rightFolders(names) : names;
  return [top, ...above, isFile ? name : rightName(name, top === 'authors')].join('/');
}

/** Of a year, a month, a day and a story. */
function rightFolders([year = '', ...names]: readonly string[]): string[] {
  return [year, ...names.slice(0, 2).map((part) => part.padStart(2, '0')), ...names.slice(2).map(idFrom)];
}

/** `storm.pt-BR.md` of `Storm.pt_br.markdown`. */
function rightName(name: string, isYaml: boolean): string {
  const [stem = '', ...endings] = name.split('.');
  const isRead = isYaml ? /^ya?ml$/i : /^(?:md|mdown|markdown|mkd|txt)$/i;
  if (endings.length > 2 || !isRead.test(endings.at(-1) ?? '')) return name;
  const [middle] = endings.length > 1 ? endings : [];
  const language = middle === undefined || isYaml ? undefined : meantLanguage(middle);
  const id = idFrom(language === undefined ? [stem, middle ?? ''].join('-') : stem);
  return [id, ...(language === undefined ? [] : [language]), isYaml ? 'yaml' : 'md'].join('.');
}
