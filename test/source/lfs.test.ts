/** Pictures that are kept in Git LFS: read through `git lfs`, of which a small one of our own stands here. The real one: `lfs.long.ts`. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { buildHere } from '../support/cli.ts';
import { articleText, type Newsroom, newsroom, projectRoot, treeOf } from '../support/newsroom.ts';
import { jpegWith } from '../support/pictures.ts';

const own = 'articles/2015/11/26/a';

function pointerTo(bytes: Uint8Array): string {
  const oid = createHash('sha256').update(bytes).digest('hex');
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${bytes.length}\n`;
}

const pictures = ['one', 'two', 'three'].map((name) => ({ path: `${own}/${name}.jpg`, bytes: jpegWith(name) }));

/** A committed newsroom whose pictures are pointers. */
function roomWithPointers(): Newsroom {
  const body = pictures.map(({ path }) => `![A sea](${path.slice(path.indexOf('/a/') + 1)})`).join('\n\n');
  const files = { [`${own}.md`]: articleText({}, body) };
  const pointers = pictures.map(({ path, bytes }) => [path, pointerTo(bytes)]);
  return newsroom({ files: { ...files, ...Object.fromEntries(pointers) } }).commit();
}

/** A folder with a `git-lfs` that has these files, says the paths that it is asked for, and stops where it has none. */
function programWith(room: Newsroom, files: readonly Uint8Array[]): { bin: string; calls(): string[] } {
  const bin = join(room.folder, 'dist-bin');
  mkdirSync(join(bin, 'objects'), { recursive: true });
  for (const bytes of files)
    writeFileSync(join(bin, 'objects', createHash('sha256').update(bytes).digest('hex')), bytes);
  const log = join(bin, 'log');
  const packets = JSON.stringify(join(projectRoot, 'src/source/packets.ts'));
  writeFileSync(
    join(bin, 'filter.mjs'),
    `import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { packet, Packets } from ${packets};
const asked = new Packets(readFileSync(0));
if (String(asked.list()) !== 'git-filter-client\\nversion=2\\n') process.exit(1);
if (String(asked.list()) !== 'capability=clean\\ncapability=smudge\\n') process.exit(1);
const say = (...parts) => process.stdout.write(Buffer.concat(parts));
say(packet('git-filter-server\\n'), packet('version=2\\n'), packet(), packet('capability=smudge\\n'), packet());
const paths = [];
for (let head = asked.list(); head; head = asked.list()) {
  paths.push(/pathname=(.*)/.exec(String(head))[1]);
  const file = ${JSON.stringify(join(bin, 'objects'))} + '/' + /sha256:(\\w+)/.exec(String(asked.list()))[1];
  if (!existsSync(file)) {
    console.error('Error downloading object: [404] Object does not exist on the server');
    console.error('Errors logged to a file.');
    process.exitCode = 2;
    break;
  }
  const bytes = readFileSync(file);
  const half = Math.floor(bytes.length / 2);
  say(packet('status=success\\n'), packet(), packet(bytes.subarray(0, half)), packet(bytes.subarray(half)), packet(), packet());
}
appendFileSync(${JSON.stringify(log)}, paths.join(' ') + '\\n');
`,
  );
  writeFileSync(
    join(bin, 'fetch.mjs'),
    `import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
const [remote, tree] = process.argv.slice(2);
const git = (...args) => String(execFileSync('git', args));
const blobs = git('ls-tree', '-r', tree).trim().split('\\n').map((line) => line.split(/\\s/)[2]);
const oids = blobs.map((blob) => /sha256:(\\w+)/.exec(git('cat-file', 'blob', blob))[1]);
appendFileSync(${JSON.stringify(log)}, ['fetch', remote, ...oids].join(' ') + '\\n');
`,
  );
  const run = (name: string) =>
    `[ "$1" = ${name} ] && shift && exec "${process.execPath}" "${bin}/${name.split('-')[0]}.mjs" "$@"\n`;
  writeFileSync(join(bin, 'git-lfs'), `#!/bin/sh\n${run('filter-process')}${run('fetch')}`);
  chmodSync(join(bin, 'git-lfs'), 0o755);
  return { bin, calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) };
}

const onPath = (bin: string) => vi.stubEnv('PATH', `${bin}${delimiter}${process.env.PATH}`);

/** Only git, and nothing beside it. */
function withoutLfs(room: Newsroom): void {
  const bin = join(room.folder, 'dist-only-git');
  mkdirSync(bin);
  const git = (process.env.PATH ?? '').split(delimiter).map((each) => join(each, 'git'));
  symlinkSync(git.find((each) => existsSync(each)) ?? '', join(bin, 'git'));
  vi.stubEnv('PATH', bin);
}

const shown = (room: Newsroom) => [...treeOf(room.out).keys()].filter((path) => path.endsWith('.jpeg'));

