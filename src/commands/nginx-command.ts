/** `broadsheet nginx`: how nginx is to serve a target. */
import { dirname, resolve } from 'node:path';
import { WrongUsage } from '../errors.ts';
import { type FolderSettings, nginxText } from '../publish/nginx.ts';
import { settingsFile } from '../publish/settings.ts';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFile } from '../source/replace-file.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { folderOption, newsroomFlagHelp, readFlags } from './options.ts';
import { folderOf, targetSettings } from './publish-target.ts';
import { readSite } from './read-site.ts';
import type { ExitCode } from './run-command.ts';
import { say } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('nginx', '--to NAME [flags]')}

Writes the configuration with which nginx serves the folder of a target: old addresses and withdrawn
stories, headers, caching, packed files, and a page in the reader's language for what is not there.
It is for ${configurationFolder}, and names the folder, so it is made again only if that, the
site's address or its languages change.

${newsroomFlagHelp}
  --to NAME       a target of ${settingsFile}; its server: says where nginx listens (listen:), which
                  certificate it has (tls:), and for which hosts HTTPS is promised (hsts:)
  --content DIR   the newsroom's content (content)
  --out FILE      the file to write; without it the configuration is printed

Example: ${call('nginx', '--to live --out live.conf')}, then as root:
  cp live.conf ${configurationFolder}/ && nginx -t && nginx -s reload`;

const configurationFolder = '/etc/nginx/conf.d';

const flags = { to: { type: 'string' }, content: { type: 'string' }, out: { type: 'string' } } as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const settings = folderOf(targetSettings(newsroom, values.to), 'nginx does not serve');
  const site = readSite(folderOption(newsroom, values.content, 'content'), newsroom.root);
  refuseWhatCannotBe(settings, site.url);
  const text = nginxText(site, settings, newsroom.call('nginx', `--to ${settings.name}`));
  if (values.out === undefined) {
    say(text.trimEnd());
    return 0;
  }
  const file = resolve(newsroom.root, values.out);
  makeFolder(dirname(file));
  replaceFile(file, text);
  const isThere = file.startsWith('/etc/nginx/');
  say(
    `${file} is written. Now, as root: ${isThere ? '' : `cp ${file} ${configurationFolder}/ && `}nginx -t && nginx -s reload`,
  );
  return 0;
}

export const nginxCommand = { help, run };

function refuseWhatCannotBe({ folder, server: { tls } }: FolderSettings, url: string): void {
  const path = [folder, tls?.certificate, tls?.key].find((each) => each?.includes('$'));
  if (path !== undefined)
    throw new WrongUsage(`nginx cannot be told of “${path}”: it takes what follows “$” for a name. Move it elsewhere.`);
  if (tls && url.startsWith('http:'))
    throw new WrongUsage(
      `${settingsFile} has a certificate, and the url of site.yaml begins with http:. Write ${url.replace('http:', 'https:')} there, or take tls: away.`,
    );
}
