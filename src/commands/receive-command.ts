/** `broadsheet receive`: what a publish from another machine talks to. */
import { resolve } from 'node:path';
import { WrongUsage } from '../errors.ts';
import { receive } from '../publish/remote/receive.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { newsroomFlagHelp, readFlags } from './options.ts';
import { forgetRedirects } from './redirects.ts';
import type { ExitCode } from './run-command.ts';

const help = (call: Call) => `Usage: ${call('receive', '[--folder DIR]')}

Takes an edition from a publish on another machine, which starts this through ssh for a target of
publish.yaml that has ssh:. It talks to that on its standard input and output, and is not for people.

${newsroomFlagHelp}
  --folder DIR    the only folder that may be published to

Example: a line of authorized_keys, for a key that may do this and nothing else
  restrict,command="/srv/newsroom/node_modules/.bin/broadsheet receive --folder /srv/my-paper" ssh-ed25519 AAAA…`;

async function run(args: string[], { root }: Newsroom): Promise<ExitCode> {
  const { folder } = readFlags(args, { folder: { type: 'string' } });
  if (process.stdin.isTTY)
    throw new WrongUsage(
      '“receive” is started by a publish on another machine, through ssh. There is nothing here to type.',
    );
  const isDone = await receive({
    input: process.stdin,
    output: process.stdout,
    forget: forgetRedirects,
    folder: folder === undefined ? undefined : resolve(root, folder),
  });
  return isDone ? 0 : 3;
}

export const receiveCommand = { help, run };
