/** Colours of `styles/tokens.css` where no style sheet reaches: the browser's own frame, the icon. */
import { readFileSync } from 'node:fs';
import { engineFile } from '../src/engine-files.ts';
import { ownFile } from './own-files.ts';

type Colour = { light: string; dark: string };

/** Two colours, each a word or a function of words. */
const lightDark = /^light-dark\(\s*((?:[^(),]|\([^()]*\))+?)\s*,\s*((?:[^(),]|\([^()]*\))+?)\s*\)$/;

let tokens: string | undefined;

/** A colour token in light and in dark; both are the same where it is not written as `light-dark(…)`. */
export function colour(name: string): Colour {
  tokens ??= (ownFile('styles/tokens.css')?.text ?? '') + readFileSync(engineFile('layouts/styles/tokens.css'), 'utf8');
  const value = new RegExp(`--${name}:\\s*([^;}]+)[;}]`).exec(tokens)?.[1]?.trim();
  if (value === undefined) throw new Error(`layouts/styles/tokens.css: There is no token --${name}.`);
  const [, light, dark] = lightDark.exec(value) ?? [];
  return { light: light ?? value, dark: dark ?? value };
}

let icon: string | undefined;

/** The site's icon (`icon.svg`), in the accent colour, as an address that costs readers no request. */
export function iconAddress(): string {
  if (icon === undefined) {
    const { light, dark } = colour('accent');
    const style = `<style>:root{--accent:${light}}@media(prefers-color-scheme:dark){:root{--accent:${dark}}}</style>`;
    const svg = (ownFile('icon.svg')?.text ?? readFileSync(engineFile('layouts/icon.svg'), 'utf8')).trim();
    icon = `data:image/svg+xml,${encodeURIComponent(svg.replace(/<svg[^>]*>/, (opening) => opening + style))}`;
  }
  return icon;
}
