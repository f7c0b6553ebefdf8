/** Everything that can happen to the files of the cache between two builds, each followed by what the command line does and says. */
import {
  appendFileSync,
  closeSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildHere } from '../support/cli.ts';
import { contentsOf, differences } from '../support/folder-contents.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';

const files = {
  'articles/2015/11/26/a.md': articleText({ topics: ['ferry'] }),
  'articles/2015/10/20/b.md': articleText({ date: '2015-10-20 10:00', section: 'culture' }),
};
const isLong = process.env.BROADSHEET_TEST === 'long';
const repairs = /^The catalog was rebuilt: .+\.$/gm;

function catalogOf(room: Newsroom): string {
  return join(room.cache, 'production.sqlite');
}

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

type Damage = { name: string; isSaid: boolean; to(room: Newsroom): void };

const damages: Damage[] = [
  { name: 'a deleted cache', isSaid: false, to: (room) => rmSync(room.cache, { recursive: true }) },
  { name: 'a deleted catalog', isSaid: false, to: (room) => rmSync(catalogOf(room)) },
  { name: 'a deleted checksum', isSaid: false, to: (room) => rmSync(`${catalogOf(room)}.sum`) },
  { name: 'a foreign checksum', isSaid: true, to: (room) => writeFileSync(`${catalogOf(room)}.sum`, '4096 1 12345') },
  {
    name: 'a cut catalog',
    isSaid: true,
    to: (room) => truncateSync(catalogOf(room), Math.floor(statSync(catalogOf(room)).size / 2)),
  },
  { name: 'an emptied catalog', isSaid: true, to: (room) => truncateSync(catalogOf(room)) },
  { name: 'a longer catalog', isSaid: true, to: (room) => appendFileSync(catalogOf(room), 'more') },
  {
    name: 'no database, and no checksum',
    isSaid: true,
    to(room) {
      rmSync(`${catalogOf(room)}.sum`);
      writeFileSync(catalogOf(room), 'no database'.repeat(1000));
    },
  },
  {
    name: 'a catalog of an older version',
    isSaid: true,
    to(room) {
      rmSync(`${catalogOf(room)}.sum`);
      edit(room, "UPDATE state SET value = '0' WHERE name = 'schema'");
    },
  },
  {
    name: 'a lock that is no database',
    isSaid: false,
    to: (room) => writeFileSync(join(room.cache, 'lock.sqlite'), 'no database'.repeat(1000)),
  },
];

function edit(room: Newsroom, sql: string): void {
  const db = new DatabaseSync(catalogOf(room));
  db.exec(sql);
  db.close();
}

test('after any damage to the cache the next build gives what a clean one gives, and says in one line what it repaired', async () => {
  const room = newsroom({ git: false, files });
  expect(await buildHere(room)).toMatchObject({ code: 0, stderr: '' });
  const clean = contentsOf(room.out);
  const faults: string[] = [];
  for (const { name, isSaid, to } of damages) {
    to(room);
    const run = await buildHere(room);
    if (run.code !== 0) faults.push(`${name}: ${run.code}, ${run.stderr}`);
    if ((run.stdout.match(repairs) ?? []).length !== (isSaid ? 1 : 0)) faults.push(`${name}: ${run.stdout}`);
    faults.push(...differences(clean, contentsOf(room.out)).map((each) => `${name}: ${each}`));
  }
  expect(faults).toEqual([]);
});

test('garbage bytes anywhere in the catalog are noticed, and a change after them is built as if they had never been', async () => {
  const room = newsroom({ git: false, files });
  await room.rendered();
  const [pristine, sum] = [readFileSync(catalogOf(room)), readFileSync(`${catalogOf(room)}.sum`)];
  const former = contentsOf(room.out);
  room.write({ 'articles/2015/11/26/a.md': articleText({ title: 'Another' }) });
  await room.rendered({ out: `${room.out}-clean`, cache: undefined });
  const clean = contentsOf(`${room.out}-clean`);
  expect(differences(former, clean)).not.toEqual([]);
  const garbage = fc.tuple(fc.nat(pristine.length - 9), fc.uint8Array({ minLength: 1, maxLength: 8 }));
  await fc.assert(
    fc.asyncProperty(fc.array(garbage, { minLength: 1, maxLength: 3 }), async (writes) => {
      writeFileSync(catalogOf(room), pristine);
      writeFileSync(`${catalogOf(room)}.sum`, sum);
      for (const [at, bytes] of writes) overwrite(catalogOf(room), at, bytes);
      const isHarmed = !pristine.equals(readFileSync(catalogOf(room)));
      const { repaired } = await room.build();
      expect(repaired !== undefined).toBe(isHarmed);
      expect(differences(clean, contentsOf(room.out))).toEqual([]);
    }),
    { numRuns: isLong ? 60 : 8 },
  );
});
