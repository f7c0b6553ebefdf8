/**
 * The style sheet of each kind of page: the files it needs as one constant string, so that one hash
 * in a Content-Security-Policy covers it. In a layer, so that a site's own unlayered CSS always wins.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const frame = ['masthead', 'footer'];

const filesOf = {
  front: [...frame, 'lead', 'card', 'latest', 'section-block'],
  article: [...frame, 'article', 'thread', 'figure', 'quote', 'note', 'prose'],
  listing: [...frame, 'card', 'listing', 'ledger', 'years'],
  names: [...frame, 'listing', 'names'],
  corrections: [...frame, 'listing', 'ledger', 'fixes', 'days'],
  archive: [...frame, 'card', 'listing', 'ledger', 'days'],
  page: [...frame, 'article', 'figure', 'quote', 'note', 'prose'],
  notice: [...frame, 'listing', 'latest'],
  /** Without a masthead. */
  bare: [],
};

export type StyleName = keyof typeof filesOf;

const everywhere = ['tokens', 'base', 'spine'];

const sheets = new Map<StyleName, string>();

export function styleOf(name: StyleName): string {
  const sheet = sheets.get(name) ?? layered([...everywhere, ...filesOf[name], 'print']);
  sheets.set(name, sheet);
  return sheet;
}

function layered(files: readonly string[]): string {
  return `@layer broadsheet{${files.map(readStyle).join('')}}`;
}

function readStyle(name: string): string {
  return compact(readFileSync(join(import.meta.dirname, 'styles', `${name}.css`), 'utf8'));
}

/** Drops comments and needless white space. Strings in our sheets hold no braces, semicolons or `/*`. */
function compact(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();
}
