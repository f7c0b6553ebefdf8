/** What is refused at either end of a connection, and what is said when there is none. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test, vi } from 'vitest';
import { engineVersion } from '../../src/engine-files.ts';
import { MachineryError, SystemError, TargetBusy } from '../../src/errors.ts';
import { openFolderTarget } from '../../src/publish/folder-target.ts';
import { forms } from '../../src/publish/remote/messages.ts';
import { receive } from '../../src/publish/remote/receive.ts';
import { openRemoteTarget } from '../../src/publish/remote/remote-target.ts';
import { connectBySsh } from '../../src/publish/remote/ssh.ts';
import { type Said, Wire } from '../../src/publish/remote/wire.ts';
import { readSettings } from '../../src/publish/settings.ts';
import { cli, runHere } from '../support/cli.ts';
import { onFailingDisk } from '../support/failing-disk.ts';
import { articleText, treeOf } from '../support/newsroom.ts';
import { LiveRoom } from './live-room.ts';
import { SshRoom } from './ssh-room.ts';

const hello = { is: 'hello', version: engineVersion(), forms, who: 'somebody' };
const hash = 'a'.repeat(64);

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'receive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Says something to `receive`, and returns what it answered, the first message at the end. */
async function say(folder: string, ...all: { said: Said; body?: string }[]): Promise<string[]> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const served = receive({ input, output, folder });
  const wire = new Wire(output, input);
  await wire.send({ ...hello, folder });
  for (const { said, body } of all) await wire.send(said, body).catch(() => undefined);
  wire.end();
  const heard: string[] = [];
  for (let message = await wire.receive(); message; message = await wire.receive()) {
    heard.unshift(message.is === 'failed' ? String(message.text) : message.is);
    if (message.bytes > 0) await wire.json(message).catch(() => undefined);
  }
  await served;
  return heard;
}

const work = (path: string, more: object = {}) => ({
  said: { is: 'send' },
  body: JSON.stringify({
    edition: { name: 'x', revision: 'y', at: 1, how: 'publish' },
    notes: { state: [], leaving: [], answer: [], hook: [] },
    stages: [[{ path, after: { hash, isGone: false } }]],
    ...more,
  }),
});

test.each([
  '../outside',
  'a/../../outside',
  '/etc/outside',
  'a//b',
  './a',
  '',
  'a\u0000b',
  'a\\..\\b',
  '.edition',
  'a/.tmp/b',
])('the path “%s” is refused before anything is written', async (path) => {
  const folder = join(temporary(), 'live');
  const [told] = await say(folder, work(path), { said: { is: 'file', hash }, body: 'x' });
  expect(told).toMatch(/^What was sent is refused.*\(stages\.0\.0\.path\)/);
  const notes = { state: [], leaving: [[path, 1]], answer: [], hook: [] };
  expect((await say(folder, { said: { is: 'save' }, body: JSON.stringify(notes) }))[0]).toMatch(/\(leaving\.0\.0\)/);
  expect(readdirSync(join(folder, '..'))).toEqual(['live']);
  expect(existsSync(join(folder, 'current'))).toBe(false);
});

test('a hash that is none, what the target alone knows, and what was not asked for are refused', async () => {
  const folder = temporary();
  const bad = work('a.html', { stages: [[{ path: 'a.html', after: { hash: '../../x', isGone: false } }]] });
  expect((await say(folder, bad))[0]).toMatch(/\(stages\.0\.0\.after\.hash\)/);
  const notes = { state: [['tree', 'a']], leaving: [], answer: [], hook: [] };
  expect((await say(folder, { said: { is: 'save' }, body: JSON.stringify(notes) }))[0]).toMatch(/\(state\.0\.0\)/);
  expect((await say(folder, { said: { is: 'remove' } }))[0]).toMatch(/“remove” is not what was to be said/);
});

