/** The real git lfs, for what our own stands for in `npm test`. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runProcess } from '../support/cli.ts';
import { articleText, newsroom, treeOf } from '../support/newsroom.ts';
import { jpegWith } from '../support/pictures.ts';

const own = 'articles/2015/11/26/a';
const pictures = ['one', 'two', 'three'].map((name) => ({ path: `${own}/${name}.jpg`, bytes: jpegWith(name) }));

test('in the work tree, in a clone without objects, and where one is missing', async () => {
  const body = pictures.map(({ path }) => `![A sea](${path.slice(path.indexOf('/a/') + 1)})`).join('\n\n');
  const room = newsroom({ files: { [`${own}.md`]: articleText({}, body) } });
  const git = async (folder: string, ...args: string[]) => {
    const run = await runProcess('git', ['-C', folder, ...args], { env: { GIT_LFS_SKIP_SMUDGE: '1' } });
    expect([args, run.code, run.stderr]).toEqual([args, 0, expect.anything()]);
  };
  room.git('lfs', 'install', '--local');
  writeFileSync(join(room.folder, '.gitattributes'), '*.jpg filter=lfs diff=lfs merge=lfs -text\n');
  room.write(Object.fromEntries(pictures.map(({ path, bytes }) => [path, bytes])));
  await room.rendered();
  const uncommitted = treeOf(room.out);
  room.commit();
  await room.rendered();
  expect(room.git('cat-file', '-p', `HEAD:content/${own}/one.jpg`)).toMatch(/^version https:\/\/git-lfs/);
  expect(treeOf(room.out)).toEqual(uncommitted);
  const origin = join(room.folder, 'dist-origin.git');
  await git(room.folder, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  await git(origin, 'config', 'uploadpack.allowFilter', 'true');
  room.git('push', '--quiet', `file://${origin}`, 'HEAD:main');
  const clone = join(room.folder, 'dist-clone');
  await git(room.folder, 'clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${origin}`, clone);
  const elsewhere = { commit: 'HEAD', content: join(clone, 'content'), cache: undefined };
  await room.rendered({ ...elsewhere, out: join(room.folder, 'dist-of-clone') });
  expect(treeOf(join(room.folder, 'dist-of-clone'))).toEqual(uncommitted);
  rmSync(join(clone, '.git/lfs'), { recursive: true });
  rmSync(join(origin, 'lfs'), { recursive: true });
  await expect(room.build({ ...elsewhere, out: join(room.folder, 'dist-none') })).rejects.toThrow(
    /one\.jpg is kept in Git LFS, and its object [0-9a-f]{12} is neither here nor could it be fetched \(git lfs says: remote missing object/,
  );
});

/** A server of Git LFS that has what lies in a folder, and writes down of how many objects each request is. */
const server = `import { createServer } from 'node:http';
import { appendFileSync, readFileSync } from 'node:fs';
const [folder] = process.argv.slice(1);
const server = createServer((request, response) => {
  if (request.method === 'GET') return response.end(readFileSync(folder + request.url));
  let asked = '';
  request.on('data', (data) => (asked += data)).on('end', () => {
    const { objects } = JSON.parse(asked);
    appendFileSync(folder + '/log', objects.length + '\\n');
    const at = (oid) => ({ download: { href: 'http://127.0.0.1:' + server.address().port + '/' + oid } });
    response.setHeader('content-type', 'application/vnd.git-lfs+json');
    response.end(JSON.stringify({ objects: objects.map(({ oid, size }) => ({ oid, size, actions: at(oid) })) }));
  });
}).listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

test('what is not here is fetched in one request', async () => {
  const body = pictures.map(({ path }) => `![A sea](${path.slice(path.indexOf('/a/') + 1)})`).join('\n\n');
  const room = newsroom({ files: { [`${own}.md`]: articleText({}, body) } });
  const store = join(room.folder, 'dist-store');
  mkdirSync(store);
  for (const { path, bytes } of pictures) {
    const oid = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(join(store, oid), bytes);
    room.write({ [path]: `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${bytes.length}\n` });
  }
  const child = spawn(process.execPath, ['--input-type=module', '--eval', server, store]);
  onTestFinished(() => void child.kill());
  const [port] = await once(child.stdout, 'data');
  room.git('config', 'remote.origin.url', `http://127.0.0.1:${String(port).trim()}/paper`);
  room.git('config', 'lfs.url', `http://127.0.0.1:${String(port).trim()}`);
  await room.commit().rendered({ commit: 'HEAD' });
  expect(readFileSync(join(store, 'log'), 'utf8')).toBe('3\n');
  expect([...treeOf(room.out).keys()].filter((path) => path.endsWith('.jpeg'))).toHaveLength(3);
});