test('pictures in Git LFS are read in one call for all, and have the names of their pointers', async () => {
  const room = roomWithPointers();
  const program = programWith(
    room,
    pictures.map(({ bytes }) => bytes),
  );
  onPath(program.bin);
  await room.rendered({ commit: 'HEAD' });
  const paths = pictures.map(({ path }) => path).sort();
  expect(program.calls().map((call) => call.split(' ').sort())).toEqual([paths, paths]);
  expect(shown(room)).toHaveLength(3);
  const site = treeOf(room.out);
  for (const [path, text] of site) if (path.startsWith('assets/')) expect(text).toMatch(/8\.\w+ of \xff\xd8/);
  room.write({ [`${own}.md`]: articleText({ title: 'Another' }, 'No picture.') }).commit();
  await room.rendered({ commit: 'HEAD' });
  expect(shown(room)).toEqual([]);
  await room.rendered({ commit: 'HEAD~' });
  expect(treeOf(room.out)).toEqual(site);
  room.out += '-of-the-working-tree';
  room.git('checkout', '--quiet', 'HEAD~');
  await room.rendered({ cache: undefined });
  expect(treeOf(room.out)).toEqual(site);
});

const oidOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('what is not here is fetched before, all in one go, and nothing that is here', async () => {
  const room = roomWithPointers();
  room.git('config', 'remote.origin.url', 'file:///no/where');
  const program = programWith(
    room,
    pictures.map(({ bytes }) => bytes),
  );
  onPath(program.bin);
  const [here, ...missing] = pictures.map(({ bytes }) => oidOf(bytes)) as [string, string, string];
  const objects = join(room.folder, '.git/lfs/objects');
  const write = (oid: string) => {
    const folder = join(objects, oid.slice(0, 2), oid.slice(2, 4));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, oid), '');
  };
  write(here);
  await room.rendered({ commit: 'HEAD' });
  const fetches = program.calls().filter((call) => call.startsWith('fetch'));
  expect(fetches.map((call) => call.split(' ').toSorted())).toEqual([
    [...missing, 'fetch', 'origin'].sort(),
    [...missing, 'fetch', 'origin'].sort(),
  ]);
  for (const oid of missing) write(oid);
  await room.rendered({ commit: 'HEAD', cache: undefined, out: `${room.out}-again` });
  expect(program.calls().filter((call) => call.startsWith('fetch'))).toEqual(fetches);
});

test('without git lfs the build stops with exit code 3, and says how to have it', async () => {
  const room = roomWithPointers();
  withoutLfs(room);
  const { code, stderr } = await buildHere(room);
  expect(stderr).toBe(
    `${own}/one.jpg is kept in Git LFS, and git lfs is not installed here. Install it (https://git-lfs.com, or “apt-get install git-lfs”), then build again; the site is unchanged.\n`,
  );
  expect([code, treeOf(room.out).size]).toEqual([3, 0]);
});

test('an object that cannot be had stops the build with exit code 3, and names the file', async () => {
  const room = roomWithPointers();
  onPath(
    programWith(
      room,
      pictures.slice(0, 1).map(({ bytes }) => bytes),
    ).bin,
  );
  const { code, stderr } = await buildHere(room);
  expect(stderr).toMatch(
    /^articles\/2015\/11\/26\/a\/three\.jpg is kept in Git LFS, and its object [0-9a-f]{12} is neither here nor could it be fetched \(git lfs says: Object does not exist on the server\)\. Run “git lfs fetch --all” .*; the site is unchanged\.\n$/,
  );
  expect([code, treeOf(room.out).size]).toEqual([3, 0]);
});

test('what git lfs answers is held against the pointer', async () => {
  const room = roomWithPointers();
  const { bin } = programWith(
    room,
    pictures.map(({ bytes }) => bytes),
  );
  const [one] = pictures as [(typeof pictures)[number]];
  writeFileSync(join(bin, 'objects', createHash('sha256').update(one.bytes).digest('hex')), jpegWith('another'));
  onPath(bin);
  const { code, stderr } = await buildHere(room);
  expect(stderr).toContain(`${one.path} is kept in Git LFS`);
  expect(code).toBe(3);
});

test('a pointer in a folder without a repository stops the build with exit code 3', async () => {
  const room = newsroom({ git: false, files: { [`${own}.md`]: articleText() } });
  room.write({ [`${own}/one.jpg`]: pointerTo(jpegWith('one')) });
  const { code, stderr } = await buildHere(room);
  expect(stderr).toContain('only its pointer is here, in no git repository. Build a clone of the repository');
  expect(code).toBe(3);
});

test('half a pointer is no picture, which its author is told', async () => {
  const room = newsroom({ git: false, files: { [`${own}.md`]: articleText() } });
  room.write({ [`${own}/one.jpg`]: pointerTo(jpegWith('one')).slice(0, 60) });
  expect((await room.build()).problems.map(({ code }) => code)).toEqual(['picture/not-a-picture']);
});
