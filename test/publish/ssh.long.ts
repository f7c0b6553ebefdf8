/**
 * Publishing as CI does, through a real sshd and a key that may do this alone: each time from a sparse clone without texts and
 * nothing else. What a story takes is printed.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commitFiles, generateRepository, oneMoreStory, type Size } from '../bench/generate.ts';
import { cli, type Run, runProcess } from '../support/cli.ts';
import { SshdServer } from './sshd-server.ts';

const articles = Number(process.env.BROADSHEET_STORIES ?? 300);
const size: Size = { articles, bodyBytes: 8000, seed: 1, topics: 300, authors: 200 };
const now = '2015-12-02';

test(`one story of ${articles} from an empty runner, a race, a lost connection and a way back`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ssh-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [repository, live] = [join(folder, 'newsroom'), join(folder, 'live')];
  await generateRepository(repository, size);
  await git(repository, 'config', 'uploadpack.allowFilter', 'true');
  await git(repository, 'read-tree', '--reset', 'main');
  writeFileSync(join(repository, 'package.json'), JSON.stringify({ dependencies: { broadsheet: '*' } }));
  await git(repository, 'add', 'package.json');
  await git(
    repository,
    '-c',
    'user.name=T',
    '-c',
    'user.email=t@t.example',
    'commit',
    '--quiet',
    '--message',
    'Engine',
  );
  const server = await SshdServer.start(`${process.execPath} ${cli} receive --folder ${live}`);
  let runners = 0;

  const empty = async (): Promise<string> => {
    const runner = join(folder, `runner-${++runners}`);
    await git(folder, 'clone', '--quiet', '--filter=blob:none', '--sparse', `file://${repository}`, runner);
    writeFileSync(join(runner, 'publish.yaml'), `targets: [{name: live, folder: ${live}, ssh: paper}]\n`);
    return runner;
  };
  const run = (runner: string, ...args: string[]): Promise<Run> =>
    runProcess(process.execPath, [cli, ...args, '--newsroom', runner, '--to', 'live'], {
      env: { GIT_SSH_COMMAND: server.command },
    });
  const publish = async (what: string, runner: string, ...more: string[]) => {
    const started = performance.now();
    const ran = await run(runner, 'publish', '--now', now, ...more);
    const { there, back } = server.passed;
    console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(2)} s, ${there} bytes there, ${back} back`);
    return ran;
  };
  const liveCommit = (): string => JSON.parse(readFileSync(join(live, 'current/edition.json'), 'utf8')).commit;
  const head = () => git(repository, 'rev-parse', 'main');

  const first = await publish('first', await empty());
  expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/Edition 1 is live/) });

  await commitFiles(repository, [oneMoreStory(size, 1)]);
  expect(await publish('one story', await empty())).toMatchObject({ code: 0 });
  expect(liveCommit()).toBe(await head());
  expect(server.passed.there).toBeLessThan(20e6);

  const again = await empty();
  expect(await publish('nothing due', again, '--if-due')).toMatchObject({ code: 0, stdout: '', stderr: '' });
  expect(server.passed.there + server.passed.back).toBeLessThan(20_000);

  await commitFiles(repository, [oneMoreStory(size, 2)]);
  server.cutAfter = 20_000;
  const before = liveCommit();
  const cut = await publish('cut', await empty());
  expect(cut).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/(was lost|did not reach)[\s\S]*Readers have what they had/),
  });
  expect(liveCommit()).toBe(before);
  server.cutAfter = Number.POSITIVE_INFINITY;

  const [one, other] = [await empty(), await empty()];
  const ends = await Promise.all([publish('one of two', one), publish('other of two', other)]);
  expect(ends.map(({ code }) => code).sort()).toEqual([0, 1]);
  expect(ends.find(({ code }) => code === 1)?.stderr).toMatch(/at work there: publishing [0-9a-f]{8}, process \d+ on/);
  expect(liveCommit()).toBe(await head());

  const back = await run(again, 'rollback');
  expect(back).toMatchObject({ code: 0, stdout: expect.stringMatching(/as in edition 2/) });
  expect(liveCommit()).toBe(before);
  expect((await run(again, 'editions')).stdout).toMatch(/^4 \(live\).*a rollback/);
  expect(existsSync(join(live, 'incoming'))).toBe(false);
}, 3_600_000);

async function git(folder: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runProcess('git', ['-C', folder, ...args]);
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}
