/** What `npm start` serves is for this machine alone: it may hold stories that are not published. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleText, newsroom, projectRoot } from '../support/newsroom.ts';

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5000 });
    const end = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false));
  });
}

test('it answers on this machine’s own address and on no other', async () => {
  const room = newsroom({ git: false, files: { 'articles/2015/11/26/a.md': articleText() } });
  const folders = ['--content', room.content, '--out', room.out, '--cache', room.cache];
  const child = spawn(process.execPath, [join(projectRoot, 'src/cli.js'), 'start', '--port', '18431', ...folders], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let said = '';
    for await (const text of child.stdout.setEncoding('utf8')) {
      said += text;
      if (said.includes('The site is at')) break;
    }
    const port = Number(/localhost:(\d+)/.exec(said)?.[1]);
    expect(await canConnect('localhost', port)).toBe(true);
    // Every address of 127.0.0.0/8 reaches a server that listens everywhere.
    expect(await canConnect('127.0.0.2', port)).toBe(false);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});
