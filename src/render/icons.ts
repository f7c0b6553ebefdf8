/**
 * The bytes of icons. Those of the engine's own drawing are shipped (`layouts/shipped-icons.json`); of any other they are
 * kept with the pictures, or drawn.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ownFile } from '../../layouts/own-files.ts';
import { type Drawing, iconDrawing } from '../../layouts/tokens.ts';
import { iconUrl } from '../content/icons.ts';
import { type IconFile, iconFiles } from '../content/own-addresses.ts';
import { engineFile } from '../engine-files.ts';
import { RenderFailure } from './failures.ts';
import { drawIcons, iconRecipe, type MadeIcons } from './icon-maker.ts';
import type { PictureCache } from './picture-cache.ts';

/** Each route's URL and bytes. */
export async function* makeIcons(
  routes: readonly { url: string }[],
  cache: PictureCache,
): AsyncGenerator<[url: string, bytes: Uint8Array]> {
  const made = await iconsOf(iconDrawing(), cache);
  const urls = new Map([...made].map(([name, bytes]) => [iconUrl(name), bytes]));
  for (const { url } of routes) {
    const bytes = urls.get(url);
    if (!bytes) throw new Error(`No icon is at ${url}`);
    yield [url, bytes];
  }
}

async function iconsOf(drawing: Drawing, cache: PictureCache): Promise<MadeIcons> {
  const name = nameOf(drawing);
  const kept = shippedAs(name) ?? cache.read(name, iconFiles);
  if (kept) return kept as MadeIcons;
  const made = await drawIcons(drawing).catch((error: Error) => {
    throw new RenderFailure([{ url: iconUrl('favicon.ico'), error: inOwnFile(error) }]);
  });
  cache.write(name, made);
  return made;
}

/** What its files are made of, as 40 hexadecimal digits. */
export function nameOf(drawing: Drawing): string {
  return createHash('sha256')
    .update(JSON.stringify([iconRecipe, drawing]))
    .digest('hex')
    .slice(0, 40);
}

/** `madeOf` is a drawing's name; the bytes are in base64. */
type ShippedIcons = { madeOf: string; files: Record<IconFile, string> };

function shippedAs(name: string): MadeIcons | undefined {
  const { madeOf, files }: ShippedIcons = JSON.parse(readFileSync(engineFile('layouts/shipped-icons.json'), 'utf8'));
  return madeOf === name ? new Map(iconFiles.map((each) => [each, Buffer.from(files[each], 'base64')])) : undefined;
}

/** What could not be drawn, with its likely place on a line of its own, where Problems look for it. */
function inOwnFile({ message }: Error): Error {
  const own = ownFile('icon.svg') ?? ownFile('styles/tokens.css');
  return new Error(`the icon cannot be drawn: ${message.split('\n', 1)[0]}${own ? `\n${own.path}:1:1` : ''}`);
}
