/** A story that waits for its translator: in its own words, each text that readers see marked. */
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { plainText, splitFrontMatter } from '../content/front-matter.ts';
import type { Language } from '../content/names.ts';
import { toCome } from '../content/to-come.ts';
import { languageName } from './language-name.ts';

/** Keys, and those within them, of texts that each language has its own of. */
const translated: readonly (readonly string[])[] = [
  ['title'],
  ['titles', 'short'],
  ['titles', 'search'],
  ['titles', 'card'],
  ['kicker'],
  ['summary'],
  ['place'],
  ['warning'],
  ['points'],
  ['contributors', 'role'],
  ['image', 'alt'],
  ['image', 'caption'],
];

/** Whether a key, or one within it, is of such a text. */
export function isTranslated(at: readonly string[]): boolean {
  return translated.some((keys) => at.every((key, index) => key === keys[index]));
}

/** What is true of the original alone: its addresses, and mistakes that the translation never had. */
const ofOriginal = ['id', 'redirectFrom', 'canonical', 'updated', 'corrections', 'draft', 'withdrawn'];

type Translation = {
  /** The language of the original. */
  from: Language;
  title: string | undefined;
  /** Ids of authors, if it is known who. */
  translators: readonly string[];
};

/** `original` is the file of a good story. */
export function translationText(original: Uint8Array, { from, title, translators }: Translation): string {
  const { split } = splitFrontMatter(plainText(original), '');
  const document = parseDocument(split?.yaml ?? '');
  for (const key of ofOriginal) document.delete(key);
  for (const [key = '', ...inner] of translated) {
    if (key === 'title' && title !== undefined) document.set(key, title);
    else mark(document.get(key, true), inner);
  }
  if (translators.length > 0) document.set('translators', document.createNode(translators, { flow: true }));
  document.set('draft', true);
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${yaml}---\n${toCome} the story; what follows is its text in ${languageName(from)}.\n\n${split?.body.trimStart() ?? ''}`;
}

/** A text, each of a list, or those at the keys within; what is given per language is for all of them already. */
function mark(node: unknown, [key, ...inner]: readonly string[]): void {
  if (isSeq(node)) for (const each of node.items) mark(each, key === undefined ? [] : [key, ...inner]);
  else if (isMap(node) && key !== undefined) mark(node.get(key, true) as Node | undefined, inner);
  else if (isScalar(node) && key === undefined && node.value !== '') node.value = `${toCome} ${node.value}`;
}
