/** Beside a story stand the same stories whether or not all of its listing was read. */
import { expect, onTestFinished, test } from 'vitest';
import { type Catalog, openCatalog } from '../../src/catalog/catalog.ts';
import { packArticle } from '../../src/catalog/packed.ts';
import type { Article } from '../../src/content/article.ts';
import { Neighbours } from '../../src/queries/neighbours.ts';

const scope = 1;
/** Several share an instant, and one of them is alone. */
const short = [10, 10, 10, 20, 30, 30, 40, 50, 50, 60];
const long = [...short, ...[40, 50, 50, 60, 70, 70, 80, 80, 80, 90, 91, 92]];
const pathOf = (n: number) => `articles/2015/11/26/story-${(7 * n) % 10}-${n}.md`;
const outline = { links: [], pictures: [], documents: [], headings: [] };

function listing(instants: readonly number[]): { catalog: Catalog; asked: unknown[][] } {
  const catalog = openCatalog(undefined);
  onTestFinished(() => catalog.close());
  for (const [n, at] of instants.entries()) {
    const id = catalog.files.add(pathOf(n), { mode: 0o100644, blob: 'b' }, null);
    catalog.articles.put(id, 1, packArticle({ path: pathOf(n), at, outline } as unknown as Article));
    catalog.entries.add(scope, at, id, 0);
  }
  catalog.now = 100;
  const asked: unknown[][] = [];
  const { all, get } = catalog.db;
  const noting = <Args extends unknown[], Found>(work: (sql: string, ...args: Args) => Found) =>
    function (this: unknown, sql: string, ...args: Args): Found {
      if (sql.includes('FROM entry')) asked.push(args);
      return work.call(catalog.db, sql, ...args);
    };
  Object.assign(catalog.db, { all: noting(all), get: noting(get) });
  return { catalog, asked };
}

const places = long.map((at, n) => ({ at, path: pathOf(n) }));
/** Of a story that stands at no instant of theirs, or with others and in no listing. */
const others = [
  ...places,
  { at: 5, path: 'a' },
  { at: 35, path: 'a' },
  { at: 30, path: 'articles/z' },
  { at: 99, path: 'a' },
];

test.each([[short], [long]])('older and later stories are those that the catalog gives', (instants) => {
  const { catalog, asked } = listing(instants);
  const ids = (found: readonly { at: number; id: number }[]) => found.map(({ at, id }) => ({ at, id }));
  const expected = others.map((than) => [
    ids(catalog.entries.older(scope, than, 3)),
    ids([catalog.entries.later(scope, than) ?? []].flat()),
  ]);
  const neighbours = new Neighbours();
  for (let round = 0; round < 3; round++) {
    asked.splice(0);
    const found = others.map((than) => [
      ids(neighbours.older(catalog, scope, than, 3)),
      ids([neighbours.later(catalog, scope, than) ?? []].flat()),
    ]);
    expect(found).toEqual(expected);
  }
  expect(asked).toEqual([]);
});

test('of many stories of one instant the nearest are found by who asks first', () => {
  const instants = [10, 20, 20, 20, 20, 20, 20, 20, 20];
  const places = instants.map((at, n) => ({ at, path: pathOf(n) }));
  const newestFirst = places.toSorted((one, other) => other.at - one.at || (one.path < other.path ? -1 : 1));
  for (const [index, than] of newestFirst.entries()) {
    const found = listing(instants).catalog.entries.older(scope, than, 3);
    expect(found.map(({ id }) => id)).toEqual(
      newestFirst.slice(index + 1, index + 4).map((place) => places.indexOf(place) + 1),
    );
  }
});

test('of a long listing that few ask for, no more is read than of a short one', () => {
  const { catalog, asked } = listing(long);
  const neighbours = new Neighbours();
  for (let n = 0; n < 3; n++) neighbours.older(catalog, scope, { at: 35, path: 'a' }, 2);
  const mostRows = asked.map((args) => Number(args.at(-1)));
  expect(mostRows.length).toBeGreaterThan(0);
  expect(Math.max(...mostRows)).toBeLessThan(20);
});
