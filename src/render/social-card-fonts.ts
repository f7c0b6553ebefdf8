/**
 * The fonts of cards. Each comes in many files, of some signs each, and of these only what a card shows is read. None comes
 * with the engine: a newsroom installs those of its languages, and what draws with them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Renderer } from '@takumi-rs/core';
import { defaultLanguage } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import { cardFonts } from '../content/social-card-fonts.ts';
import { engineFile } from '../engine-files.ts';
import { MachineryError } from '../errors.ts';

type Range = [from: number, to: number];
/** A file of a font, and which signs are in it. */
type Part = { name: string; ranges: Range[] };

const { resolve } = createRequire(import.meta.url);
const drawing = '@takumi-rs/core';

/** Throws, saying what to install, if a site’s cards cannot be drawn here; tests say themselves what is installed. */
export function needCardPackages(site: Site, isThere = isInstalled): void {
  const packages = [drawing, ...cardFonts(defaultLanguage(site), site).map(packageOf)];
  const missing = packages.filter((name) => !isThere(name));
  if (missing.length === 0) return;
  const { peerDependencies } = JSON.parse(readFileSync(engineFile('package.json'), 'utf8'));
  const named = missing.map((name) => `${name}@${peerDependencies[name]}`);
  throw new MachineryError(
    `Social cards need ${missing.length === 1 ? 'a package that is' : 'packages that are'} not installed here: npm install --save-exact ${named.join(' ')}. The site is as it was.`,
  );
}

function isInstalled(name: string): boolean {
  try {
    resolve(name);
    return true;
  } catch {
    return false;
  }
}

function packageOf(font: string): string {
  return `@fontsource-variable/${font}`;
}

export class CardFonts {
  readonly #renderer: Renderer;
  readonly #parts = new Map<string, Part[]>();
  readonly #loaded = new Map<string, Promise<unknown>>();

  constructor(renderer: Renderer) {
    this.#renderer = renderer;
  }

  /** Loads what a text needs of some fonts. Returns the text without the signs that none of them has, such as emoji. */
  async load(text: string, fonts: readonly string[]): Promise<string> {
    const needed = new Map<string, [font: string, part: Part]>();
    const shown = [...text].filter((sign) => {
      const found = fonts.flatMap((font) => this.#partsWith(sign, font).map((part) => [font, part] as [string, Part]));
      for (const each of found) needed.set(`${each[0]} ${each[1].name}`, each);
      return found.length > 0;
    });
    await Promise.all([...needed].map(([key, [font, part]]) => this.#loadOnce(key, font, part)));
    return shown.join('').replace(/\s+/g, ' ').trim();
  }

  #loadOnce(key: string, font: string, { name, ranges }: Part): Promise<unknown> {
    const data = () => readFileSync(resolve(`${packageOf(font)}/files/${font}-${name}-wght-normal.woff2`));
    const loaded =
      this.#loaded.get(key) ?? this.#renderer.registerFont({ name: font, data: data(), unicodeRange: ranges });
    this.#loaded.set(key, loaded);
    return loaded;
  }

  #partsWith(sign: string, font: string): Part[] {
    const code = sign.codePointAt(0) ?? 0;
    return this.#partsOf(font).filter(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to));
  }

  #partsOf(font: string): Part[] {
    const known = this.#parts.get(font);
    if (known) return known;
    const written: Record<string, string> = JSON.parse(
      readFileSync(resolve(`${packageOf(font)}/unicode.json`), 'utf8'),
    );
    const parts = Object.entries(written).map(([name, ranges]) => ({
      name: name.replace(/[[\]]/g, ''), // `[12]` is the twelfth of a large font
      ranges: ranges.split(',').map(readRange),
    }));
    this.#parts.set(font, parts);
    return parts;
  }
}

/** `U+0E01-0E5B`, or one sign. */
function readRange(written: string): Range {
  const [from = '', to = from] = written.replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
