/**
 * What stands for the newsroom in browsers and for search engines: files at the root that are made of one drawing,
 * `layouts/icon.svg`. A newsroom may have any of them in `public/` instead.
 */
import { type IconFile, iconFiles } from './own-addresses.ts';
import { publicPrefix } from './public-files.ts';

export type Icons = {
  /** The drawing is the newsroom's own. */
  isDrawn: boolean;
  /** Those that are files of `public/`. */
  own: readonly IconFile[];
};

export const noOwnIcons: Icons = { isDrawn: false, own: [] };

/** The path below the content folder at which a newsroom has its own. */
export function ownIconPath(name: IconFile): string {
  return publicPrefix + name;
}

/** Whether the drawing is shown: the engine's own goes once the newsroom has brought any file of its own. */
export function showsDrawing({ isDrawn, own }: Icons): boolean {
  return isDrawn || own.length === 0;
}

/** Files that are made of the drawing. */
export function madeIcons(icons: Icons): IconFile[] {
  return showsDrawing(icons) ? iconFiles.filter((name) => !icons.own.includes(name)) : [];
}

/** Whether there is such a file, made or brought. */
export function hasIcon(icons: Icons, name: IconFile): boolean {
  return showsDrawing(icons) || icons.own.includes(name);
}

export function iconUrl(name: IconFile): string {
  return `/${name}`;
}
