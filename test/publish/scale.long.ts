/**
 * Publishing from the package, to a folder with a real nginx in front, from a large newsroom: how long a push takes to be
 * live, what a publish touches on the disk, how fast one goes back. `BROADSHEET_STORIES` says how large.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { makePackage } from '../../pack/make-package.ts';
import { Ledger } from '../../src/publish/ledger.ts';
import { nginxText } from '../../src/publish/nginx.ts';
import { readSettings } from '../../src/publish/settings.ts';
import { generateRepository, oneMoreStory } from '../bench/generate.ts';
import { projectRoot } from '../support/newsroom.ts';
import { figure, timeFigure } from './figures.ts';
import { NginxServer } from './nginx-server.ts';

const stories = Number(process.env.BROADSHEET_STORIES ?? 2000);
const size = { articles: stories, bodyBytes: 2000, seed: 1, topics: 300, authors: 200 };
const site = { url: 'https://measured.example', formerly: [], languages: ['en'] };
const rounds = 5;
const git = ['-c', 'user.name=T', '-c', 'user.email=t@t.example'];

/** A bare repository with the hook of README, the clone from which it publishes, and that of an author. */
class Machine {
  readonly folder = mkdtempSync(join(tmpdir(), 'newsroom-scale-'));
  readonly live = join(this.folder, 'live');
  readonly newsroom = join(this.folder, 'newsroom');
  readonly author = join(this.folder, 'author');
  readonly program = join(projectRoot, '.cache/bench/src/cli.js');

  async start(): Promise<void> {
    await makePackage(projectRoot, join(projectRoot, '.cache/bench'));
    const first = join(this.folder, 'first');
    const bare = join(this.folder, 'bare');
    await generateRepository(first, size);
    this.run('git', 'clone', '--quiet', '--bare', first, bare);
    this.run('git', 'clone', '--quiet', bare, this.author);
    this.change({ 'publish.yaml': `targets: [{name: live, folder: ${this.live}}]\n` });
    this.push();
    this.run('git', 'clone', '--quiet', bare, this.newsroom);
    const hook = join(bare, 'hooks/post-receive');
    const publish = [process.execPath, this.program, 'publish', '--to', 'live'].join(' ');
    writeFileSync(hook, `#!/bin/sh\nunset GIT_DIR\ncd ${this.newsroom} && git pull --quiet --ff-only && ${publish}\n`);
    chmodSync(hook, 0o755);
  }

