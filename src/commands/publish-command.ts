/** `broadsheet publish`: carries a commit to readers. */

import { engineRoot } from '../engine-files.ts';
import { NotSent, TargetBusy, WrongUsage } from '../errors.ts';
import { isFault } from '../problem.ts';
import { countChanges } from '../publish/change-list.ts';
import type { Ledger } from '../publish/ledger.ts';
import type { Target } from '../publish/target.ts';
import { History } from '../source/history.ts';
import { printReport } from './build-report.ts';
import type { Call, Newsroom } from './newsroom.ts';
import {
  folderOption,
  formatOption,
  newsroomFlagHelp,
  nowOption,
  problemFlags,
  problemFlagsHelp,
  readFlags,
} from './options.ts';
import { showProgress } from './progress.ts';
import { type PublishOptions, publishCommit, type Sent } from './publish.ts';
import { openTarget, targetSettings } from './publish-target.ts';
import type { ExitCode } from './run-command.ts';
import { complain, say } from './terminal.ts';

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
  --now ISO       publish the site as it is at this instant instead of now
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
  const head = history.commit('HEAD');
  if (head === undefined) throw new WrongUsage(`${content} is in no git repository that has a commit. Commit first.`);
  const now = nowOption(values.now);
  const target = await openTarget(settings, `publishing ${head.slice(0, 8)}`).catch((error: unknown) => {
    if (values['if-due'] && error instanceof TargetBusy) return undefined;
    throw error;
  });
  if (!target) return 0;
  process.chdir(engineRoot); // Eleventy takes the working folder for its project
  process.env.ELEVENTY_SKIP_ESM_RESOLVER = 'true';
  const { progress, end } = showProgress(process.stderr, () => performance.now() / 1000);
  const announce = (sentence: string) => {
    end();
    complain(sentence);
  };
  const options: PublishOptions = {
    ...{ content, newsroom: newsroom.root, now, grace: settings.grace * 60, isDry: values['dry-run'] },
    ...{ progress, announce },
  };
  const telling = { content, newsroom: newsroom.root, format, everyOne: values['all-problems'] };
  try {
    if (values.resume) target.ledger.set('held', undefined);
    const choice = choose(target.ledger, history, { head, insteadOf: history.commit(values['instead-of'] ?? '') });
    if (values['if-due'] && isNothingToDo(target.ledger, choice, now)) return 0;
    if (choice.told !== undefined) complain(choice.told);
    const started = performance.now();
    const sent = await publishCommit(choice.revision, target, options).finally(end);
    await tell(sent, { ...telling, target, started, isDry: options.isDry });
    const isRefused = sent.problems.some(isFault);
    if (!isRefused) return choice.told === undefined ? 0 : 1;
    target.ledger.set('refused', choice.revision);
    await publishWhatIsDue(target, { options, telling, refused: choice.revision });
    return 1;
  } finally {
    end();
    target.close();
  }
}

export const publishCommand = { help, run };

/** What to publish: the last commit, or, under a hold, the one that readers have; `told` says why. */
type Choice = { revision: string; told?: string };

function choose(ledger: Ledger, history: History, of: { head: string; insteadOf: string | undefined }): Choice {
  const { head, insteadOf } = of;
  const [last] = ledger.editions(1);
  if (!last) return { revision: head };
  const held = ledger.get('held');
  if (held !== undefined) {
    const taken = new Set(history.reverts(last.revision, head));
    const suspects = [held, ...history.between(last.revision, held)];
    if (!suspects.some((commit) => taken.has(commit)))
      return {
        revision: last.revision,
        told: `Commit ${held.slice(0, 8)} was rolled back from, and is held: readers keep commit ${last.revision.slice(0, 8)}. Revert what was wrong with “git revert” and publish that, or end the hold with --resume.`,
      };
    ledger.set('held', undefined);
  }
  const isLater = history.isAncestor(last.revision, head) || insteadOf === last.revision;
  if (isLater) return { revision: head };
  if (history.isAncestor(head, last.revision))
    throw new NotSent(
      `Readers have commit ${last.revision.slice(0, 8)}, which is newer than ${head.slice(0, 8)}. Nothing was sent. To go back, use rollback.`,
    );
  throw new NotSent(
    `Readers have commit ${last.revision.slice(0, 8)}, which is not in the history of ${head.slice(0, 8)}. Nothing was sent. Fetch all of the history and publish again; if it was rewritten on purpose, add --instead-of ${last.revision.slice(0, 8)}.`,
  );
}

function isNothingToDo(ledger: Ledger, { revision }: Choice, now: number): boolean {
  const [last] = ledger.editions(1);
  const isKnown = last?.revision === revision || ledger.get('refused') === revision;
  return isKnown && !isDue(ledger, now) && ledger.waiting().length === 0;
}

function isDue(ledger: Ledger, now: number): boolean {
  const due = ledger.get('due');
  return due !== undefined && Number(due) <= now;
}

type Telling = { content: string; newsroom: string; format: ReturnType<typeof formatOption>; everyOne?: boolean };

/** A mistake in the last commit does not keep back what was promised for now: the commit that readers have is built again. */
async function publishWhatIsDue(
  target: Target,
  { options, telling, refused }: { options: PublishOptions; telling: Telling; refused: string },
): Promise<void> {
  const [last] = target.ledger.editions(1);
  if (!last || options.isDry) return;
  if (last.revision === refused || !isDue(target.ledger, options.now)) return;
  const started = performance.now();
  const sent = await publishCommit(last.revision, target, options);
  target.ledger.set('refused', refused);
  await tell(sent, { ...telling, target, started });
  if (sent.edition)
    complain(
      `What was due is public all the same, with commit ${last.revision.slice(0, 8)}. Commit ${refused.slice(0, 8)} is not: mend the problems above.`,
    );
}

async function tell(
  { problems, report, edition, changes, revision }: Sent,
  { target, started, isDry, ...telling }: Telling & { target: Target; started: number; isDry?: boolean },
): Promise<void> {
  const seconds = (performance.now() - started) / 1000;
  await printReport({ ...report, problems }, { ...telling, seconds });
  if (problems.some(isFault)) return;
  const { added, changed, removed } = countChanges(changes);
  const what = `${added} new, ${changed} changed, ${removed} removed`;
  if (isDry) {
    for (const { path, before, after } of changes) say(`${!after ? 'remove' : before ? 'change' : 'add'} ${path}`);
    say(`Nothing was sent. Publishing commit ${revision.slice(0, 8)} would send ${what}.`);
  } else if (edition)
    say(`Edition ${edition.number} is live: commit ${revision.slice(0, 8)}, ${what}, in ${seconds.toFixed(2)} s.`);
  else {
    const [last] = target.ledger.editions(1);
    say(`Nothing new: readers have edition ${last?.number ?? 0}, commit ${revision.slice(0, 8)}.`);
  }
}
