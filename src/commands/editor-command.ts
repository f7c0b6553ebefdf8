/** `broadsheet editor`: the editor for a newsroom on GitHub or GitLab, as a folder for any web server. */
import { dirname, join } from 'node:path';
import { defaultLanguage, textIn } from '../content/names.ts';
import { editorBlocks } from '../desk/editor/blocks.ts';
import type { Backend } from '../desk/editor/configuration.ts';
import { WrongUsage } from '../errors.ts';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFile } from '../source/replace-file.ts';
import { editorFile, editorFileNames, editorPackage, packageFolder } from './admin/editor-files.ts';
import { editorPageElsewhere } from './admin/editor-page.ts';
import { newsroomForms } from './admin/newsroom-forms.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { clock } from './now-option.ts';
import { folderOption, newsroomFlagHelp, readFlags } from './options.ts';
import { readSite } from './read-site.ts';
import type { ExitCode } from './run-command.ts';
import { say } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('editor', '--github OWNER/NAME | --gitlab GROUP/NAME [flags]')}

Writes a folder with the editor of Sveltia CMS for a newsroom whose repository is on GitHub or GitLab:
its page, its files, and the configuration, made of the same forms as that of /admin/ in ${call('start')}.
Any web server can show it, over HTTPS. What is saved there is a pull request, which that host's own
checks and previews look at: the editor asks nobody else. Make it again when sections, languages or
the engine change. The configuration is one that Sveltia CMS takes; whether you may sign in and save
is between you and the host.

${newsroomFlagHelp}
  --github OWNER/NAME
  --gitlab GROUP/NAME
                  the repository
  --branch NAME   the branch that readers get (main)
  --server ADDRESS
                  where people sign in: of GitHub the server of an OAuth application, such as
                  https://auth.paper.example, else with an access token; of GitLab the host (https://gitlab.com)
  --app-id ID     of GitLab: the application by which people sign in, else with an access token
  --content DIR   the newsroom's content (content)
  --out DIR       the folder to write (editor)

Examples:
  ${call('editor', '--github owner/paper --server https://auth.paper.example')}
  ${call('editor', '--gitlab group/paper --app-id 0123abcd --out /var/www/editor')}`;

const flags = {
  github: { type: 'string' },
  gitlab: { type: 'string' },
  branch: { type: 'string' },
  server: { type: 'string' },
  'app-id': { type: 'string' },
  content: { type: 'string' },
  out: { type: 'string' },
} as const;

type Values = Partial<Record<keyof typeof flags, string>>;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const backend = backendOf(values);
  if (packageFolder(editorPackage) === undefined)
    throw new WrongUsage(`The editor is in the package ${editorPackage}. Install it, as the README says.`);
  const content = folderOption(newsroom, values.content, 'content');
  const site = readSite(content, newsroom.root);
  const title = textIn(site.title, defaultLanguage(site), site.languages);
  const configuration = newsroomForms({ backend, content, site, now: clock() * 1000 });
  const out = folderOption(newsroom, values.out, 'editor');
  const write = (name: string, bytes: string | Uint8Array) => {
    makeFolder(dirname(join(out, name)));
    replaceFile(join(out, name), bytes);
  };
  const base = './files/';
  for (const name of editorFileNames()) write(`files/${name}`, editorFile(name, base)?.body ?? '');
  write('index.html', editorPageElsewhere({ title, configuration, blocks: editorBlocks() }, base));
  say(`The editor is in ${out}. Show that folder with a web server, over HTTPS.`);
  return 0;
}

export const editorCommand = { help, run };

/** As https://sveltiacms.app/en/docs/backends says. */
export function backendOf({ github, gitlab, branch = 'main', server, 'app-id': appId }: Values): Backend {
  const repo = github ?? gitlab ?? '';
  if ((github === undefined) === (gitlab === undefined))
    throw new WrongUsage('Name the repository with --github or with --gitlab: --github owner/paper.');
  if (!/^[\w.-]+(\/[\w.-]+)+$/.test(repo) || (github !== undefined && repo.split('/').length !== 2))
    throw new WrongUsage(`A repository is named as in owner/paper, not “${repo}”.`);
  if (server !== undefined && !(URL.canParse(server) && new URL(server).protocol === 'https:'))
    throw new WrongUsage(`--server takes an address such as https://auth.paper.example, not “${server}”.`);
  if (github !== undefined && appId !== undefined) throw new WrongUsage('--app-id is for GitLab alone.');
  const common = { repo, branch, ...(server !== undefined && { base_url: server }) };
  if (github !== undefined)
    return { name: 'github', ...common, ...(server === undefined && { auth_methods: ['token'] }) };
  const api = server === undefined ? {} : { api_root: `${new URL(server).origin}/api/v4` };
  const way = appId === undefined ? { auth_methods: ['token'] } : { auth_type: 'pkce', app_id: appId };
  return { name: 'gitlab', ...common, ...api, ...way };
}
