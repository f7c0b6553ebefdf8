/** A real nginx on a free port of this machine, of a configuration that a test brings, for as long as the test. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export type Asked = { method?: string; path: string; headers?: Record<string, string> };
export type Answered = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Debian has it where only root looks. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };

export class NginxServer {
  readonly port: number;
  readonly #folder: string;
  readonly #child;

  private constructor(folder: string, port: number, text: string) {
    this.#folder = folder;
    this.port = port;
    this.#child = nginxCommand(folder, text);
  }

  /** `text` is what stands in `http`; it listens to the port that it is given. */
  static async start(text: (port: number) => string): Promise<NginxServer> {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const server = new NginxServer(folder, port, text(port));
    onTestFinished(() => server.#end());
    while (!(await answers(port))) {
      if (server.#child.exitCode !== null) throw new Error(`nginx did not start: ${server.#log()}`);
      await setTimeout(5);
    }
    return server;
  }

  /** Answers as a reader gets them: the path as it stands in the request, and nothing followed or unpacked. */
  ask({ method = 'GET', path, headers = {} }: Asked): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const host = { host: 'courier.example', ...headers };
      const asked = request({ port: this.port, method, path, headers: host, agent: false }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      });
      asked.on('error', reject);
      asked.end();
    });
  }

  /** It has read its lists of old addresses again once this resolves: who knew the old ones has ended. */
  async reload(): Promise<void> {
    const before = this.#workers();
    this.#child.kill('SIGHUP');
    while (this.#workers().some((worker) => before.includes(worker))) await setTimeout(5);
  }

  #workers(): string[] {
    const { pid } = this.#child;
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  }

  #log(): string {
    return readFileSync(join(this.#folder, 'error.log'), 'utf8');
  }

  async #end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }
}

/** One that the caller ends, of what stands in `http`; all that it writes is in the folder. */
export function nginxCommand(folder: string, text: string): ChildProcess {
  writeMain(folder, text);
  return spawn('nginx', argumentsFor(folder), { env, stdio: 'ignore' });
}

/** What `nginx -t` says of a configuration; nothing, if nothing is wrong with it. */
export function nginxFaults(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  try {
    writeMain(folder, text);
    const { stderr, stdout } = spawnSync('nginx', ['-t', '-q', ...argumentsFor(folder)], { env, encoding: 'utf8' });
    return `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function argumentsFor(folder: string): string[] {
  return ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')];
}

/** Everything that it writes is in the folder, so that it needs no rights that the test has not. */
function writeMain(folder: string, text: string): void {
  const bodies = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (each) => `${each}_temp_path ${folder}/${each};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  writeFileSync(join(folder, 'site.conf'), text);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${user}daemon off;\npid ${folder}/pid;\nevents {}\nhttp {\naccess_log off;\ngzip on;\n${bodies.join('\n')}\ninclude ${folder}/site.conf;\n}\n`,
  );
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}

export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });
}
