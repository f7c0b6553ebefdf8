/**
 * Texts for readers of feeds that render HTML. A type of its own, so that no plain text is handed on as HTML,
 * where `<img onerror=…>` in a summary would be an element.
 */
import { directionOf, type Language } from '../../src/content/names.ts';
import { element, escapeXml } from '../xml.ts';

export type Html = { readonly html: string };

/** A plain text, as HTML that shows just that text. */
function htmlText(text: string): Html {
  return { html: escapeXml(text) };
}

/** With its language and direction, which a feed says of itself and most readers forget. */
export function inLanguage({ html }: Html, language: Language): Html {
  return { html: element('div', { lang: language, dir: directionOf(language) }, { markup: html }).markup };
}

/** A plain text as HTML; only one from right to left needs more than its words. */
export function textIn(text: string, language: Language): Html {
  return directionOf(language) === 'rtl' ? inLanguage(htmlText(text), language) : htmlText(text);
}
