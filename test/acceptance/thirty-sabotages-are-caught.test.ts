/**
 * What a broken build, layout, disk or deployment can do to a site, one thing at a time: each is caught by the gate that is
 * meant for it. An untouched site gives nothing to tell.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Catalog, openCatalog } from '../../src/catalog/catalog.ts';
import type { BuiltSite } from '../../src/check/built-site.ts';
import { judgeEdition } from '../../src/check/check-edition.ts';
import { filesAsTheyAre } from '../../src/check/files-as-they-are.ts';
import { KnownLinks } from '../../src/check/known-links.ts';
import { PublicTexts } from '../../src/check/public-texts.ts';
import { Unpublished } from '../../src/check/unpublished.ts';
import { urlOfOutput } from '../../src/content/urls.ts';
import type { Problem } from '../../src/problem.ts';
import { makeFolder } from '../../src/source/make-folder.ts';
import { buildHere, runHere } from '../support/cli.ts';
import { Newsroom, siteYaml } from '../support/newsroom.ts';
import { richRoom } from '../support/rich-room.ts';
import { type Sabotage, sabotagesOfFiles, sabotagesOfTheWhole } from './sabotages.ts';

const touched = vi.hoisted(() => ({ paths: undefined as undefined | string[] }));
// It crawls the site over HTTP, and is asked once, of the untouched site, by the command.
vi.mock('../../src/check/with-linkinator.ts', async (original) => {
  const none = { findings: [], looked: { gate: 'linkinator', counts: { pages: 1 } } };
  const { checkWithLinkinator } = await original<typeof import('../../src/check/with-linkinator.ts')>();
  return { checkWithLinkinator: (site: BuiltSite) => (touched.paths ? none : checkWithLinkinator(site)) };
});

/** For each code whose remedy is a build with `--all`. */
const damage = new Set([
  'a style with another hash',
  'a feed with a loose sign',
  'an empty picture',
  'a picture that is gone',
  'a page that is gone',
  'a page that nothing made',
  'a sitemap without its pages',
  'the headline of a draft',
  'the address of a draft',
  'a picture of a draft, left behind',
]);

let room: Newsroom;
let catalog: Catalog;

beforeAll(async () => {
  room = new Newsroom({ git: false, files: { ...richRoom, 'site.yaml': siteYaml } });
  await room.rendered();
});

afterAll(() => room.dispose());

function checkOfRoom(): string[] {
  return ['check', '--content', room.content, '--out', room.out, '--cache', room.cache];
}

test('an untouched site gives nothing to tell, and every gate has looked at something', async () => {
  const { code, stdout } = await runHere(checkOfRoom());
  expect([code, stdout]).toEqual([0, expect.stringMatching(/No problems found\.\s*$/)]);
  expect(stdout.match(/^\w+(?=:)/gm)).toEqual([
    'links',
    'linkinator',
    'html',
    'policy',
    'pictures',
    'leaks',
    'reach',
    'folder',
  ]);
  catalog = openCatalog(room.cache);
});

/** The site as the folder has it now: the whole of it, or what was touched. */
async function codes(isWhole: boolean): Promise<string[]> {
  const { findings } = await judgeEdition({
    out: room.out,
    siteUrl: 'https://courier.example',
    isAsItWas: filesAsTheyAre(catalog, room.content),
    known: new KnownLinks(catalog),
    mayNotStand: { unpublished: new Unpublished(catalog), texts: new PublicTexts(catalog, room.content) },
    limits: isWhole ? { wholeFiles: 100_000, changedFiles: 0 } : { wholeFiles: 0, changedFiles: 10_000 },
  });
  return [...new Set(findings.map(({ code }) => code.replace('check/', '')))].sort();
}

const fileAt = (path: string) => readFileSync(join(room.out, path));

async function told([, path, change]: Sabotage, isWhole: boolean): Promise<string[]> {
  const file = join(room.out, path);
  const bytes = catalog.routes.at(urlOfOutput(path)) === undefined ? undefined : readFileSync(file);
  const route = catalog.routes.at(urlOfOutput(path));
  const changed = change({ text: bytes?.toString() ?? '', bytes: bytes ?? Buffer.alloc(0), fileAt });
  if (bytes) expect(Buffer.from(changed ?? '').equals(bytes), 'it is another file now').toBe(false);
  try {
    makeFolder(dirname(file));
    if (changed === undefined) rmSync(file);
    else writeFileSync(file, changed);
    if (route !== undefined) catalog.links.uncheck(route);
    touched.paths = [path];
    return await codes(isWhole);
  } finally {
    if (bytes) writeFileSync(file, bytes);
    else rmSync(file);
  }
}

test.each(sabotagesOfFiles)('%s', async (...sabotage) => {
  expect(await told(sabotage, false)).toEqual(sabotage[3]);
});

test.each(sabotagesOfTheWhole)('%s', async (...sabotage) => {
  expect(await told(sabotage, true)).toEqual(sabotage[3]);
});

/** From here on commands open it themselves. */
async function toldByCommand(): Promise<[exit: number | null, codes: string[]]> {
  touched.paths = [];
  const run = await runHere([...checkOfRoom(), '--format', 'json']);
  return [run.code, JSON.parse(run.stdout).map(({ code }: Problem) => code)];
}

describe('what check advises is done', () => {
  beforeAll(() => catalog.close());

  test('whatever has been damaged is as it was after a build with --all', async () => {
    const again = sabotagesOfTheWhole.concat(sabotagesOfFiles).filter(([what]) => damage.has(what));
    expect(again.length).toBe(damage.size);
    for (const [, path, change] of again) {
      const file = join(room.out, path);
      const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
      const changed = change({ text: bytes.toString(), bytes, fileAt });
      if (changed === undefined) rmSync(file);
      else writeFileSync(file, changed);
    }
    const [exit, told] = await toldByCommand();
    expect(exit).toBe(1);
    expect(told).toEqual(
      expect.arrayContaining(again.flatMap(([, , , codes]) => codes.map((code) => `check/${code}`))),
    );
    expect((await buildHere(room, ['--all'])).code).toBe(0);
    expect(await toldByCommand()).toEqual([0, []]);
  });

  test.each([
    ['a folder that does not say what it holds', undefined, 'check/another-build', 0],
    ['the folder of another edition', `${'0'.repeat(32)}\n`, 'check/another-build', 0],
    ['a build that was stopped', 'unfinished word\n', 'check/unfinished', 1],
  ])('%s', async (_, says, code, exit) => {
    const marker = join(room.out, '.edition');
    const said = readFileSync(marker);
    if (says === undefined) rmSync(marker);
    else writeFileSync(marker, says);
    expect(await toldByCommand()).toEqual([exit, expect.arrayContaining([code])]);
    if (says === undefined) {
      expect(await buildHere(room)).toMatchObject({ code: 2, stderr: expect.stringContaining('remove it yourself') });
      writeFileSync(marker, said);
    }
  });

  test('the folder of either is as it should be after a build', async () => {
    expect((await buildHere(room)).code).toBe(0);
    expect(await toldByCommand()).toEqual([0, []]);
  });
});
