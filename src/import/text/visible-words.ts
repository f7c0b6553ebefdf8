/**
 * The words that readers see of an HTML text, in their order: read by another parser and by other code than what converts
 * texts, so that what that loses is found here.
 */
import { Parser } from 'htmlparser2';
import { isUnseen, unseenElements } from './unseen.ts';

/** Elements that part two words. All others stand within a line, as do those that HTML does not know: `Member<T>` is one word. */
const parting = new Set(
  'address area article aside audio base blockquote body br button canvas caption center col colgroup datalist dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input legend li link main map marquee menu meta meter nav noscript object ol optgroup option output p param picture pre progress script search section select slot source style summary svg table tbody td template textarea tfoot th thead title tr track ul video'.split(
    ' ',
  ),
);
/** Of these the start ends a paragraph, and with it a player that is open there: what a player has for old browsers is then seen. */
const endingParagraphs = new Set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary ul'.split(
    ' ',
  ),
);
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

export function visibleWords(html: string): string[] {
  let shown = '';
  /** Elements that are open within one that nobody sees. */
  let unseen: string[] = [];
  let isInParagraph = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (isInParagraph && endingParagraphs.has(name) && /^(?:audio|video)$/.test(unseen[0] ?? '')) unseen = [];
        if (unseen.length === 0 && endingParagraphs.has(name)) isInParagraph = name === 'p';
        if (unseen.length > 0) {
          if (!voids.has(name)) unseen.push(name);
        } else if (unseenElements.has(name) || isUnseen(attributes)) {
          if (!name.startsWith('annotation')) shown += ' ';
          if (!voids.has(name)) unseen = [name];
        } else if (parting.has(name)) shown += ' ';
        if (name === 'q' && unseen.length === 0) shown += '“';
        if (name === 'input' && attributes.type === 'checkbox') shown += 'checked' in attributes ? '☑ ' : '☐ ';
      },
      ontext(text) {
        if (unseen.length === 0) shown += text;
      },
      onclosetag(name) {
        if (unseen.length > 0) {
          if (!voids.has(name)) unseen.pop();
          return;
        }
        if (name === 'p') isInParagraph = false;
        if (name === 'q') shown += '”';
        if (parting.has(name)) shown += ' ';
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return wordsOf(shown);
}

/** What stands between spaces, without what has no width; signs that stand alone are no words. */
export function wordsOf(text: string): string[] {
  return seen(text)
    .split(/[\s\p{Z}]+/u)
    .filter((word) => /[\p{L}\p{N}\p{Sc}\p{So}]/u.test(word));
}

/** A text without what has no width. */
export function seen(text: string): string {
  return text.normalize('NFC').replace(unseenSigns, (sign) => (/\s/.test(sign) ? ' ' : ''));
}

/** What has no width, and what is no character at all. */
const unseenSigns =
  /[\u00AD\u200B\u200C\u200E\u200F]|\u200D|[\u202A-\u202E\u2060-\u2069]|\uFE0E|\uFE0F|\uFEFF|\uFFFD|\p{Cc}/gu;
