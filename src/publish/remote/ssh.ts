/** A connection through the system’s ssh, which knows hosts, keys and ports by its own files. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Connection } from './remote-target.ts';

/** What is asked for there; a key for which `authorized_keys` names a command gets that instead. It has no words to be quoted. */
const asked = 'broadsheet receive';

/** It asks nobody, and notices within a minute that nobody answers any more. */
const options = ['-T', '-o', 'BatchMode=yes', '-o', 'ServerAliveInterval=15'];

/** Of what it says, the end is shown. */
const mostCharacters = 2000;

type Environment = Readonly<Record<string, string | undefined>>;

/** `host` is `user@host`, or a name of `~/.ssh/config`. `GIT_SSH_COMMAND` may name another ssh, or one with flags, as for git. */
export function connectBySsh(host: string, environment: Environment): Connection {
  const args = [...options, '--', host, asked];
  const named = environment.GIT_SSH_COMMAND;
  const child: ChildProcessWithoutNullStreams = named
    ? spawn('/bin/sh', ['-c', `${named} "$@"`, 'ssh', ...args], { env: environment })
    : spawn('ssh', args, { env: environment });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said = (said + part).slice(-mostCharacters);
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<Ended>((resolve) => {
    child.on('error', ({ message }) => resolve({ code: null, notStarted: message }));
    child.on('close', (code) => resolve({ code }));
  });
  return {
    name: host,
    input: child.stdout,
    output: child.stdin,
    async why({ isNoise }) {
      // It has nothing more to say, but what wrote that may still wait.
      if (isNoise) child.kill();
      return sentence(await ended, { host, isNoise, said: said.replaceAll('\r', '').trim() });
    },
    async end() {
      child.stdout.resume();
      await ended;
    },
  };
}

type Ended = { code: number | null; notStarted?: string };
type Told = { host: string; isNoise: boolean; said: string };

function sentence({ code, notStarted }: Ended, { host, isNoise, said }: Told): string {
  if (notStarted !== undefined)
    return `ssh could not be started (${notStarted}). Install the client of OpenSSH, then publish again.`;
  const words = said === '' ? ' ' : ` It said:\n${said}\n`;
  if (code === 255) return `ssh did not reach ${host}, or was not let in.${words}${adviceFor(said, unreached)}`;
  if (code === 126 || code === 127)
    return `“${asked}” could not be started on ${host}.${words}${adviceFor(said, notThere)}`;
  if (isNoise)
    return `What answered on ${host} is not “${asked}”.${words}See that authorized_keys there has that command for this key, and that the start-up files of the shell there print nothing.`;
  if (code === 0 || code === null) return `The connection to ${host} was lost.${said === '' ? '' : words}`;
  return `What was started on ${host} ended with code ${code}.${words}See that authorized_keys there starts “${asked}”, as README says (“From CI over ssh”).`;
}

type Advice = readonly (readonly [saying: RegExp, fix: string])[];

/** What to do about what ssh says, which it says in English everywhere; the last holds for all else. */
const unreached: Advice = [
  [
    /HOST IDENTIFICATION HAS CHANGED/,
    'Ask whoever keeps that host whether its key is a new one. If it is, put the new line into known_hosts in place of the old one; if not, somebody may stand between you.',
  ],
  [/Host key verification failed/, 'Put the line of that host into known_hosts, as README says (“From CI over ssh”).'],
  [
    /Permission denied/,
    'See that ~/.ssh here has the private key, without a passphrase or with ssh-agent, and that authorized_keys of that user there has its public key.',
  ],
  [/^/, 'Correct the host in publish.yaml, or its address and port in ~/.ssh/config, and see that it answers.'],
];

const notThere: Advice = [
  [
    /env: .*node/,
    'Broadsheet is there, and Node is not where commands by ssh look for it. Write its folder into the line of authorized_keys, as README says (“From CI over ssh”).',
  ],
  [/^/, 'Install Broadsheet there, or correct its place in authorized_keys, as README says (“From CI over ssh”).'],
];

function adviceFor(said: string, all: Advice): string {
  return all.find(([saying]) => saying.test(said))?.[1] ?? '';
}
