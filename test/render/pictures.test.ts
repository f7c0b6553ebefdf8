/** Pictures as they are really made: upright, without what cameras write, the same bytes every time, once. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { cropsOf } from '../../src/content/crops.ts';
import { recipe, variantsOf } from '../../src/content/pictures.ts';
import { PictureCache } from '../../src/render/picture-cache.ts';
import { makePicture, type PictureMaker, settings, variantName } from '../../src/render/picture-maker.ts';
import { articleText, newsroom, treeOf } from '../support/newsroom.ts';
import { labelPictures } from '../support/pictures.ts';

/** What the name of a recipe stands for. A new one is needed when this changes, since names of files promise bytes. */
const recipes: Record<string, string> = { a: 'fc28ec94bf4b21a2' };

const camera = {
  IFD0: { Make: 'Canary Camera', Artist: 'Ada Canary' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 45/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '37/1 37/1 0/1' },
};

/** 900 by 600, red above and blue below, as a camera held on its side would write it. */
function photograph(): Promise<Buffer> {
  const top = { create: { width: 900, height: 300, channels: 3 as const, background: '#c00' } };
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#00c' } })
    .composite([{ input: top, top: 0, left: 0 }])
    .withExif(camera)
    .withMetadata({ orientation: 6, exif: camera })
    .jpeg()
    .toBuffer();
}

test('a picture is the same bytes however many threads sharp would use', async () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  const original = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#000', noise } })
    .png()
    .toBuffer();
  const madeWith = async (threads: number) => {
    sharp.concurrency(threads);
    const made = await makePicture(original, [{ width: 700, format: 'avif' }]);
    return createHash('sha256')
      .update(made.get('700.avif') ?? '')
      .digest('hex');
  };
  expect(await madeWith(4)).toEqual(await madeWith(1));
});

test('the name of the recipe stands for these settings and these encoders', () => {
  const { sharp: version, vips, heif, aom, webp, mozjpeg } = sharp.versions as Record<string, string>;
  const made = JSON.stringify({ settings, version, vips, heif, aom, webp, mozjpeg });
  const hash = createHash('sha256').update(made).digest('hex').slice(0, 16);
  expect(
    { [recipe]: hash },
    `If pictures are made otherwise, give the recipe in src/content/pictures.ts the next letter, and note ${hash} for it here.`,
  ).toEqual({
    [recipe]: recipes[recipe],
  });
});

test('a picture is made in every size and format, upright, without position or camera', async () => {
  const original = await photograph();
  expect(original.includes('Canary')).toBe(true);
  const made = await makePicture(original, variantsOf({ stem: '', width: 600 }));
  expect([...made.keys()].sort()).toEqual(variantsOf({ stem: '', width: 600 }).map(variantName).sort());
  for (const [name, bytes] of made) {
    const { width, height, format, exif, orientation } = await sharp(bytes).metadata();
    expect({ name, width, height, exif, orientation }).toEqual({
      name,
      width: Number.parseInt(name, 10),
      height: Math.round(Number.parseInt(name, 10) * 1.5),
      exif: undefined,
      orientation: undefined,
    });
    expect(['heif', 'webp', 'jpeg']).toContain(format);
    expect(Buffer.from(bytes).includes('Canary')).toBe(false);
    const { data } = await sharp(bytes).resize(2, 2).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([(data[0] ?? 0) < 90, (data[3] ?? 0) > 90], 'the red side is on the right once it is upright').toEqual([
      true,
      true,
    ]);
  }
});

/** The side, as shown, on which the red half of a picture lies, of which a camera said how it was held. */
async function redSide(orientation: number): Promise<string> {
  const top = { create: { width: 60, height: 30, channels: 3 as const, background: '#c00' } };
  const original = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#00c' } })
    .composite([{ input: top, top: 0, left: 0 }])
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
  const made = (await makePicture(original, variantsOf({ stem: '', width: 60 }))).get('60.jpeg');
  const { data } = await sharp(made).resize(3, 3, { kernel: 'nearest' }).raw().toBuffer({ resolveWithObject: true });
  const isRed = (x: number, y: number) => (data[(y * 3 + x) * 3] ?? 0) > 100;
  if (isRed(0, 0) && isRed(2, 0)) return 'top';
  if (isRed(0, 2) && isRed(2, 2)) return 'bottom';
  return isRed(0, 0) ? 'left' : 'right';
}

