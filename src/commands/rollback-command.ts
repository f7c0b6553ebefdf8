/** `broadsheet rollback`: gives readers an edition that they had before, and holds it. */
import { BesideContent } from '../source/beside-content.ts';
import { History } from '../source/history.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { nowArgs, nowOption } from './now-option.ts';
import { folderOption, formatOption, newsroomFlagHelp, readFlags } from './options.ts';
import { prepareEleventy } from './prepare-eleventy.ts';
import type { tellSent } from './publish-report.ts';
import { hookSettings, openTarget, targetSettings } from './publish-target.ts';
import { type RolledBack, rollback } from './rollback.ts';
import type { ExitCode } from './run-command.ts';
import { complain, say } from './terminal.ts';
import { sayTold, withHooks } from './with-hooks.ts';

const help = (call: Call) => `Usage: ${call('rollback', '[EDITION] --to NAME [flags]')}

Gives readers the last edition of the commit before, or the one of that number: ${call('editions', '--to NAME')}
lists them. It holds: the commit that was rolled back from is not published again until its revert
is, or until ${call('publish', '--to NAME --resume')}. What was withdrawn since stays withdrawn.

${newsroomFlagHelp}
  --to NAME       a target of publish.yaml
  --content DIR   the newsroom's content (content)
  --now ISO       what is withdrawn and what has expired at this instant instead of now; in the site's
                  time zone, if it does not say its offset

Example: ${call('rollback', '--to live')}`;

const flags = { to: { type: 'string' }, content: { type: 'string' }, now: { type: 'string' } } as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const at = args.findIndex((arg, index) => /^\d+$/.test(arg) && !args[index - 1]?.startsWith('--'));
  const values = readFlags(at === -1 ? args : args.toSpliced(at, 1), flags);
  const settings = targetSettings(newsroom, values.to);
  const content = folderOption(newsroom, values.content, 'content');
  const now = await nowOption(values.now, { content, newsroom: newsroom.root });
  const started = performance.now();
  const target = await openTarget(settings, 'a rollback');
  const number = at === -1 ? undefined : Number(args[at]);
  const history = new History(content);
  const given = {
    ...{ targetName: settings.name, content, history, newsroom: newsroom.root },
    ...{ now, grace: settings.grace * 60 },
  };
  const atTarget = async () => {
    prepareEleventy();
    const { done, told } = await withHooks(target, hookSettings(settings, newsroom), async () => {
      const result = await rollback(target, number, given);
      if (!('elsewhere' in result))
        await tellRolledBack(result, { content, newsroom: newsroom.root, format: formatOption(undefined), started });
      return result;
    });
    return { done, areTold: sayTold(told, target.ledger) };
  };
  const { done, areTold } = await atTarget().finally(() => target.close());
  if (!('elsewhere' in done)) return areTold && !done.refused ? 0 : 1;
  const command = ['rollback', String(done.wanted.number), '--to', settings.name, ...nowArgs(values.now, now)];
  const { runFromCheckout } = await import('./run-from-checkout.ts');
  return runFromCheckout(
    { commit: done.elsewhere, command, isContentNamed: values.content !== undefined },
    newsroom,
    new BesideContent(history, newsroom.root),
  );
}

export const rollbackCommand = { help, run };

async function tellRolledBack(
  { wanted, live, held, refused }: RolledBack,
  telling: Parameters<typeof tellSent>[1],
): Promise<void> {
  if (refused) {
    const { tellSent } = await import('./publish-report.ts');
    await tellSent(refused, { ...telling, live });
    complain(
      'It was to be built with what was withdrawn since, and cannot be. Take back what is wrong with “git revert”, and publish that.',
    );
    return;
  }
  const commit = wanted.revision.slice(0, 8);
  const seconds = ((performance.now() - telling.started) / 1000).toFixed(2);
  say(
    `Edition ${live.number} is live: commit ${commit}, as in edition ${wanted.number}, in ${seconds} s. Commit ${held.slice(0, 8)} is held.`,
  );
}
