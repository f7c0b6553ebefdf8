/** A build as a process of its own that calls the layouts itself, for tests that need many: `node build-directly.ts OPTIONS`, as JSON. */
import 'tsx/esm';
import { resolve } from 'node:path';

const { build } = await import('../../src/commands/build.ts');
const { renderDirectly } = await import('./render-directly.ts');
const { labelCards, labelPictures } = await import('./pictures.ts');
await build({
  newsroom: resolve('.'),
  render: renderDirectly,
  makePicture: labelPictures,
  drawCard: labelCards,
  ...JSON.parse(process.argv[2] ?? '{}'),
});
