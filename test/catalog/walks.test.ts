/**
 * What a small change asks of the catalog takes no longer in a large one: SQLite is asked how it looks each thing up. A walk
 * through a table does no harm in these small newsrooms, and takes most of a build in an archive. A change of redirects is none of
 * them: all are in one list for hosts, which is written anew.
 */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Newsroom } from '../support/newsroom.ts';
import { jpegWith } from '../support/pictures.ts';
import { paths, story } from '../support/small-town.ts';

/** A table from its beginning, or from a row on: the time is that of all rows. */
const walk = /^(?:SCAN (\w+)|SEARCH (\w+) USING INTEGER PRIMARY KEY \(rowid>\?\))/;
/** Holds what the change itself has touched. */
const small = ['touched', 'unchecked', 'json_each', 'CONSTANT'];
/** Whether there is anything. */
const isFirstRow = /^SELECT 1 FROM \w+ LIMIT 1$/;

const asked = new Map<string, string[]>();
const { prepare } = DatabaseSync.prototype;

/** With its values, for SQLite looks up the beginning of a text only where it knows it. */
beforeAll(() => {
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string) {
    const db = this;
    const statement = prepare.call(db, sql);
    for (const method of ['all', 'get', 'run', 'iterate'] as const) {
      const original: (...values: never) => unknown = statement[method];
      Object.assign(statement, {
        [method](...values: SQLInputValue[]) {
          if (!asked.has(sql)) asked.set(sql, planOf(db, sql, values));
          return Reflect.apply(original, statement, values);
        },
      });
    }
    return statement;
  };
});
afterAll(() => {
  DatabaseSync.prototype.prepare = prepare;
});

function planOf(db: DatabaseSync, sql: string, values: SQLInputValue[]): string[] {
  const rows = prepare.call(db, `EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
  return rows.map(({ detail }) => detail);
}

function walks(): string[] {
  return [...asked].flatMap(([sql, plan]) => {
    const tables = plan.flatMap((detail) => walk.exec(detail)?.slice(1).filter(Boolean) ?? []);
    return isFirstRow.test(sql)
      ? []
      : tables.filter((table) => !small.includes(table)).map((table) => `${table}: ${sql}`);
  });
}

const names = Object.keys(paths) as (keyof typeof paths)[];
const people = { 'authors/ann.yaml': 'name: Ann\n', 'authors/ben.yaml': 'name: Ben\n' };

const changes: [string, (room: Newsroom) => void][] = [
  ['a headline', (room) => room.write({ [paths.bridge]: story('bridge', { title: 'A new name' }) })],
  [
    'a new story',
    (room) => room.write({ 'articles/2015/12/02/new.md': story('market', { date: '2015-12-02 10:00' }) }),
  ],
  ['another day', (room) => room.write({ [paths.storm]: story('storm', { date: '2015-10-20 11:00' }) })],
  ['a correction', (room) => room.write({ [paths.ferry]: story('ferry', { updated: '2015-12-03 10:00' }) })],
  ['an author renamed', (room) => room.write({ 'authors/ann.yaml': 'name: Anne\n' })],
  [
    'a picture',
    (room) =>
      room.write({
        [paths.ferry]: story('ferry', { image: { file: 'harbour.jpg', alt: 'The quay' } }),
        'articles/2015/10/05/ferry/harbour.jpg': jpegWith('harbour'),
      }),
  ],
  ['a page', (room) => room.write({ 'pages/imprint.md': '---\ntitle: Imprint\n---\n\nText.\n' })],
  ['a link', (room) => room.write({ [paths.market]: story('market', {}, 'See [it](/2015/10/05/ferry/).') })],
  ['a topic’s text', (room) => room.write({ 'topics/sea.md': '---\nname: The sea\n---\n\nAll of it.\n' })],
  [
    'a withdrawal',
    (room) =>
      room.write({ [paths.storm]: story('storm', { withdrawn: { date: '2015-12-03', reason: 'It was wrong.' } }) }),
  ],
  ['a choice for the front page', (room) => room.write({ 'front.yaml': 'lead: 2015/10/05/ferry\n' })],
  ['a draft', (room) => room.write({ [paths.bridge]: story('bridge', { draft: true }) })],
  ['another section', (room) => room.write({ [paths.bridge]: story('bridge', { section: 'culture' }) })],
  ['a story that goes', (room) => room.remove(paths.regatta)],
];

/** One for all changes: each comes on top of those before. */
let room: Newsroom;
beforeAll(async () => {
  room = new Newsroom({
    files: { ...Object.fromEntries(names.map((name) => [paths[name], story(name)])), ...people },
  }).commit();
  await room.rendered();
});
afterAll(() => room.dispose());

test.for(changes)('%s is taken in and shown without a walk through a table that grows', async ([, change]) => {
  change(room);
  asked.clear();
  const { outcomes, problems } = await room.build({ shown: { urls: ['/'], onMade: () => undefined } });
  expect(problems.filter(({ code }) => code !== 'redirects/lost-url')).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(0);
  expect(asked.size).toBeGreaterThan(20);
  expect(walks()).toEqual([]);
});
