/** What one can go back to is in few objects, however many editions there were. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MachineryError } from '../../src/errors.ts';
import { Ledger } from '../../src/publish/ledger.ts';
import { Packs } from '../../src/publish/packs.ts';
import { StoreClient } from '../../src/publish/store-client.ts';
import { environment } from './store-room.ts';
import { StoreStandIn } from './store-stand-in.ts';

test('beyond a hundred small packs each edition takes in what is left of another; nothing is lost', async () => {
  const store = await StoreStandIn.start();
  const folder = mkdtempSync(join(tmpdir(), 'packs-'));
  const ledger = new Ledger(join(folder, 'ledger'));
  onTestFinished(() => {
    ledger.close();
    rmSync(folder, { recursive: true });
  });
  const client = new StoreClient({ endpoint: store.address }, { environment, pause: async () => {}, chance: () => 0 });
  const packs = new Packs(client.shelf('state', ''), ledger, join(folder, 'kept'));
  const add = async (edition: number) => {
    async function* files() {
      const file = join(folder, 'file');
      writeFileSync(file, `story ${edition}`);
      yield { hash: `hash-${edition}`, file };
    }
    await packs.remove(await packs.add(edition, files()));
  };
  for (let edition = 1; edition <= 120; edition++) await add(edition);
  expect(store.objects.size).toBe(101);
  for (const edition of [1, 60, 119, 120])
    expect(readFileSync(await packs.file(`hash-${edition}`), 'utf8')).toBe(`story ${edition}`);
  store.take();
  await packs.fetch('hash-7');
  await packs.file('hash-7');
  expect(store.take().length).toBe(1);
  store.objects.clear();
  await expect(packs.file('hash-60')).rejects.toThrow(MachineryError);
});