/** A dot at a point of a picture of 1,600 by 1,000 that a camera held otherwise, and where the dot is in each crop of it, in percent. */
async function dotsIn(focus: { x: number; y: number }): Promise<Record<string, number[]>> {
  const [across, down] = [16 * focus.x, 10 * focus.y];
  const dot = { create: { width: 40, height: 40, channels: 3 as const, background: '#c00' } };
  const shown = await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#fff' } })
    .composite([{ input: dot, left: across - 20, top: down - 20 }])
    .png()
    .toBuffer();
  const original = await sharp(shown).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const variants = cropsOf({ stem: '', width: 1600, height: 1000, focus });
  const made = await makePicture(original, variants);
  const found = variants.map(async (variant): Promise<[string, number[]]> => {
    const picture = sharp(made.get(variantName(variant))).resize(100, 100, { fit: 'fill' });
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    const red = Array.from({ length: 1e4 }, (_, n) => n).filter((n) => (data[n * info.channels + 1] ?? 0) < 100);
    const middle = (place: (n: number) => number) => red.reduce((sum, n) => sum + place(n), 0) / red.length + 0.5;
    const { width, height } = await sharp(made.get(variantName(variant))).metadata();
    expect([width, height]).toEqual([variant.width, variant.height]);
    return [variant.cut.name, [middle((n) => n % 100), middle((n) => Math.floor(n / 100))].map(Math.round)];
  });
  return Object.fromEntries(await Promise.all(found));
}

test('what search engines get is cut around the focal point, as near to its middle as the picture reaches', async () => {
  expect(await dotsIn({ x: 60, y: 40 })).toEqual({
    '16x9-60-40': [60, 45], // as wide as the picture, and from its top
    '4x3-60-40': [52, 40],
    '1x1-60-40': [50, 40],
  });
  const { '1x1-95-50': near } = await dotsIn({ x: 95, y: 50 });
  expect(near).toEqual([92, 50]);
});

test('a picture is upright however the camera was held', async () => {
  const sides = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(redSide));
  // https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf: where row 0 of the file lies in the scene.
  expect(sides).toEqual(['top', 'top', 'bottom', 'bottom', 'left', 'right', 'right', 'left']);
});

test('the same picture is the same bytes, made again', async () => {
  const original = await photograph();
  expect(await makePicture(original, variantsOf({ stem: '', width: 600 }))).toEqual(
    await makePicture(original, variantsOf({ stem: '', width: 600 })),
  );
});

test('what is transparent is white where a format knows no transparency', async () => {
  const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#0000' } })
    .png()
    .toBuffer();
  const made = await makePicture(clear, variantsOf({ stem: '', width: 20 }));
  const pixel = await sharp(made.get('20.jpeg')).raw().toBuffer();
  expect(Math.min(...pixel.subarray(0, 3))).toBeGreaterThan(250);
});

/** A newsroom with a picture, and what counts how often pictures are made: labels in their place, unless they are to be real. */
async function withPicture(make: PictureMaker = labelPictures) {
  const path = 'articles/2015/11/26/a';
  const fields = { image: { file: 'p.jpg', alt: 'A sea' } };
  const room = newsroom({
    git: false,
    files: { [`${path}.md`]: articleText(fields), [`${path}/p.jpg`]: await photograph() },
  });
  let count = 0;
  const makeAndCount: PictureMaker = (bytes, variants) => {
    count += 1;
    return make(bytes, variants);
  };
  return { room, path, fields, makes: () => count, build: () => room.rendered({ makePicture: makeAndCount }) };
}

test('a picture is made once, whatever else changes, and not again for an empty folder', async () => {
  const { room, path, fields, makes, build } = await withPicture();
  const rendered = await build();
  expect(rendered.filter((url) => url.startsWith('/assets/'))).toHaveLength(8);
  expect(makes()).toBe(1);
  room.write({ [`${path}.md`]: articleText({ ...fields, title: 'Another title' }) });
  expect((await build()).filter((url) => url.startsWith('/assets/'))).toEqual([]);
  room.out += '-elsewhere';
  expect((await build()).filter((url) => url.startsWith('/assets/'))).toHaveLength(8);
  expect(makes()).toBe(1);
});

test('a damaged file of the cache is made again, to the same site', async () => {
  const { room, makes, build } = await withPicture();
  await build();
  const site = treeOf(room.out);
  const folder = join(room.cache, 'pictures');
  const [name = ''] = readdirSync(folder);
  const bytes = readFileSync(join(folder, name));
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(join(folder, name), bytes);
  room.out += '-elsewhere';
  await build();
  expect(makes()).toBe(2);
  expect(treeOf(room.out)).toEqual(site);
});

