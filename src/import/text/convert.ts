/**
 * A text of a source as the text of a story, and what became of it. Every text is judged: our Markdown has to show the words
 * that the source showed, less what is listed, and to have no Problem of its own that another way of writing it would not have.
 */

import { renderOutlined } from '../../content/markdown/body.ts';
import type { Resolve } from '../../content/markdown/environment.ts';
import type { Problem } from '../../problem.ts';
import type { SourceText } from '../source-story.ts';
import { placeEmbeds } from './embeds.ts';
import { unfaithfulWords } from './faithful.ts';
import { formulasAsText } from './formulas.ts';
import { dropFurniture, showCheckboxes } from './furniture.ts';
import { type HeadingPlaces, headingPlaces, placeIn, placesShown } from './heading-places.ts';
import { plainListings } from './listings.ts';
import type { Loss } from './loss.ts';
import { toMarkdownTree } from './markdown-tree.ts';
import { nestAsMarkdown } from './nesting.ts';
import { findNotes } from './notes.ts';
import { keepMainPart } from './page-parts.ts';
import { type PictureMeans, placePictures } from './pictures.ts';
import { sourceHtml, type TextSettings } from './source-html.ts';
import { plainTables } from './tables.ts';
import { tidyBlocks } from './tidy-blocks.ts';
import { readTree } from './tree.ts';
import { seen, visibleWords } from './visible-words.ts';
import { withoutHidden } from './without-hidden.ts';
import { type Style, styles, writeMarkdown } from './write-markdown.ts';

export type Converting = TextSettings &
  Pick<PictureMeans, 'picture' | 'whole'> & {
    /** The faults of the file that a text would be the body of; `opening`: its first paragraph, without markup. */
    faultsOf(markdown: string, opening: string): Problem[];
    /** Names of classes and ids that are none of the text. */
    furniture: readonly string[];
    /** The address to write of a link; undefined: it leads nowhere any more. Those to a place on the page itself are not asked. */
    link(href: string): string | { later: string } | undefined;
    /** Whether an address is of the old site. */
    isOwn(address: string): boolean;
    /** The name that a file gets beside the story. */
    document(src: string): string | undefined;
  };

export type Converted = {
  markdown: string;
  /** Its first paragraph, without markup. */
  opening: string;
  losses: Loss[];
  faults: Problem[];
  places: HeadingPlaces;
  /** Words that are missing or new, and are in no list: the text is not what its source was. */
  unfaithful?: { missing: string[]; extra: string[] };
};

export function convertText(source: SourceText, means: Converting): Converted {
  const losses: Loss[] = [];
  const added: string[] = [];
  const lose = (loss: Loss) => void losses.push(loss);
  const add = (words: string) => void added.push(words);
  const html = sourceHtml(source, means, lose);
  const root = readTree(html);
  showCheckboxes(root);
  if (source.format === 'page') keepMainPart(root, lose);
  dropFurniture(root, means.furniture, lose);
  plainListings(root, lose);
  nestAsMarkdown(root);
  formulasAsText(root, lose);
  const hasNotes = findNotes(root, lose);
  placeEmbeds(root, { lose, add, document: means.document, isOwn: means.isOwn });
  const placed = placePictures(root, { ...means, lose, add });
  plainTables(root, lose);
  const tree = toMarkdownTree(root);
  const places = headingPlaces(tree);
  const link: Converting['link'] = (href) => {
    const address = href.startsWith('#') ? href : means.link(href);
    // To a place on the page itself, whichever way that was written.
    const place = typeof address === 'string' && address.startsWith('#') ? placeIn(places, address.slice(1)) : address;
    if (typeof place !== 'string') lose({ kind: 'link', text: '', detail: href });
    return place === address || typeof place !== 'string' ? place : `#${place}`;
  };
  const { hasMoved } = tidyBlocks(tree, { lose, link, isOwn: means.isOwn });
  const words = visibleWords(html);
  const told = {
    lost: losses.filter(({ kind }) => !isMark(kind)).map(({ text }) => text),
    marks: losses.flatMap(({ kind, text }) => (isMark(kind) ? seen(text).split(' ') : [])),
    added,
    hasMoved: hasMoved || placed.hasMoved || hasNotes || losses.some(({ kind }) => kind === 'embed-words'),
  };
  const judged = (style: Style) => {
    const markdown = withoutHidden(writeMarkdown(tree, style));
    const { html: shown, opening } = renderOutlined(`${markdown}\n`, resolve); // as it stands in its file
    const placed = places.headings.length === 0 ? places : placesShown(places, shown);
    const faults = means.faultsOf(markdown, opening);
    const unfaithful = unfaithfulWords(words, shownWords(shown), told);
    return { markdown, opening, faults, unfaithful, places: placed, score: faults.length + (unfaithful ? 1000 : 0) };
  };
  const [first = 'plain', ...others] = Object.keys(styles) as Style[];
  let best = judged(first);
  for (const style of others) {
    if (best.score === 0) break;
    const next = judged(style);
    if (next.score < best.score) best = next;
  }
  const { score: _, unfaithful, ...found } = best;
  return { ...found, losses, ...(unfaithful && { unfaithful }) };
}

/** Numbers that touch a word: of notes, and of lines of code. */
function isMark(kind: Loss['kind']): boolean {
  return kind === 'note-mark' || kind === 'line-number';
}

/** What readers of the site will see of a text, without what a page adds: numbers of notes, types of files. */
function shownWords(html: string): string[] {
  const own = html
    .replace(/<sup><a href="[^"]*#s_note\.\d+"[^>]*>\d+<\/a><\/sup>/g, '')
    .replace(/ <a href="[^"]*#s_ref\.[^"]*">↩\uFE0E<\/a>/g, '')
    .replace(/ <span class="file-is">[^<]*<\/span>/g, '');
  return visibleWords(own);
}

const resolve: Resolve = {
  link: (href) => href,
  picture: () => ({ stem: '/assets/0a', width: 640, height: 480, root: '' }),
  document: (path) => ({ url: `/${path}` }),
  frames: [],
  say: { day: () => '', size: () => '', comma: ' ', interactiveChart: '' },
  page: '/page/',
};
