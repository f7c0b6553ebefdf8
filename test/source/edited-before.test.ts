import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { EditedBefore } from '../../src/source/edited-before.ts';
import { findRepository } from '../../src/source/repository.ts';
import { editedFiles } from '../../src/source/work-tree.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

const [bridge, harbour, pier, quay] = ['bridge', 'harbour', 'pier', 'quay'].map(
  (name) => `articles/2015/11/26/${name}.md`,
);
const some = [bridge, harbour, pier, quay].map(String);

let saves = 0;
const text = () => articleText({ title: `Save ${++saves}` });

function makeRoom() {
  const room = newsroom({
    files: Object.fromEntries([bridge, harbour, pier].map((path) => [path, articleText()])),
  }).commit();
  const repository = findRepository(room.content) ?? expect.fail();
  const head = () => room.git('rev-parse', 'HEAD');
  const edited = async (before?: EditedBefore, paths = some) => {
    const { files, onDisk, untracked, hidden } = await editedFiles(repository, head(), { some: paths, before });
    // Of a file that is as it was committed git says either: it is looked into only where its time says nothing.
    const committed = new Set(room.git('ls-tree', '-r', '--format=%(path) %(objectname)', 'HEAD').split('\n'));
    const isOther = (path: string) => !committed.has(`content/${path} ${files.get(path)?.blob}`);
    return {
      files: new Map([...files].filter(([path]) => isOther(path)).sort()),
      onDisk: [...onDisk].filter(isOther).sort(),
      untracked: [...untracked].sort(),
      hidden,
    };
  };
  return { room, repository, head, edited, before: new EditedBefore(repository) };
}

test('of files that were edited before git is not asked when they are saved again', async () => {
  const { room, repository, head, edited, before } = makeRoom();
  room.write({ [some[0] ?? '']: text(), [some[3] ?? '']: text() });
  const two = [some[0], some[3]].map(String);
  await edited(before, two);
  room.write({ [some[0] ?? '']: text(), [some[3] ?? '']: text() });
  const right = await edited(undefined, two);
  const revision = head();
  vi.stubEnv('PATH', '');
  const { files, untracked } = await editedFiles(repository, revision, { some: two, before });
  expect(new Map([...files].sort())).toEqual(right.files);
  expect([...untracked]).toEqual([some[3]]);
  await expect(editedFiles(repository, revision, { some, before })).rejects.toThrow('git could not be run');
});

test('whatever is done between two saves, git would have said the same', async () => {
  const { room, edited, before } = makeRoom();
  const at = (path: string | undefined) => join(room.content, String(path));
  const hideQuay = () => writeFileSync(join(room.folder, '.git/info/exclude'), '');
  const steps: Record<string, () => void> = {
    'one is edited': () => room.write({ [some[0] ?? '']: text() }),
    'another is new': () => room.write({ [some[3] ?? '']: text() }),
    'both are saved again': () => room.write({ [some[0] ?? '']: text(), [some[3] ?? '']: text() }),
    'one is as it was committed': () =>
      room.git('show', `HEAD:content/${some[0]}`) && room.write({ [some[0] ?? '']: articleText() }),
    'one is edited once more': () => room.write({ [some[0] ?? '']: text() }),
    'it is added': () => room.git('add', '--all'),
    'it is saved after that': () => room.write({ [some[0] ?? '']: text(), [some[3] ?? '']: text() }),
    'all is committed': () => room.commit(),
    'the new one is saved': () => room.write({ [some[3] ?? '']: text() }),
    'it is told from git': () => room.git('rm', '--quiet', '--cached', `content/${some[3]}`),
    'it is saved, and git has it no more': () => room.write({ [some[3] ?? '']: text() }),
    'the clone hides it': hideQuay,
    'it is gone': () => rmSync(at(some[3])),
    'it is there again': () => room.write({ [some[3] ?? '']: text() }),
    'it has line ends of another kind': () => writeFileSync(at(some[3]), text().replaceAll('\n', '\r\n')),
    'git takes other bytes than it has': () => room.git('config', 'core.autocrlf', 'true'),
    'it is saved so': () => writeFileSync(at(some[3]), text().replaceAll('\n', '\r\n')),
    'the clone has a rule for its bytes': () =>
      writeFileSync(join(room.folder, '.git/info/attributes'), '*.md ident\n'),
    'an id is in it': () =>
      room.write({ [some[0] ?? '']: `${text()}$Id: x $\n`, [some[3] ?? '']: `${text()}$Id: y $\n` }),
    'another id is in it': () => room.write({ [some[0] ?? '']: `${text()}$Id: z $\n` }),
    'it is a folder': () => {
      rmSync(at(some[0]));
      mkdirSync(at(some[0]));
    },
    'it is a link': () => {
      rmSync(at(some[0]), { recursive: true });
      symlinkSync('harbour.md', at(some[0]));
    },
    'the index is gone back': () => room.git('reset', '--quiet'),
    'another one takes its name': () => renameSync(at(some[1]), at(some[0])),
    'it is given back': () => room.git('checkout', '--quiet', '--', 'content'),
  };
  for (const [step, take] of Object.entries(steps)) {
    take();
    expect({ step, ...(await edited(before)) }).toEqual({ step, ...(await edited()) });
  }
});

test('a file in a folder that was touched itself is asked for', async () => {
  const { room, edited, before } = makeRoom();
  room.write({ [some[0] ?? '']: text() });
  await edited(before);
  const folder = 'articles/2015/11/26';
  renameSync(join(room.content, folder), join(room.folder, 'moved'));
  symlinkSync('../../../../moved', join(room.content, folder));
  const paths = [folder, ...some];
  expect(await edited(before, paths)).toEqual(await edited(undefined, paths));
});

test('what git is told to overlook is refused after a save too', async () => {
  const { room, edited, before } = makeRoom();
  room.write({ [some[0] ?? '']: text() });
  await edited(before);
  room.git('update-index', '--assume-unchanged', `content/${some[0]}`);
  room.write({ [some[0] ?? '']: text() });
  await expect(edited(before)).rejects.toThrow('git is told to overlook changes');
});
