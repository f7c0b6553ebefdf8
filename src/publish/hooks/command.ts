/** `run:` a command of the newsroom’s own, which reads the URLs. */
import { spawn } from 'node:child_process';
import { type Hook, HookFailed, type News, type Surroundings } from './hook.ts';

/** Readers have what they are to have; but the next publish waits for it. */
const longestSeconds = 120;
/** Of what it says, the end is shown. */
const mostCharacters = 2000;

export function commandHook(command: string): Hook {
  return {
    name: `run ${command}`,
    tell: (news, surroundings) => run(command, news, surroundings),
  };
}

async function run(command: string, news: News, surroundings: Surroundings): Promise<void> {
  const { newsroom, target, environment, commandSeconds = longestSeconds } = surroundings;
  const { edition, urls, isEverything } = news;
  const child = spawn('/bin/sh', ['-c', command], {
    cwd: newsroom,
    env: {
      ...environment,
      BROADSHEET_EDITION: String(edition.number),
      BROADSHEET_COMMIT: edition.revision,
      BROADSHEET_TARGET: target,
    },
    // A group of its own, so that what it has started ends with it.
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      said = (said + part).slice(-mostCharacters);
    });
  // A command need not read what it is told.
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${(isEverything ? ['everything'] : urls).join('\n')}\n`);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    endGroup(child.pid);
  }, commandSeconds * 1000);
  const how = await new Promise<string | undefined>((resolve) => {
    child.on('error', ({ message }) => resolve(`could not be started: ${message}`));
    child.on('close', (code, signal) => {
      if (isLate) resolve(`had not ended after ${commandSeconds} s, and was stopped`);
      else if (code !== 0) resolve(code === null ? `was ended by ${signal}` : `ended with code ${code}`);
      else resolve(undefined);
    });
  });
  clearTimeout(timer);
  if (how === undefined) return;
  const told = said.trim();
  throw new HookFailed(`The command ${how}${told === '' ? ' and said nothing.' : `. It said:\n${told}\n`}`);
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
