import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ignoreLine, isLeftover } from '../../src/content/leftovers.ts';

const day = 'articles/2015/11/26';

/** What stays where it was left. */
const stay = [
  'storm.md~',
  '#storm.md#',
  '.#storm.md',
  'storm.md.orig',
  'storm.md.rej',
  'storm.md.bak',
  'storm.md.BAK',
  'storm.md.save',
  'storm.md.tmp',
  '.storm.md.swp',
  'storm.md.swo',
  'storm.md.crswap',
  'sea.jpg.part',
  'sea.jpg.crdownload',
  '.sea.jpg.icloud',
  '~$storm.docx',
  'sea.jpg_original',
  'Thumbs.db',
  'desktop.ini',
  '.DS_Store',
  '._sea.jpg',
  '.directory',
  'Icon\r',
  '__MACOSX/sea.jpg',
  '@eaDir/sea.jpg',
  '$RECYCLE.BIN/sea.jpg',
];
/** What goes when its program has done. */
const go = [
  'storm_LOCAL_123.md',
  'storm_BACKUP_4.md',
  'storm_BASE_4.md',
  'storm_REMOTE_4.md',
  'storm.md___jb_tmp___',
  '4913',
  'sedX1Y2Z3',
];
const content = [
  'storm.md',
  'storm.ru.md',
  'storm/sea.jpg',
  'storm_local_123.md',
  '4913/sea.jpg',
  'sedation2/sea.jpg',
  'savings.md',
  'original.jpg',
  'storm/#1.jpg',
  'storm/~1.jpg',
];

test('what programs leave is known by its name', () => {
  expect([...stay, ...go].filter((name) => !isLeftover(`${day}/${name}`))).toEqual([]);
  expect(content.filter((name) => isLeftover(`${day}/${name}`))).toEqual([]);
});

test('the line for .gitignore makes git pass over what stays, and over no content', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leftovers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lines = stay.map((name) => ignoreLine(`${day}/${name}`));
  writeFileSync(join(folder, '.gitignore'), `${lines.join('\n')}\n`);
  spawnSync('git', ['init', '--quiet', folder]);
  const names = [...stay, ...go, ...content].map((name) => `${day}/${name}`);
  const run = spawnSync('git', ['-C', folder, 'check-ignore', '-z', '--stdin'], { input: names.join('\0') });
  expect(run.stdout.toString().split('\0').filter(Boolean)).toEqual(stay.map((name) => `${day}/${name}`));
  expect(go.map((name) => ignoreLine(`${day}/${name}`))).toEqual(go.map(() => undefined));
});