test('bytes of another hash are never put before readers, and an honest publish follows', async () => {
  const room = new SshRoom({ 'articles/2015/11/26/a.md': articleText({ title: 'Alpha' }) });
  room.commit();
  await room.publish();
  const before = [...treeOf(join(room.folder, 'current'))];
  const [told, ...others] = await say(room.folder, work('index.html'), { said: { is: 'file', hash }, body: 'planted' });
  expect([told, others]).toEqual([
    expect.stringMatching(/is something else\. Readers have what they had/),
    ['wanted', 'greeting'],
  ]);
  expect([...treeOf(join(room.folder, 'current'))]).toEqual(before);
  room.commit({ 'articles/2015/11/26/a.md': articleText({ title: 'Aleph' }) });
  await room.publish();
  expect(room.live('index.html')).toContain('Aleph');
  expect(readdirSync(room.folder)).not.toContain('incoming');
});

test('a disk that is full there is told of here, and the next publish ends it', async () => {
  const room = new SshRoom({ 'articles/2015/11/26/a.md': articleText({ title: 'Alpha' }) });
  room.commit();
  const at = (path: string) => path.startsWith(join(room.folder, 'a/'));
  const told = await onFailingDisk({ code: 'ENOSPC', of: ['writeFileSync'], at }, () =>
    room.publish().catch((error: unknown) => error),
  );
  expect(told).toBeInstanceOf(SystemError);
  expect((told as Error).message).toMatch(/^On deploy@paper\.example: .*the disk is full\. Make room/);
  expect(room.live('index.html')).toBeUndefined();
  await room.publish();
  expect(room.live('index.html')).toContain('Alpha');
});

test('another version is told of at either end, and neither writes', async () => {
  const folder = join(temporary(), 'live');
  const [input, output] = [new PassThrough(), new PassThrough()];
  const served = receive({ input, output });
  const wire = new Wire(output, input);
  await wire.send({ ...hello, version: '0.0.1', folder });
  expect(await wire.receive()).toMatchObject({ is: 'greeting', version: engineVersion(), forms });
  expect([await wire.receive(), await served, existsSync(folder)]).toEqual([undefined, true, false]);

  const lines = { input: new PassThrough(), output: new PassThrough() };
  const other = new Wire(lines.output, lines.input);
  const opening = openRemoteTarget(
    { ...lines, name: 'paper.example', why: async () => '', end: async () => {} },
    folder,
    'x',
  );
  expect(await other.receive()).toMatchObject({ is: 'hello', who: 'x', folder });
  await other.send({ is: 'greeting', version: '0.0.1', forms: '0' });
  await expect(opening).rejects.toThrow(
    /paper\.example has Broadsheet 0\.0\.1, and this is .* Nothing was sent\. Run “git pull && npm ci”/,
  );
});

test('whoever is not heard of any more gives up the lock, and who is at work is named', async () => {
  const folder = temporary();
  const [input, output] = [new PassThrough(), new PassThrough()];
  const served = receive({ input, output, patience: 200 });
  const wire = new Wire(output, input);
  await wire.send({ ...hello, folder });
  expect(await wire.receive()).toMatchObject({ is: 'greeting' });
  await expect(openFolderTarget(folder, 'x')).rejects.toThrow(/at work there: somebody\./);
  expect(await served).toBe(false);
  await (await openFolderTarget(folder, 'x')).close();
});

test('a failure there is told here, with what is safe', async () => {
  const room = new SshRoom({});
  room.commit();
  room.allowed = '/srv/other';
  await expect(room.open()).rejects.toThrow(/On deploy@paper\.example: .*for the folder \/srv\/other alone/);
  room.allowed = undefined;
  writeFileSync(room.folder, 'a file in its place');
  await expect(room.open()).rejects.toThrow(SystemError);
  await expect(room.open()).rejects.toThrow(/On deploy@paper\.example: .*cache-live could not be written to/);
  rmSync(room.folder);
  const here = await room.open();
  await expect(room.open()).rejects.toThrow(TargetBusy);
  await here.close();
});

