/**
 * The style sheet of each kind of page: the files it needs as one constant string, so that one hash
 * in a Content-Security-Policy covers it. In a layer, so that a newsroom's own CSS, which is in none, always wins.
 */
import { readFileSync } from 'node:fs';
import { transform } from 'lightningcss';
import { engineFile } from '../src/engine-files.ts';
import { ownFile } from './own-files.ts';
import { filesOfSheet, type StyleName } from './sheets.ts';

/** The oldest browsers that know `@layer`; for them `light-dark()` and the like are written otherwise. */
const targets = { chrome: version(99), firefox: version(97), safari: version(15, 4) };

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
  return own === undefined ? '' : minified(own.path, own.text);
}

const compacted = new Map<string, string>();

/** One file without comments and needless space. Throws, naming the place, if it cannot be read as CSS. */
function compact(name: string): string {
  const known = compacted.get(name);
  if (known !== undefined) return known;
  const css = readFileSync(engineFile(`layouts/styles/${name}.css`), 'utf8');
  const sheet = minified(`layouts/styles/${name}.css`, css);
  compacted.set(name, sheet);
  return sheet;
}

function minified(filename: string, css: string): string {
  refuseMissingSemicolon(filename, css);
  try {
    return transform({ filename, code: Buffer.from(css), minify: true, targets }).code.toString();
  } catch (error) {
    const { loc, message } = error as Error & { loc?: { line: number; column: number } };
    throw new Error(`${filename}${loc ? `:${loc.line}:${loc.column}` : ''}: ${message}`);
  }
}

/** A custom property may hold anything, so that the one after a forgotten semicolon would be lost in it. */
function refuseMissingSemicolon(filename: string, css: string): void {
  const match = /(--[\w-]+)\s*:[^;{}]*?\n\s*(--[\w-]+)\s*:/.exec(css);
  if (!match) return;
  const line = css.slice(0, match.index).split('\n').length;
  throw new Error(
    `${filename}:${line}: The value of ${match[1]} has no semicolon at its end, so ${match[2]} would be lost.`,
  );
}

/** As lightningcss counts versions: a byte for each part. */
function version(major: number, minor = 0): number {
  return (major << 16) | (minor << 8);
}
