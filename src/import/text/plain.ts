/** A title, a summary or a name as the plain text that its field takes. */
import { findResidue } from '../../content/residue.ts';
import type { SourceText } from '../source-story.ts';
import { lineHtml } from './source-html.ts';
import { readTree, textOf } from './tree.ts';
import { withoutHidden } from './without-hidden.ts';

/** `` where nothing of it would be seen. */
export function plainLine(source: SourceText): string {
  const words = source.format === 'plain' ? source.text : textOf(readTree(lineHtml(source)));
  const shown = withoutHidden(words.normalize('NFC'))
    .replace(/[\u200B\u2060\uFEFF\u00AD\uFFFD]/g, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return withoutSigns(shown);
}

/** So often a sign that goes shows another that it hid, at most. */
const mostHidden = 3;

/** What would be taken for markup is shown with signs that are none. */
function withoutSigns(text: string): string {
  let plain = text;
  for (let time = 0; time < mostHidden; time++) {
    const before = plain;
    for (const { kind, found, offset } of findResidue(before, { of: 'field' }).toReversed()) {
      const change = signs[kind] ?? ((all: string) => all);
      plain = plain.slice(0, offset) + change(found) + plain.slice(offset + found.length);
    }
    if (plain === before) break;
  }
  return plain
    .replace(/\{\{/g, '{ {')
    .replace(/\}\}/g, '} }')
    .replace(/\{%/g, '{ %')
    .replace(/%\}/g, '% }')
    .replace(/\s+/g, ' ')
    .trim();
}

const round = (found: string) => found.replace(/[[{]/g, '(').replace(/[\]}]/g, ')');

const signs: Record<string, (found: string) => string> = {
  html: (found) => found.replaceAll('<', '‹').replaceAll('>', '›'),
  emphasis: (found) => found.replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, ''),
  entity: (found) => textOf(readTree(found)),
  escape: (found) => found.slice(1),
  template: (found) => found,
  heading: (found) => found.replace(/^#+\s*/, ''),
  mark: (found) => found.replace(/==|\+\+|\|\|/g, ''),
  shortcode: (found) => found.replace(/^:([a-z_]+):$/, (_, word: string) => word.replaceAll('_', ' ')),
  link: (found) => found.replace(/^!?\[([^\]]*)\].*$|^[\])].*$/s, '$1'),
  reference: (found) => found.replace(/^\[([^\]]*)\].*$/s, '$1'),
  'wiki-link': (found) => found.replace(/^!?\[\[|\]\]$/g, ''),
  callout: round,
  attributes: round,
  raised: (found) => found.replace(/[~^]/g, ''),
};

/** The first sentences of a text, as far as a summary is long; `` of one without words. */
export function firstSentences(text: string, most = 280): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  const ends = [...plain.slice(0, most).matchAll(/[.!?…。！？؟।]["”»’)\]]*(?=\s|$|[^\s\p{P}\p{N}])/gu)];
  const last = ends.at(-1);
  if (last && last.index > 40) return plain.slice(0, last.index + last[0].length).trim();
  const space = plain.lastIndexOf(' ', most);
  return `${plain.slice(0, space > 40 ? space : most).replace(/[\s,;:–—-]+$/, '')}…`;
}