  change(files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.author, path)), { recursive: true });
      writeFileSync(join(this.author, path), text);
    }
    this.run('git', ...git, '-C', this.author, 'add', '--all');
    this.run('git', ...git, '-C', this.author, 'commit', '--quiet', '--message', 'Change');
  }

  push(): string {
    return this.run('git', '-C', this.author, 'push', 'origin', 'main').stderr;
  }

  pull(): void {
    this.run('git', '-C', this.newsroom, 'pull', '--quiet', '--ff-only');
  }

  broadsheet(...args: string[]): { stdout: string; stderr: string } {
    return this.run(process.execPath, this.program, ...args, '--newsroom', this.newsroom);
  }

  run(command: string, ...args: string[]): { stdout: string; stderr: string } {
    const run = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e9 });
    if (run.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${run.stdout}${run.stderr}`);
    return run;
  }

  ledger<T>(ask: (ledger: Ledger) => T): T {
    const ledger = new Ledger(join(this.live, 'target.sqlite'));
    try {
      return ask(ledger);
    } finally {
      ledger.close();
    }
  }
}

const machine = new Machine();

test(`${stories} stories: a push is live in seconds, a publish touches what changed, one goes back at once`, async () => {
  onTestFinished(() => rmSync(machine.folder, { recursive: true, force: true }));
  await machine.start();
  const first = machine.broadsheet('publish', '--to', 'live').stdout;
  const [, files, sent] = /(\d+) new.*sent in ([\d.]+) s/.exec(first) ?? [];
  expect(Number(files)).toBeGreaterThan(stories);
  console.log(first.trim());
  figure(
    'first publish to a folder, its own part',
    'none',
    `${(Number(files) / Number(sent)).toFixed(0)} files a second`,
    true,
  );

  const server = await NginxServer.start((port) => configuration(port));
  const pushes: number[] = [];
  const own: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { path, text } = oneMoreStory(size, round);
    machine.change({ [`content/${path}`]: text });
    const started = performance.now();
    const said = await pushAndWait(server, `/${path.slice('articles/'.length, -'.md'.length)}/`);
    pushes.push((said.at - started) / 1000);
    own.push(Number(/sent in ([\d.]+) s/.exec(said.text)?.[1]));
  }
  timeFigure(`push of one story → nginx serves it, ${stories} stories`, 3, pushes);
  timeFigure('publish’s own part of it', 0.5, own);

  countSteps();
  goBack();
}, 36_000_000);

function configuration(port: number): string {
  const text = `targets:\n  - {name: live, folder: ${machine.live}, server: {listen: "127.0.0.1:${port}"}}\n`;
  const [target] = readSettings(Buffer.from(text), 'publish.yaml').targets;
  if (!target) throw new Error('There is no target');
  return nginxText(site, { ...target, folder: machine.live }, 'broadsheet nginx');
}

async function pushAndWait(server: NginxServer, path: string): Promise<{ at: number; text: string }> {
  const pushing = spawn('git', ['-C', machine.author, 'push', 'origin', 'main'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  pushing.stderr.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  const ended = new Promise((resolve) => pushing.once('close', resolve));
  const host = { host: 'measured.example' };
  while ((await server.ask({ path, headers: host })).status !== 200) {
    if (pushing.exitCode !== null && !/is live/.test(text)) throw new Error(text);
    await pause(5);
  }
  const at = performance.now();
  await ended;
  return { at, text };
}

/** What is written, linked and removed below the target’s folder, as the kernel sees it. */
function stepsOf(...command: string[]): number {
  const log = join(machine.folder, 'strace.log');
  const calls = 'openat,creat,link,linkat,symlink,symlinkat,unlink,unlinkat,rename,renameat,renameat2';
  machine.run('strace', '-f', '-qq', '-y', '-s', '4096', '-o', log, '-e', `trace=${calls}`, ...command);
  const lines = readFileSync(log, 'utf8').split('\n');
  const isStep = (line: string) =>
    !line.includes(' = -1 ') &&
    line.includes(machine.live) &&
    (!/openat\(|creat\(/.test(line) || /O_WRONLY|O_RDWR/.test(line)) &&
    // The ledger, the cache of builds and what was built belong to the build.
    /\/live\/(a|b|kept|current)\b/.test(line);
  return lines.filter(isStep).length;
}

function countSteps(): void {
  const { path, text } = oneMoreStory(size, rounds);
  machine.change({ [`content/${path}`]: text });
  machine.run('git', '-C', machine.author, 'push', '--quiet', join(machine.newsroom, '.git'), 'main:refs/heads/next');
  machine.run('git', '-C', machine.newsroom, 'merge', '--quiet', '--ff-only', 'next');
  const steps = stepsOf(process.execPath, machine.program, 'publish', '--to', 'live', '--newsroom', machine.newsroom);
  const changed = machine.ledger((ledger) => {
    const [last, before] = ledger.editions(2);
    const paths = [last, before].flatMap((edition) => (edition ? ledger.changes(edition.number) : []));
    return paths.map(({ path: each }) => ['', '.gz', '.br'].filter((ending) => isThere(each + ending)).length);
  });
  const sum = changed.reduce((total, each) => total + each, 0);
  const most = 3 * sum + 100;
  figure(
    `files written, linked, removed for one story, ${stories} stories`,
    `≤ ${most} (${sum} changed)`,
    String(steps),
    steps <= most,
  );
  expect(steps).toBeGreaterThan(sum);
  expect(steps).toBeLessThanOrEqual(most);
  // The control: a folder a release, of hard links, as many publishers make it.
  const release = join(machine.live, 'kept-release');
  const tree = join(machine.live, 'a');
  const linked = stepsOf('cp', '-al', tree, release);
  rmSync(release, { recursive: true });
  figure('the control: a folder of links for each release', `more than ${most}`, String(linked), linked > most);
  expect(linked).toBeGreaterThan(most);
}

function isThere(path: string): boolean {
  return existsSync(join(machine.live, 'current', path));
}

function goBack(): void {
  const seconds = (...args: string[]) => {
    const started = performance.now();
    const { stdout } = machine.broadsheet('rollback', ...args, '--to', 'live');
    expect(stdout).toMatch(/is live/);
    return { whole: (performance.now() - started) / 1000, own: Number(/in ([\d.]+) s/.exec(stdout)?.[1]) };
  };
  const last = seconds();
  timeFigure('rollback to the last edition, the command with its start', 0.2, [last.whole]);
  timeFigure('rollback to the last edition, from the lock to readers', 0.2, [last.own]);
  const oldest = machine.ledger((ledger) => ledger.editions().at(-2)?.number);
  timeFigure('rollback to the oldest but one', 2, [seconds(String(oldest)).whole]);
  const theirs = readFileSync(join(machine.live, 'current/edition.json'), 'utf8');
  // Neither a push nor the clock undoes it.
  for (const flags of [[], ['--if-due']])
    spawnSync(process.execPath, [machine.program, 'publish', '--to', 'live', '--newsroom', machine.newsroom, ...flags]);
  const commitOf = (text: string) => JSON.parse(text).commit;
  expect(commitOf(readFileSync(join(machine.live, 'current/edition.json'), 'utf8'))).toBe(commitOf(theirs));
}
