import { expect, test } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { explainUrl } from '../../src/commands/explain.ts';
import { instant } from '../support/newsroom.ts';
import { paths, smallTown, story } from '../support/small-town.ts';

test('of what is not there it is said whether it is a draft, is to come, or is unknown', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', { draft: true }) }, { now: instant('2015-11-30') });
  const catalog = openCatalog(room.cache);
  const told = (url: string) => explainUrl(catalog, url, []);
  expect(told('/2015/11/10/bridge/')).toMatch(/^There is nothing at .*bridge\.md is a draft\.$/);
  expect(told('/2015/12/01/market/')).toMatch(/market\.md becomes public at 2015-12-01 10:00 \(Europe\/Moscow\)\.$/);
  expect(told('/2015/12/01/nobody/')).toBe('There is nothing at /2015/12/01/nobody/, before or after this build.');
  expect(told('/2015/10/05/ferry/')).toBe('/2015/10/05/ferry/ was not rendered: nothing it looked at has changed.');
  catalog.close();
});
