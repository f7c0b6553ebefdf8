/**
 * The words that a part of a `.docx` shows, in their order: read by another parser and by other code than what makes blocks of
 * it, so that what that loses is found.
 */
import { Parser } from 'htmlparser2';
import { markedEncoding } from '../../content/byte-order-mark.ts';
import { wordsOf } from '../text/visible-words.ts';

const ends = new Set(['p', 'tc', 'tab', 'ptab', 'br', 'cr']);
const texts = new Set(['t']);

export function shownInPart(bytes: Uint8Array): string[] {
  let shown = '';
  /** Elements that are open within what says the same once more. */
  let twice = 0;
  let isText = false;
  const parser = new Parser(
    {
      onopentag(name) {
        const [, local = name] = name.split(':');
        if (local === 'Fallback' || twice > 0) twice++;
        isText = twice === 0 && texts.has(local) && !name.startsWith('a:');
        if (twice > 0) return;
        if (local === 'noBreakHyphen') shown += '\u2011';
        else if (ends.has(local)) shown += ' ';
      },
      ontext(words) {
        if (isText) shown += words;
      },
      onclosetag(name) {
        isText = false;
        if (twice > 0) twice--;
        else if (ends.has(name.replace(/^.*:/, ''))) shown += ' ';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(new TextDecoder(markedEncoding(bytes)).decode(bytes));
  parser.end();
  return wordsOf(shown.replace(/[\uE000-\uF8FF]/g, ''));
}
