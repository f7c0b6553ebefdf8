/** Pictures of an old site as the new one has them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { bytesOf } from '../../../src/commands/import/story-pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['90000', '45000', { width: 2560, height: 1280 }],
  ['300', '200', { width: 600, height: 400 }],
])('an SVG of %s × %s pixels is drawn as large as it is shown, and no larger', async (width, height, drawn) => {
  const file = join(folder, `${width}.svg`);
  writeFileSync(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="9" height="9"/></svg>`,
  );
  const bytes = await bytesOf({ name: 'x.png', file, isRedrawn: true });
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', ...drawn });
});
