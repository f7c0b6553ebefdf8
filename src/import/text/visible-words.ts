/**
 * The words that readers see of an HTML text, in their order: read by another parser and by other code than what converts
 * texts, so that what that loses is found here.
 */
import { Parser } from 'htmlparser2';
import { isUnseen, unseenElements } from './unseen.ts';

/** Elements that stand within a line: no other element joins two words. */
const inLine = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

export function visibleWords(html: string): string[] {
  let shown = '';
  /** Elements that are open within one that nobody sees. */
  let unseen: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unseen.length > 0) {
          if (!voids.has(name)) unseen.push(name);
        } else if (unseenElements.has(name) || isUnseen(attributes)) {
          shown += ' ';
          if (!voids.has(name)) unseen = [name];
        } else if (!inLine.has(name)) shown += ' ';
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
        if (name === 'q') shown += '”';
        if (!inLine.has(name)) shown += ' ';
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
