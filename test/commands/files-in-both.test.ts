/** Pictures that a preview of changes shows though neither of its two builds has made them. */
import { expect, test } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { FilesInBoth } from '../../src/commands/diff-preview/files-in-both.ts';
import { PictureCache } from '../../src/render/picture-cache.ts';
import type { PictureMaker } from '../../src/render/picture-maker.ts';
import { openSource } from '../../src/source/git-source.ts';
import { articleText, newsroom } from '../support/newsroom.ts';
import { jpegWith, labelPictures } from '../support/pictures.ts';

const span = 'articles/2015/11/26/bridge/span.jpg';

test('a picture that is the same in both states is made where a page shows it, though the site was never built; why one cannot be is told', async () => {
  const image = { file: 'span.jpg', alt: 'The span' };
  const files = { 'articles/2015/11/26/bridge.md': articleText({ image }), [span]: jpegWith('span', 'larger') };
  const room = newsroom({ git: false, files });
  await room.build({ isAskedOnly: true });
  const source = await openSource(room.content);
  const catalog = openCatalog(room.cache);
  const told: string[] = [];
  const askedOf = (make: PictureMaker) => {
    const made = new FilesInBoth({ catalog, source, make, cache: new PictureCache(undefined) });
    return (url: string) => made.at(url, (reason) => told.push(reason));
  };
  try {
    const [picture] = catalog.routes.ofKind('picture');
    const url = picture?.url ?? '';
    const whole = askedOf(labelPictures);
    expect(Buffer.from((await whole(url)) ?? []).includes(jpegWith('span', 'larger'))).toBe(true);
    expect([await whole('/'), await whole('/pictures/none.jpeg'), told]).toEqual([undefined, undefined, []]);
    const broken = askedOf(() => Promise.reject(new Error('it is cut short.')));
    expect([await broken(url), await broken(url)]).toEqual([undefined, undefined]);
    expect(told).toEqual([`${span} could not be made ready for the site: it is cut short.`]);
  } finally {
    catalog.close();
  }
});
