/** `broadsheet pages`: makes the folder that a pages host is given. */
import { WrongUsage } from '../errors.ts';
import type { Host } from '../publish/host-limits.ts';
import { readLiveEdition } from '../publish/live-edition.ts';
import { type ServerSettings, settingsFile, type TargetSettings } from '../publish/settings.ts';
import { originOf } from '../publish/store-form.ts';
import { History } from '../source/history.ts';
import { isIn } from '../source/path-below.ts';
import { askAt } from './ask-site.ts';
import { dueIn, printReport } from './build-report.ts';
import { commitNamed } from './commit-named.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { writeNextDue } from './next-due.ts';
import { nowOption } from './now-option.ts';
import {
  folderOption,
  folderOptions,
  formatOption,
  newsroomFlagHelp,
  problemFlags,
  problemFlagsHelp,
  readFlags,
} from './options.ts';
import { isRefused, type Made, makePages } from './pages.ts';
import { prepareEleventy } from './prepare-eleventy.ts';
import { printProblems } from './print-problems.ts';
import { textsIn } from './problem-texts-in.ts';
import { showProgressHere } from './progress.ts';
import { targetSettings } from './publish-target.ts';
import type { ExitCode } from './run-command.ts';
import { complain, say } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('pages', '--to NAME [flags]')}

Builds the last commit, checks it, and makes the folder that the tool of a pages host uploads: the site,
old addresses and headers as the host reads them (_redirects, _headers), and edition.json. What readers
have is asked of the site: no address of it may end, and no newer commit is replaced. If the commit has
problems, what is due by now is made with the commit that readers have.

${newsroomFlagHelp}
  --to NAME       a target of ${settingsFile} with pages:
  --folder DIR    the folder to make (site)
  --first         there is no edition yet, so none is asked for
  --if-new        make nothing if readers have just this: for a schedule
  --before URL    where the present edition is, if not at the site's address: https://my-paper.pages.dev
  --instead-of C  although commit C, which readers have, is not in the history any more
  --content DIR   the newsroom's content (content)
  --out DIR       the built site (dist)
  --cache DIR     what is remembered between builds and checks (.cache)
  --now ISO       the site as it is at this instant, such as 2015-11-26T09:30, instead of now;
                  in the site's time zone, if it does not say its offset
${problemFlagsHelp}

Examples:
  ${call('pages', '--to live --first')}
  ${call('pages', '--to live --if-new')}`;

const flags = {
  to: { type: 'string' },
  folder: { type: 'string' },
  first: { type: 'boolean' },
  'if-new': { type: 'boolean' },
  before: { type: 'string' },
  'instead-of': { type: 'string' },
  content: { type: 'string' },
  out: { type: 'string' },
  cache: { type: 'string' },
  now: { type: 'string' },
  ...problemFlags,
} as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const format = formatOption(values.format);
  const settings = targetSettings(newsroom, values.to);
  const { host, server } = hostOf(settings);
  const folders = folderOptions(newsroom, values);
  const folder = folderOption(newsroom, values.folder, 'site');
  refuseWithin(folder, folders);
  const { content, cache } = folders;
  const history = new History(content);
  const head = commitNamed('HEAD', history);
  const now = await nowOption(values.now, { content, newsroom: newsroom.root, commit: head });
  const before = addressOption(values.before);
  const ask = async (site: string) => (values.first ? undefined : await readLiveEdition(before ?? site, askAt(now)));
  prepareEleventy();
  const started = performance.now();
  const { progress, end, announce } = showProgressHere();
  const made = await makePages({
    ...{ ...folders, newsroom: newsroom.root, folder, host, server, history, head, ask, now },
    targetName: settings.name,
    ...{ insteadOf: commitOption(values['instead-of']), isOnlyIfNew: values['if-new'], build: { progress, announce } },
  }).finally(end);
  const telling = { content, newsroom: newsroom.root, format, everyOne: values['all-problems'], started };
  for (const each of made) {
    await tellMade(
      each,
      telling,
      () => `${folder} has commit ${short(each)}, ${each.files?.toLocaleString('en')} files. ${uploads[host](folder)}`,
    );
    if (!isRefused(each)) writeNextDue(cache, each.report.nextDue && dueIn(each.report));
  }
  return made.some(isRefused) ? 1 : 0;
}

export const pagesCommand = { help, run };

type Telling = Omit<Parameters<typeof printReport>[1], 'seconds'> & { started: number };

async function tellMade(made: Made, { started, ...telling }: Telling, what: () => string): Promise<void> {
  const { report, problems, files } = made;
  await printReport(report, { ...telling, seconds: (performance.now() - started) / 1000 });
  if (problems.length > 0) printProblems(problems, { ...telling, textsOf: textsIn(telling.newsroom) }, complain);
  const tell = telling.format === 'json' ? complain : say;
  if (isRefused(made)) complain(`Nothing was made of commit ${short(made)}.`);
  else if (files === undefined) tell(`Nothing new: readers have commit ${short(made)} as it is now.`);
  else tell(what());
}

function short({ commit }: Made): string {
  return commit.slice(0, 8);
}

function hostOf({ name, pages, server }: TargetSettings): { host: Host; server: ServerSettings } {
  if (pages !== undefined) return { host: pages, server };
  throw new WrongUsage(`The target “${name}” is no pages host: publish gives it an edition by itself.`);
}

function refuseWithin(folder: string, { content, out, cache }: Record<'content' | 'out' | 'cache', string>): void {
  for (const [flag, other] of Object.entries({ content, out, cache }))
    if (isIn(folder, other) || isIn(other, folder))
      throw new WrongUsage(`--folder is ${folder} and --${flag} is ${other}. Give each a folder of its own.`);
}

function addressOption(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const origin = originOf(value);
  if (origin !== undefined) return origin;
  throw new WrongUsage(`--before takes the address of a site, such as https://my-paper.pages.dev, not “${value}”.`);
}

/** It may be of a history that is not here. */
function commitOption(value: string | undefined): string | undefined {
  if (value === undefined || /^[0-9a-f]{7,64}$/.test(value)) return value;
  throw new WrongUsage(
    `--instead-of takes the id of the commit that readers have, of at least 7 digits, not “${value}”.`,
  );
}

/** How each is given the folder. */
const uploads: Readonly<Record<Host, (folder: string) => string>> = {
  cloudflare: wrangler,
  'cloudflare-paid': wrangler,
  netlify: (folder) => `Now: npx netlify-cli deploy --prod --no-build --dir ${folder}`,
  github: () => 'Now it is for actions/upload-pages-artifact and actions/deploy-pages.',
  gitlab: () => 'Now it is for the artifacts of the job with pages.',
};

function wrangler(folder: string): string {
  return `Now: npx wrangler pages deploy ${folder}`;
}