test.each([
  [
    'echo "Permission denied (publickey)." >&2; exit 255',
    /ssh did not reach deploy@paper\.example[\s\S]*Permission denied[\s\S]*has its public key\. Nothing was sent\./,
  ],
  ['echo "Host key verification failed." >&2; exit 255', /Put the line of that host into known_hosts/],
  [
    'echo "WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!" >&2; echo "Host key verification failed." >&2; exit 255',
    /Ask whoever keeps that host.* in place of the old one/,
  ],
  [
    'echo "ssh: connect to host paper.example port 22: Connection refused" >&2; exit 255',
    /address and port in ~\/\.ssh/,
  ],
  ['echo "/usr/bin/env: ‘node’: No such file or directory" >&2; exit 127', /Write its folder into the line/],
  [
    'echo "sh: broadsheet: not found" >&2; exit 127',
    /“broadsheet receive” could not be started on deploy@paper\.example[\s\S]*README/,
  ],
  ['echo Welcome to the paper; cat', /What answered on deploy@paper\.example is not “broadsheet receive”/],
  ['exit 0', /The connection to deploy@paper\.example was lost\. Nothing was sent\./],
  ['echo Oh no >&2; exit 9', /ended with code 9\. It said:\nOh no\nSee that authorized_keys there starts/],
])('ssh that does “%s” is told of in a sentence', async (script, sentence) => {
  const connection = connectBySsh('deploy@paper.example', {
    PATH: process.env.PATH,
    GIT_SSH_COMMAND: `sh -c '${script}'`,
  });
  const refused = await openRemoteTarget(connection, '/srv/paper', 'x').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(MachineryError);
  expect((refused as Error).message).toMatch(sentence);
});

test('without ssh it is said what to install', async () => {
  const opening = openRemoteTarget(connectBySsh('paper.example', { PATH: '/nowhere' }), '/srv/paper', 'x');
  await expect(opening).rejects.toThrow(/ssh could not be started .*Install the client of OpenSSH.*Nothing was sent/);
});

test('commands reach a target by ssh: what is asked there has no words of publish.yaml', async () => {
  const room = new LiveRoom({ 'articles/2015/11/26/a.md': articleText() });
  room.commit();
  await room.publish();
  const [script, asked] = ['ssh.sh', 'asked.txt'].map((name) => join(room.room.folder, name));
  writeFileSync(
    script ?? '',
    `echo "$@" > ${asked}\nexec ${process.execPath} ${cli} receive --folder ${room.folder}\n`,
  );
  writeFileSync(
    join(room.room.folder, 'publish.yaml'),
    `targets: [{name: live, folder: ${room.folder}, ssh: deploy@paper.example}]\n`,
  );
  vi.stubEnv('GIT_SSH_COMMAND', `sh ${script}`);
  const { code, stdout, stderr } = await runHere(['editions', '--newsroom', room.room.folder, '--to', 'live']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^1 \(live\) .* commit [0-9a-f]{8}: \d+ new/);
  expect(readFileSync(asked ?? '', 'utf8')).toMatch(
    /^-T -o BatchMode=yes .*-- deploy@paper\.example broadsheet receive\n$/,
  );
});

test.each([
  ['-oProxyCommand=x', 'deploy@harbour-post.example'],
  ['ssh://deploy@paper.example:2222/srv', 'deploy@paper.example'],
  ['paper.example:/srv', 'paper.example'],
  ['paper.example; reboot', 'deploy@harbour-post.example'],
])('ssh: %s is a Problem', (ssh, right) => {
  const { problems } = readSettings(
    Buffer.from(`targets: [{name: live, folder: /srv/a, ssh: "${ssh}"}]\n`),
    'publish.yaml',
  );
  expect(problems).toMatchObject([{ code: 'publish/bad-ssh', fix: expect.stringContaining(right) }]);
});

test('ssh: is for a folder', () => {
  const { problems } = readSettings(Buffer.from('targets: [{name: live, ssh: paper.example}]\n'), 'publish.yaml');
  expect(problems.map(({ code }) => code)).toEqual(['publish/where']);
  const good = ['deploy@paper.example', 'paper', 'paper.example', '10.0.0.1', 'fe80::1'];
  for (const ssh of good)
    expect(
      readSettings(Buffer.from(`targets: [{name: live, folder: /srv/a, ssh: "${ssh}"}]\n`), 'publish.yaml').problems,
    ).toEqual([]);
});
