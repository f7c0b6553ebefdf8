/** Every way in which a program saves is seen, each time, whatever happened to the file before. */
import { cpSync, mkdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { followChanges, isPassedOver } from '../../src/commands/follow-changes.ts';
import { limitText } from '../../src/commands/watch-limit.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';

const story = 'content/articles/2015/11/26/ferry.md';
const others = [
  'content/articles/2015/11/26/ferry/deck.jpg',
  'content/site.yaml',
  'layouts/pages/article.tsx',
  'layouts/styles/own.css',
];

type Save = (file: string, text: string) => void;

const ways: Record<string, Save> = {
  'in place': writeFileSync,
  'by a file renamed over it'(file, text) {
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
  },
  'removed and made again'(file, text) {
    unlinkSync(file);
    writeFileSync(file, text);
  },
  'moved aside and made again, as Vim does'(file, text) {
    renameSync(file, `${file}~`);
    writeFileSync(file, text);
    unlinkSync(`${file}~`);
  },
  'in another folder put in place of its own'(file, text) {
    const folder = dirname(file);
    cpSync(folder, `${folder}-next`, { recursive: true });
    writeFileSync(join(`${folder}-next`, basename(file)), text);
    renameSync(folder, `${folder}-last`);
    renameSync(`${folder}-next`, folder);
    rmSync(`${folder}-last`, { recursive: true });
  },
  'in its own folder, removed and made again'(file, text) {
    const folder = dirname(file);
    cpSync(folder, `${folder}-kept`, { recursive: true });
    rmSync(folder, { recursive: true });
    cpSync(`${folder}-kept`, folder, { recursive: true });
    rmSync(`${folder}-kept`, { recursive: true });
    writeFileSync(file, text);
  },
};

const editors = ['in place', 'by a file renamed over it'];

/** Fails where a change is not seen. */
type Seen = (what: string, change: () => unknown) => Promise<void>;

const patienceMilliseconds = 60_000;

async function follow(room: Newsroom, files: readonly string[] = []): Promise<Seen> {
  let see = () => {};
  const folders = ['content', 'layouts', 'public'].map((name) => join(room.folder, name));
  const followed = { folders, files, withHidden: folders.slice(2), except: [join(room.content, 'dist')] };
  const stop = await followChanges(followed, () => see(), expect.fail);
  onTestFinished(stop);
  return (what, change) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not seen: ${what}`)), patienceMilliseconds);
      see = () => {
        clearTimeout(timer);
        resolve();
      };
      change();
    });
}

test('a file of public/ is seen, also a hidden one, where that folder was not there before', async () => {
  const room = newsroom();
  const seen = await follow(room);
  const hidden = join(room.folder, 'public/.well-known/security.txt');
  await seen('the folder and all in it', () => room.write({ '../public/.well-known/security.txt': 'one' }));
  await seen('a hidden file', () => writeFileSync(hidden, 'two'));
  expect(isPassedOver(hidden, [join(room.folder, 'public')], [])).toBe(true);
});

function writtenRoom(): Newsroom {
  const room = newsroom();
  for (const path of [story, ...others]) {
    mkdirSync(dirname(join(room.folder, path)), { recursive: true });
    writeFileSync(join(room.folder, path), path);
  }
  return room.commit();
}

test('every way of saving is seen twice in a row, before and after three switches of branches and a stash', async () => {
  const room = writtenRoom();
  const seen = await follow(room);
  const saveInEveryWay = async () => {
    for (const path of [story, ...others])
      for (const way of path === story ? Object.keys(ways) : editors)
        for (const time of ['once', 'twice'])
          await seen(`${path} ${way}, ${time}`, () => ways[way]?.(join(room.folder, path), `${way}, ${time}`));
  };
  await saveInEveryWay();
  room.commit();
  room.git('branch', 'calm');
  await seen('what is committed next', () => room.write({ 'articles/2015/12/01/storm.md': articleText() }));
  await seen('in place', () => writeFileSync(join(room.folder, story), 'stormy'));
  room.commit();
  for (const time of [1, 2, 3]) {
    await seen(`switch ${time}`, () => room.git('switch', '--quiet', 'calm'));
    await seen(`switch ${time} back`, () => room.git('switch', '--quiet', 'main'));
    await seen('in a folder that a switch made', () => room.write({ 'articles/2015/12/01/storm.md': `${time}` }));
    await seen('what is put back', () => room.git('restore', '.'));
  }
  await seen('what is stashed', () => writeFileSync(join(room.folder, story), 'unsure'));
  await seen('stash', () => room.git('stash', '--quiet'));
  await seen('stash pop', () => room.git('stash', 'pop', '--quiet'));
  await saveInEveryWay();
});

test('folders are followed however deep and late they come, and where content was away for a while', async () => {
  const room = writtenRoom();
  const seen = await follow(room);
  const year = join(room.content, 'articles/2016');
  const kept = join(room.folder, 'kept');
  const another = join(room.folder, 'another');
  for (const day of ['01', '02']) {
    const path = `articles/2016/01/${day}/ice.md`;
    await seen('a new folder', () => room.write({ [path]: 'first' }));
    await seen('in it', () => room.write({ [path]: 'second' }));
    await seen('the year moves away', () => renameSync(year, kept));
    await seen('the year comes back', () => renameSync(kept, year));
    await seen('in it again', () => room.write({ [path]: 'third' }));
    await seen('another year is put in its place', () => {
      cpSync(year, another, { recursive: true });
      renameSync(year, kept);
      renameSync(another, year);
    });
    await seen('in that', () => room.write({ [path]: 'fourth' }));
    rmSync(kept, { recursive: true });
    await seen('all content moves away', () => renameSync(room.content, kept));
    await seen('all content comes back', () => renameSync(kept, room.content));
    await seen('in content again', () => room.write({ [path]: 'fifth' }));
  }
});

test('a file that stands alone is seen when it changes, when it goes and when it comes', async () => {
  const room = writtenRoom();
  const index = join(room.folder, '.git/index');
  const seen = await follow(room, [index]);
  await seen('its change', () => room.git('rm', '--quiet', '--cached', story));
  await seen('its end', () => rmSync(index));
  await seen('its return', () => room.git('add', '--all'));
});

test('what programs leave beside a file is passed over, and so are packages, and folders that are excepted', () => {
  const isPassed = (path: string) => isPassedOver(`/news/${path}`, ['/news'], ['/news/dist']);
  const left = ['a/.ferry.md.swp', 'a/ferry.md~', 'a/4913', 'a/#ferry.md#', '.git/index', 'a/.DS_Store', 'a/sedXyZ12a'];
  const never = ['node_modules/x/y.ts', 'dist', 'dist/index.html'];
  expect([...left, ...never].filter((path) => !isPassed(path))).toEqual([]);
  expect(['a/ferry.md', 'site.yaml', 'distant.md', 'a/.gitignore', '.gitattributes'].filter(isPassed)).toEqual([]);
  expect(isPassedOver('/home/.ann/news/a.md', ['/home/.ann/news'], [])).toBe(false);
});

test.each([
  ['ENOSPC', 'max_user_watches'],
  ['EMFILE', 'max_user_instances'],
])('where the machine allows no more watches (%s), it is told what to do', (code, setting) => {
  const told = limitText(Object.assign(new Error(code), { code, path: '/news/content' }));
  expect(told).toMatch(
    new RegExp(`^Some folders cannot be watched, among them /news/content: this machine’s limit fs.inotify.${setting}`),
  );
  expect(told).toMatch(new RegExp(`sudo sysctl fs\\.inotify\\.${setting}=\\d+$`));
});
