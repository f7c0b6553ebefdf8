/**
 * The style sheet of each kind of page: the files it needs as one constant string, so that one hash
 * in a Content-Security-Policy covers it. In a layer, so that a newsroom's own CSS, which is in none, always wins.
 */
import { minify, shippedStyle } from './css.ts';
import { ownFile } from './own-files.ts';
import { filesOfSheet, type StyleName } from './sheets.ts';

const sheets = new Map<StyleName, string>();

export function styleOf(name: StyleName): string {
  const sheet = sheets.get(name) ?? layered(filesOfSheet(name)) + compact('own') + ownRules('own');
  sheets.set(name, sheet);
  return sheet;
}

/** The newsroom's tokens stand right after the engine's, before all rules that use them. */
function layered(files: readonly string[]): string {
  const sheets = files.map((name) => compact(name) + (name === 'tokens' ? ownRules(name) : ''));
  return `@layer broadsheet{${sheets.join('')}}`;
}

function ownRules(name: string): string {
  const own = ownFile(`styles/${name}.css`);
  return own === undefined ? '' : minify(own.path, own.text);
}

const compacted = new Map<string, string>();

function compact(name: string): string {
  const sheet = compacted.get(name) ?? shippedStyle(`layouts/styles/${name}.css`);
  compacted.set(name, sheet);
  return sheet;
}
