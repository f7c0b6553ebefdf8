/** `broadsheet systemd`: the units that publish what is due, and reload nginx, on a server of one's own. */
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { settingsFile } from '../publish/settings.ts';
import { systemdUnits } from '../publish/systemd.ts';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFile } from '../source/replace-file.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { newsroomFlagHelp, readFlags } from './options.ts';
import { folderOf, targetSettings } from './publish-target.ts';
import type { ExitCode } from './run-command.ts';
import { say } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('systemd', '--to NAME [flags]')}

Writes units of systemd for a target that is a folder: a timer that publishes each minute if something is
due, and a path that reloads nginx when there are other old addresses. They name this newsroom's folder
and the user who starts the command, so start it where, and as whom, you publish.

${newsroomFlagHelp}
  --to NAME       a target of ${settingsFile}
  --out DIR       the folder to write them to; without it they are printed

Example: ${call('systemd', '--to live --out units')}, then as root:
  cp units/* /etc/systemd/system/ && systemctl daemon-reload
  systemctl enable --now broadsheet-publish-live.timer broadsheet-nginx-live.path`;

const flags = { to: { type: 'string' }, out: { type: 'string' } } as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const { name, folder } = folderOf(targetSettings(newsroom, values.to), 'has no clock on this machine');
  const command = newsroom.call('publish', `--to ${name} --if-due`);
  const units = systemdUnits({ name, folder, newsroom: newsroom.root, user: userInfo().username, command });
  if (values.out === undefined) {
    for (const [file, text] of Object.entries(units)) say(`# ${file}\n${text}`);
    return 0;
  }
  const out = resolve(newsroom.root, values.out);
  makeFolder(out);
  for (const [file, text] of Object.entries(units)) replaceFile(join(out, file), text);
  const starting = Object.keys(units).filter((file) => !file.endsWith('.service'));
  say(
    `${out} has ${Object.keys(units).length} units. Now, as root: cp ${out}/* /etc/systemd/system/ && systemctl daemon-reload && systemctl enable --now ${starting.join(' ')}`,
  );
  return 0;
}

export const systemdCommand = { help, run };
