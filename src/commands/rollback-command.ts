/** `broadsheet rollback`: gives readers an edition that they had before, and holds it. */

import { join } from 'node:path';
import { engineRoot } from '../engine-files.ts';
import { NotSent, WrongUsage } from '../errors.ts';
import { isFault } from '../problem.ts';
import { editionFile, inOrderOfSending } from '../publish/change-list.ts';
import type { Edition } from '../publish/ledger.ts';
import { editionText, OwnFiles } from '../publish/own-files.ts';
import type { Target } from '../publish/target.ts';
import { bringsBack, changesBackTo } from '../publish/way-back.ts';
import { namesIn } from './file-names.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { folderOption, newsroomFlagHelp, nowOption, readFlags } from './options.ts';
import { problemsAsText } from './print-problems.ts';
import { publishCommit } from './publish.ts';
import { openTarget, targetSettings } from './publish-target.ts';
import type { ExitCode } from './run-command.ts';
import { complain, say } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('rollback', '[EDITION] --to NAME [flags]')}

Gives readers the edition before the present one, or the one of that number: ${call('editions', '--to NAME')}
lists them. It holds: the commit that was rolled back from is not published again until its revert
is, or until ${call('publish', '--to NAME --resume')}. What was withdrawn since stays withdrawn.

${newsroomFlagHelp}
  --to NAME       a target of publish.yaml
  --content DIR   the newsroom's content (content)

Example: ${call('rollback', '--to live')}`;

const flags = { to: { type: 'string' }, content: { type: 'string' }, now: { type: 'string' } } as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const isNumbered = /^\d+$/.test(args[0] ?? '');
  const values = readFlags(isNumbered ? args.slice(1) : args, flags);
  const settings = targetSettings(newsroom, values.to);
  const target = await openTarget(settings, 'a rollback');
  try {
    const started = performance.now();
    const [present, ...before] = target.ledger.editions();
    if (!present) throw new NotSent('Nothing was ever published there, so there is nothing to go back to.');
    const wanted = isNumbered ? before.find(({ number }) => number === Number(args[0])) : before[0];
    if (!wanted) throw new WrongUsage(noSuchEdition(args[0], present, before));
    const content = folderOption(newsroom, values.content, 'content');
    const now = nowOption(values.now);
    const { ledger } = target;
    const heldBefore = ledger.get('held');
    ledger.set('held', heldBefore ?? present.revision);
    const changes = changesBackTo(wanted, ledger);
    if (bringsBack(changes, ledger)) {
      process.chdir(engineRoot); // Eleventy takes the working folder for its project
      process.env.ELEVENTY_SKIP_ESM_RESOLVER = 'true';
      const options = { content, newsroom: newsroom.root, now, grace: settings.grace * 60, isBack: true };
      const sent = await publishCommit(wanted.revision, target, options);
      const faults = sent.problems.filter(isFault);
      if (faults.length > 0) {
        ledger.set('held', heldBefore);
        const name = namesIn(content, newsroom.root);
        complain(problemsAsText(faults.map((problem) => ({ ...problem, file: name(problem.file) }))));
        throw new NotSent(
          `Commit ${short(wanted)} cannot be built with what was withdrawn since. Readers still have edition ${present.number}. Revert what is wrong with “git revert”, and publish.`,
        );
      }
    } else await sendBack(wanted, target, { changes, now });
    const [live] = ledger.editions(1);
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    say(
      `Edition ${live?.number} is live: commit ${short(wanted)}, as in edition ${wanted.number}, in ${seconds} s. Commit ${(ledger.get('held') ?? '').slice(0, 8)} is held.`,
    );
    return 0;
  } finally {
    target.close();
  }
}

export const rollbackCommand = { help, run };

/** The same bytes as then. What has become due since is published by the next `publish --if-due`. */
async function sendBack(
  { name, revision }: Edition,
  target: Target,
  { changes, now }: { changes: ReturnType<typeof changesBackTo>; now: number },
): Promise<void> {
  const { ledger } = target;
  const own = new OwnFiles(join(target.cache, 'own'));
  const after = own.put(editionFile, editionText({ edition: name, commit: revision, published: now }));
  const others = changes.filter(({ path }) => path !== editionFile);
  const all = [...others, { path: editionFile, before: ledger.served(editionFile), after }];
  const at = Math.max(now, (ledger.editions(1)[0]?.at ?? 0) + 1);
  await target.send({
    edition: { name, revision, at, how: 'rollback' },
    changes: inOrderOfSending(all, (path) => path.endsWith('index.html')),
    fileOf: ({ path, after: wanted }) => own.fileOf(path) ?? target.kept(wanted?.hash ?? ''),
  });
  for (const { path, after: wanted } of others) if (wanted) ledger.stay(path);
  ledger.set('due', String(now));
  own.remove();
}

function noSuchEdition(asked: string | undefined, present: Edition, before: readonly Edition[]): string {
  const numbers = before.map(({ number }) => number).join(', ');
  if (before.length === 0) return 'There is no edition before the present one.';
  if (Number(asked) === present.number) return `Edition ${asked} is what readers have. Before it were: ${numbers}.`;
  return `There is no edition ${asked} to go back to. There are: ${numbers}.`;
}

function short({ revision }: Edition): string {
  return revision.slice(0, 8);
}
