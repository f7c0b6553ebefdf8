/**
 * A real sshd on a free port of this machine, which lets one key in, for one command; and between it and whoever connects a
 * door that counts bytes and can be shut.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { answers, freePort } from './nginx-server.ts';

/** Debian has it where only root looks. */
const sshd = '/usr/sbin/sshd';

export class SshdServer {
  /** For `GIT_SSH_COMMAND`: knows the host `paper` and the key. */
  readonly command: string;
  /** Bytes since the last connection began, as they passed the door. */
  passed = { there: 0, back: 0 };
  /** After so many bytes towards the server the door is shut once. */
  cutAfter = Number.POSITIVE_INFINITY;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.command = `ssh -F ${join(folder, 'config')}`;
  }

  /** `forced` is what the key may do. */
  static async start(forced: string): Promise<SshdServer> {
    const folder = mkdtempSync(join(tmpdir(), 'sshd-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const server = new SshdServer(folder);
    const [port, door] = [await freePort(), await freePort()];
    server.#writeFiles(forced, port, door);
    if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
    const child = spawn(sshd, ['-D', '-E', join(folder, 'log'), '-f', join(folder, 'sshd_config')], {
      stdio: 'ignore',
    });
    onTestFinished(() => ended(child));
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`sshd did not start: ${server.log()}`);
      await setTimeout(20);
    }
    const open = createServer((socket) => server.#pass(socket, port)).listen(door, '127.0.0.1');
    await once(open, 'listening');
    onTestFinished(() => void open.close());
    return server;
  }

  log(): string {
    return readFileSync(join(this.#folder, 'log'), 'utf8');
  }

  #pass(here: Socket, port: number): void {
    const passed = { there: 0, back: 0 };
    this.passed = passed;
    const there = connect(port, '127.0.0.1');
    const shut = () => {
      here.destroy();
      there.destroy();
    };
    here.on('data', (part) => {
      passed.there += part.length;
      if (passed.there <= this.cutAfter) there.write(part);
      else shut();
    });
    there.on('data', (part) => {
      passed.back += part.length;
      here.write(part);
    });
    for (const socket of [here, there]) socket.on('end', shut).on('error', shut);
  }

  #writeFiles(forced: string, port: number, door: number): void {
    const at = (name: string) => join(this.#folder, name);
    for (const key of ['host', 'ours']) spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(key)]);
    const publicKey = (name: string) => readFileSync(at(`${name}.pub`), 'utf8').trim();
    writeFileSync(at('authorized_keys'), `restrict,command="${forced}" ${publicKey('ours')}\n`);
    writeFileSync(at('known_hosts'), `[127.0.0.1]:${door} ${publicKey('host')}\n`);
    const server = {
      ListenAddress: `127.0.0.1:${port}`,
      HostKey: at('host'),
      PidFile: 'none',
      AuthorizedKeysFile: at('authorized_keys'),
      PasswordAuthentication: 'no',
      StrictModes: 'no',
      UsePAM: 'no',
      PermitRootLogin: 'prohibit-password',
    };
    const client = {
      HostName: '127.0.0.1',
      Port: door,
      User: userInfo().username,
      IdentityFile: at('ours'),
      IdentitiesOnly: 'yes',
      UserKnownHostsFile: at('known_hosts'),
      StrictHostKeyChecking: 'yes',
    };
    const lines = (all: Record<string, string | number>) =>
      Object.entries(all)
        .map(([name, value]) => `${name} ${value}\n`)
        .join('');
    writeFileSync(at('sshd_config'), lines(server));
    writeFileSync(at('config'), `Host paper\n${lines(client)}`);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
