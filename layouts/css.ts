/** CSS as browsers get it. What writes it takes 10 MB, and is loaded only for what the package did not bring ready. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Targets } from 'lightningcss';
import { engineFile } from '../src/engine-files.ts';

/** Of a package: what it made of its style sheets. */
export const minifiedFile = 'layouts/styles/minified.json';

/** The oldest browsers that know `@layer`; for them `light-dark()` and the like are written otherwise. */
const usual: Targets = { chrome: version(99), firefox: version(97), safari: version(15, 4) };

/** Without comments and needless space. Throws, naming the place, if it cannot be read as CSS. */
export function minify(filename: string, css: string, targets = usual): string {
  refuseMissingSemicolon(filename, css);
  const { transform }: typeof import('lightningcss') = createRequire(import.meta.url)('lightningcss');
  try {
    return transform({ filename, code: Buffer.from(css), minify: true, targets }).code.toString();
  } catch (error) {
    const { loc, message } = error as Error & { loc?: { line: number; column: number } };
    throw new Error(`${filename}${loc ? `:${loc.line}:${loc.column}` : ''}: ${message}`);
  }
}

let ready: Readonly<Record<string, string>> | undefined;

/** One of the engine's style sheets, minified. */
export function shippedStyle(path: string): string {
  const css = readFileSync(engineFile(path), 'utf8');
  ready ??= existsSync(engineFile(minifiedFile)) ? JSON.parse(readFileSync(engineFile(minifiedFile), 'utf8')) : {};
  return ready?.[hashOf(css)] ?? minify(path, css);
}

/** What `minifiedFile` has in it, for some sheets by path: by a hash of each, so that one edited later is not taken for what it was. */
export function minifiedOf(sheets: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sheets).map(([path, css]) => [hashOf(css), minify(path, css)]));
}

function hashOf(css: string): string {
  return hash('sha256', css, 'base64url');
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
