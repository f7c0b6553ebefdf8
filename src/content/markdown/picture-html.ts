/** A picture inside a text: in its formats and widths on a page, as one file in a feed. */

import { escapeHtml } from '../blocks/markup.ts';
import { focusClasses } from '../focus.ts';
import { jpegOf, type PictureSource, shapeOf, sizesOfWhole, sourcesOf, spanOf, textFrame } from '../pictures.ts';

/** Where a picture of a text is found: `root` is `` on a page, the site's address in a feed. */
export type PicturePlace = PictureSource & { root: string };

/** The classes of the figure that it stands in, if there is one. */
export function figureClass(picture: PicturePlace | undefined): string {
  return ['figure', (picture?.root === '' && spanOf(picture)) || []].flat().join(' ');
}

export function pictureHtml(picture: PicturePlace, alt: string): string {
  const { root, width, height } = picture;
  if (root !== '') {
    const large = jpegOf(picture, 'large');
    return `<img src="${escapeHtml(root + large.url)}" width="${large.width}" height="${large.height}" alt="${escapeHtml(alt)}">`;
  }
  const sizes = sizesOfWhole(picture, textFrame);
  const classes = [shapeOf(picture) ?? [], focusClasses(picture)].flat().join(' ');
  const sources = sourcesOf(picture).map(
    ({ type, srcset }) => `<source type="${type}" srcset="${escapeHtml(srcset)}" sizes="${sizes}">`,
  );
  const size = `width="${width}" height="${height}"`;
  const img = `<img src="${escapeHtml(jpegOf(picture, 'small').url)}" ${size} alt="${escapeHtml(alt)}" loading="lazy" decoding="async"${classes ? ` class="${classes}"` : ''}>`;
  return `<picture>${sources.join('')}${img}</picture>`;
}