test('a page says the size of its picture, which comes with it, and a feed has one file of it, whole', async () => {
  const { room, build } = await withPicture();
  await build();
  const page = room.page('2015/11/26/a/index.html');
  expect(page).toMatch(
    /<source type="image\/avif" srcset="\/assets\/[0-9a-f]{16}a-320\.avif 320w, [^"]*600w" sizes="[^"]+">/,
  );
  expect(page).toMatch(
    /<img src="[^"]+-600\.jpeg" width="600" height="900" alt="A sea" fetchpriority="high" class="ratio-6">/,
  );
  expect(room.page('feed.xml')).toMatch(
    /img src=&quot;https:\/\/courier\.example\/assets\/\w+-600\.jpeg&quot; width=&quot;600&quot; height=&quot;900&quot;/,
  );
});

test('a picture that decoders only grumble about is made', async () => {
  const whole = await photograph();
  const short = Buffer.concat([whole.subarray(0, -3), Buffer.from([0xff, 0xd9])]);
  await expect(sharp(short).toBuffer()).rejects.toThrow(/premature end/);
  const { room, path, build } = await withPicture(makePicture);
  room.write({ [`${path}/p.jpg`]: short });
  expect((await build()).filter((url) => url.startsWith('/assets/'))).toHaveLength(8);
});

test('where a picture cannot be made, no page names it', async () => {
  const { room } = await withPicture();
  const makePicture = () => Promise.reject(new Error('out of memory'));
  await expect(room.build({ makePicture })).rejects.toThrow(
    'articles/2015/11/26/a/p.jpg could not be made ready for the site: out of memory',
  );
  expect([...treeOf(room.out).keys()]).toEqual(['.edition']);
});

test('a new program looks at every picture again', async () => {
  const { room, build } = await withPicture();
  await build();
  const catalog = openCatalog(room.cache);
  const thought = "SELECT id FROM file WHERE path LIKE '%p.jpg'";
  catalog.db.run(`UPDATE record SET value = json_set(value, '$.width', 300) WHERE id = (${thought})`);
  catalog.close();
  await room.build({ engine: { content: 'another parser', all: 'with it' } });
  expect(room.page('2015/11/26/a/index.html')).toContain('width="600" height="900"');
});

test('a few pictures are in memory at a time, and those that were made are kept where one fails', async () => {
  const stories = Array.from({ length: 9 }, (_, index) => `articles/2015/11/26/${'abcdefghi'[index]}`);
  const pictures = await Promise.all(
    stories.map((_, index) =>
      sharp({ create: { width: 30 + index, height: 20, channels: 3, background: '#c00' } })
        .png()
        .toBuffer(),
    ),
  );
  const files = stories.flatMap((story, index) => [
    [`${story}.md`, articleText({ image: { file: 'p.png', alt: 'A sea' } })],
    [`${story}/p.png`, pictures[index] ?? ''],
  ]);
  const room = newsroom({ git: false, files: Object.fromEntries(files) });
  let [active, most, count, isBroken] = [0, 0, 0, true];
  const makePicture: PictureMaker = async (bytes, variants) => {
    most = Math.max(most, ++active);
    const number = ++count;
    const isToFail = isBroken && number === 7;
    if (!isToFail) await setTimeout(30); // others are under way when it fails
    active -= 1;
    if (isToFail) throw new Error('out of memory');
    return labelPictures(bytes, variants);
  };
  await expect(room.build({ makePicture })).rejects.toThrow('out of memory');
  expect(active, 'nothing is under way once a build has ended').toBe(0);
  const made = count - 1;
  expect(new Set(readdirSync(join(room.cache, 'pictures')).map((name) => name.slice(0, 40))).size).toBe(made);
  isBroken = false;
  await room.build({ makePicture });
  expect({ most, made: count - 1 - made }).toEqual({ most: 4, made: 9 - made });
});

test('two stories with the same picture, once .jpg and once .jpeg, share its files until the last is gone', async () => {
  const { room, path, build } = await withPicture();
  const other = 'articles/2015/11/25/b';
  const fields = { date: '2015-11-25 10:00', image: { file: 'p.jpeg', alt: 'A sea' } };
  room.write({ [`${other}.md`]: articleText(fields), [`${other}/p.jpeg`]: await photograph() });
  const pictures = () => [...treeOf(room.out).keys()].filter((file) => file.startsWith('assets/'));
  await build();
  expect(pictures()).toHaveLength(8);
  room.write({ [`${path}.md`]: articleText() });
  await build();
  expect(pictures()).toHaveLength(8);
  room.write({ [`${other}.md`]: articleText({ date: '2015-11-25 10:00' }) });
  await build();
  expect(pictures()).toEqual([]);
});

test('what is kept of a picture is kept under the recipe it was made by', () => {
  const cache = newsroom({ git: false }).cache;
  new PictureCache(cache).write('0123', new Map([['640.jpeg', new Uint8Array([1])]]));
  expect(readdirSync(join(cache, 'pictures'))).toEqual([`0123${recipe}-640.jpeg`]);
});
