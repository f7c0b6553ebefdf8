import { expect, test } from 'vitest';
import { hasIcon, madeIcons, showsDrawing } from '../../src/content/icons.ts';
import { type IconFile, iconFiles } from '../../src/content/own-addresses.ts';

const rest: IconFile[] = ['apple-touch-icon.png', 'icon-512.png'];

test.each<[boolean, IconFile[], { shown: boolean; made: readonly IconFile[]; there: readonly IconFile[] }]>([
  [false, [], { shown: true, made: iconFiles, there: iconFiles }],
  [true, [], { shown: true, made: iconFiles, there: iconFiles }],
  [true, ['favicon.ico'], { shown: true, made: rest, there: iconFiles }],
  [false, ['favicon.ico'], { shown: false, made: [], there: ['favicon.ico'] }],
  [false, rest, { shown: false, made: [], there: rest }],
])('drawn: %s, in public/: %j', (isDrawn, own, { shown, made, there }) => {
  const icons = { isDrawn, own };
  expect(showsDrawing(icons)).toBe(shown);
  expect(madeIcons(icons)).toEqual(made);
  expect(iconFiles.filter((name) => hasIcon(icons, name))).toEqual(there);
});
