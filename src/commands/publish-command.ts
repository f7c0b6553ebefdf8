/** `broadsheet publish`: carries a commit to readers. */
import { NotSent, TargetBusy } from '../errors.ts';
import type { Ledger } from '../publish/ledger.ts';
import { BesideContent } from '../source/beside-content.ts';
import { History } from '../source/history.ts';
import { commitNamed } from './commit-named.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { writeNextDue } from './next-due.ts';
import { nowArgs, nowOption } from './now-option.ts';
import {
  folderOption,
  formatOption,
  newsroomFlagHelp,
  problemArgs,
  problemFlags,
  problemFlagsHelp,
  readFlags,
} from './options.ts';
import { prepareEleventy } from './prepare-eleventy.ts';
import { showProgressHere } from './progress.ts';
import { type Published, publish } from './publish.ts';
import { tellSent } from './publish-report.ts';
import { hookSettings, openTarget, targetSettings } from './publish-target.ts';
import type { ExitCode } from './run-command.ts';
import { complain } from './terminal.ts';
import { sayTold, withHooks } from './with-hooks.ts';

const help = (call: Call) => `Usage: ${call('publish', '--to NAME [flags]')}

Builds what the last commit changed, checks it, and gives it to readers in one step. What they had
before can be brought back: ${call('rollback', '--to NAME')}

${newsroomFlagHelp}
  --to NAME       a target of publish.yaml
  --content DIR   the newsroom's content (content)
  --dry-run       say what would be sent, and send nothing
  --if-due        end at once unless there is a new commit or something has become due: for a timer
  --instead-of C  publish although commit C, which readers have, is not in the history any more
  --resume        end a hold: publish the commit that was rolled back from, or what follows it
  --now ISO       publish the site as it is at this instant, such as 2015-11-26T09:30, instead of now;
                  in the site's time zone, if it does not say its offset
${problemFlagsHelp}

Examples:
  ${call('publish', '--to live')}
  ${call('publish', '--to live --dry-run')}
  * * * * * cd /srv/newsroom && git pull --quiet && ${call('publish', '--to live --if-due')}   (in a crontab)`;

const flags = {
  to: { type: 'string' },
  content: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'if-due': { type: 'boolean' },
  'instead-of': { type: 'string' },
  resume: { type: 'boolean' },
  now: { type: 'string' },
  ...problemFlags,
} as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const format = formatOption(values.format);
  const settings = targetSettings(newsroom, values.to);
  const content = folderOption(newsroom, values.content, 'content');
  const history = new History(content);
  const head = commitNamed('HEAD', history);
  const insteadOf = values['instead-of'] === undefined ? undefined : commitNamed(values['instead-of'], history);
  const now = await nowOption(values.now, { content, newsroom: newsroom.root, commit: head });
  const isOnlyIfDue = values['if-due'];
  const isDry = values['dry-run'];
  const target = await openTarget(settings, `publishing ${head.slice(0, 8)}`).catch((error: unknown) => {
    if (isOnlyIfDue && error instanceof TargetBusy) return undefined;
    throw error;
  });
  if (!target) return 0;
  const started = performance.now();
  const { progress, end, announce } = showProgressHere();
  const work = async () => {
    const published = await publish(target, {
      ...{
        targetName: settings.name,
        content,
        newsroom: newsroom.root,
        now,
        grace: settings.grace * 60,
      },
      ...{ history, head, insteadOf, isOnlyIfDue, isDry, isResumed: values.resume, build: { progress, announce } },
    }).finally(end);
    if (!isDry) noteDue(target.ledger, folderOption(newsroom, undefined, '.cache'));
    const telling = { content, newsroom: newsroom.root, format, everyOne: values['all-problems'], started };
    await tellPublished(published, { ...telling, live: target.ledger.editions(1)[0], isDry });
    return published;
  };
  const atTarget = async () => {
    prepareEleventy();
    const { done, told } = await withHooks(target, isDry ? undefined : hookSettings(settings, newsroom), work);
    return { published: done, areTold: sayTold(told, target.ledger) };
  };
  const { published, areTold } = await atTarget().finally(() => target.close());
  const code = areTold && published.held === undefined && published.broken === undefined ? 0 : 1;
  const passedOn = [...(isDry ? ['--dry-run'] : []), ...problemArgs(values), ...nowArgs(values.now, now)];
  const command = ['publish', '--to', settings.name, '--if-due', ...passedOn];
  return endElsewhere(published, { code, isDry }, async (commit) => {
    const { runFromCheckout } = await import('./run-from-checkout.ts');
    const isContentNamed = values.content !== undefined;
    return runFromCheckout({ commit, command, isContentNamed }, newsroom, new BesideContent(history, newsroom.root));
  });
}

export const publishCommand = { help, run };

/** For whoever decides, without the target, whether to publish. */
function noteDue(ledger: Ledger, cache: string): void {
  const due = ledger.get('due');
  writeNextDue(cache, due === undefined ? undefined : new Date(Number(due) * 1000).toISOString());
}

async function tellPublished(
  { sent, held, broken, elsewhere }: Published,
  telling: Parameters<typeof tellSent>[1],
): Promise<void> {
  const instead = sent.find(({ revision, edition }) => edition && revision !== broken?.revision);
  for (const each of sent)
    await tellSent(each, { ...telling, live: instead && each !== instead ? null : telling.live });
  if (broken && instead) complain(publicAllTheSame(instead.revision, broken));
  if (held !== undefined && elsewhere === undefined) complain(holds(held, telling.live?.revision ?? ''));
}

/** What is due is published from a checkout, which says itself what is held; then what kept the commit from being built goes on up. */
async function endElsewhere(
  { broken, elsewhere }: Published,
  { code, isDry }: { code: ExitCode; isDry?: boolean },
  run: (commit: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  let worst = code;
  try {
    if (elsewhere !== undefined) {
      const there = await run(elsewhere);
      worst = there > code ? there : code;
      if (broken && !isDry) complain(there === 0 ? publicAllTheSame(elsewhere, broken) : notPublic(elsewhere));
    }
  } catch (error) {
    if (broken?.failure === undefined) throw error;
    complain(error instanceof Error ? error.message : String(error));
  }
  if (broken?.failure !== undefined) throw broken.failure;
  return worst;
}

type Broken = NonNullable<Published['broken']>;

function publicAllTheSame(commit: string, { revision, failure }: Broken): string {
  const said = `What was due is public all the same, with commit ${short(commit)}.`;
  if (failure instanceof NotSent) return said;
  const why = failure === undefined ? 'mend the problems above' : 'it cannot be built, as is told below';
  return `${said} Commit ${short(revision)} is not: ${why}.`;
}

function notPublic(commit: string): string {
  return `Commit ${short(commit)}, which readers have, could not be published again. What was due is not public.`;
}

function holds(held: string, theirs: string): string {
  return `Commit ${short(held)} was rolled back from, and is held: readers keep commit ${short(theirs)}. Take back what was wrong with “git revert” and publish that, or end the hold with --resume.`;
}

function short(commit: string): string {
  return commit.slice(0, 8);
}
