/**
 * The fonts of cards. Each comes in many files, of some signs each, and of these only what a card shows is read. None comes
 * with the engine: a newsroom installs those of its languages, and what draws with them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Renderer } from '@takumi-rs/core';
import { defaultLanguage } from '../content/names.ts';
import { Remembered } from '../content/remember.ts';
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

/** So many renderers are kept, each with the files of its own cards alone. */
const mostRenderers = 8;

export class CardFonts {
  readonly #parts = new Map<string, Part[]>();
  readonly #renderers = new Remembered<string, Promise<Renderer>>(mostRenderers);

  /**
   * The texts of a card without the signs that no font has, such as emoji, and what draws them. Many signs are in two files, and a
   * renderer takes them from the one that it was given first: so each has the files that its card needs, in the order in which the
   * card needs them, and whatever was drawn before changes no byte.
   */
  async for(texts: readonly string[], fonts: readonly string[]): Promise<{ texts: string[]; renderer: Renderer }> {
    const needed = new Map<string, [font: string, part: Part]>();
    const shown = texts.map((text) => {
      const signs = [...text].filter((sign) => {
        const found = fonts.flatMap((font) =>
          this.#partsWith(sign, font).map((part) => [font, part] as [string, Part]),
        );
        for (const each of found) needed.set(`${each[0]} ${each[1].name}`, each);
        return found.length > 0;
      });
      return signs.join('').replace(/\s+/g, ' ').trim();
    });
    const renderer = await this.#renderers.get([...needed.keys()].join(), () => rendererWith([...needed.values()]));
    return { texts: shown, renderer };
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

async function rendererWith(parts: readonly [font: string, part: Part][]): Promise<Renderer> {
  const { Renderer } = await import('@takumi-rs/core');
  const renderer = new Renderer();
  for (const [font, { name, ranges }] of parts) {
    const data = readFileSync(resolve(`${packageOf(font)}/files/${font}-${name}-wght-normal.woff2`));
    await renderer.registerFont({ name: font, data, unicodeRange: ranges });
  }
  return renderer;
}

/** `U+0E01-0E5B`, or one sign. */
function readRange(written: string): Range {
  const [from = '', to = from] = written.replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
