/** Colours of `styles/tokens.css` where no style sheet reaches: the browser's own frame, the icon, cards. */
import { readFileSync } from 'node:fs';
import { engineFile } from '../src/engine-files.ts';
import { minify } from './css.ts';
import { ownFile } from './own-files.ts';

type Colour = { light: string; dark: string };

/** Two colours, each a word or a function of words. */
const lightDark = /^light-dark\(\s*((?:[^(),]|\([^()]*\))+?)\s*,\s*((?:[^(),]|\([^()]*\))+?)\s*\)$/;

let tokens: string | undefined;

/** A colour token in light and in dark; both are the same where it is not written as `light-dark(…)`. */
export function colour(name: string): Colour {
  const value = token(name);
  const [, light, dark] = lightDark.exec(value) ?? [];
  return { light: light ?? value, dark: dark ?? value };
}

function token(name: string): string {
  tokens ??= (ownFile('styles/tokens.css')?.text ?? '') + readFileSync(engineFile('layouts/styles/tokens.css'), 'utf8');
  const value = new RegExp(`--${name}:\\s*((?:"[^"]*"|[^;}"])+)[;}]`).exec(tokens)?.[1]?.trim();
  if (value === undefined) throw new Error(`layouts/styles/tokens.css: There is no token --${name}.`);
  return value;
}

/** The summit of the ridge as an SVG, in a colour; undefined where a newsroom has none, or one that is not written out. */
export function ridgeDrawing(ink: string): string | undefined {
  const written = /^url\((["']?)data:image\/svg\+xml(?:;charset=utf-8|;utf8)?,(.*)\1\)$/s.exec(token('peak'))?.[2];
  return written && decodeURIComponent(written).replace(/#000(?:000)?\b|\bblack\b|\bcurrentcolor\b/gi, ink);
}

let icon: string | undefined;

/** The site's icon (`icon.svg`), in the accent colour, as an address that costs readers no request. */
export function iconAddress(): string {
  if (icon === undefined) {
    const { light, dark } = colour('accent');
    const style = `<style>:root{--accent:${light}}@media(prefers-color-scheme:dark){:root{--accent:${dark}}}</style>`;
    icon = `data:image/svg+xml,${encodeURIComponent(drawing().replace(/<svg[^>]*>/, (opening) => opening + style))}`;
  }
  return icon;
}

function drawing(): string {
  return (ownFile('icon.svg')?.text ?? readFileSync(engineFile('layouts/icon.svg'), 'utf8')).trim();
}

/** An icon for programs that know no tokens: its SVG, and the colour of the paper that it lies on, both in light. */
export type Drawing = { svg: string; paper: string };

export function iconDrawing(): Drawing {
  const accent = plainColour(colour('accent').light);
  return { svg: drawing().replace(/var\(\s*--accent\s*\)/g, accent), paper: plainColour(colour('paper').light) };
}

/** In a notation that is older than all these programs: `#337344` for `oklch(0.5 0.1 150)`. */
export function plainColour(value: string): string {
  const css = minify('tokens.css', `a{color:${value}}`, { chrome: 60 << 16 });
  return /color:([^;}]+)/.exec(css)?.[1] ?? value;
}
