/** `broadsheet editions`: what readers had, and have. */
import { inZone } from '../content/times.ts';
import { countChanges } from '../publish/change-list.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { newsroomFlagHelp, readFlags } from './options.ts';
import { openTarget, targetSettings } from './publish-target.ts';
import type { ExitCode } from './run-command.ts';
import { say, sayJson } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('editions', '--to NAME [--json]')}

Lists the editions that readers had, the present one first, and those that one can go back to.

${newsroomFlagHelp}
  --to NAME       a target of publish.yaml
  --json          print the list as JSON`;

const flags = { to: { type: 'string' }, json: { type: 'boolean' } } as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const target = await openTarget(targetSettings(newsroom, values.to), 'a list of editions');
  try {
    await target.load();
    const { ledger } = target;
    const editions = ledger.editions();
    const held = ledger.get('held');
    if (values.json) {
      sayJson({ editions, held: held ?? null });
      return 0;
    }
    if (editions.length === 0) say('Nothing was published there yet.');
    for (const [index, { number, revision, at, how }] of editions.entries()) {
      const { added, changed, removed } = countChanges(ledger.changes(number));
      const when = inZone(at, 'utc').toFormat('yyyy-MM-dd HH:mm:ss');
      const what = how === 'rollback' ? ', a rollback' : '';
      const counts =
        index < editions.length - 1 || number === 1 ? `: ${added} new, ${changed} changed, ${removed} removed` : '';
      say(`${number}${index === 0 ? ' (live)' : ''}  ${when} UTC  commit ${revision.slice(0, 8)}${what}${counts}`);
    }
    if (held !== undefined) say(`Commit ${held.slice(0, 8)} is held: it is not published again until its revert is.`);
    return 0;
  } finally {
    await target.close();
  }
}

export const editionsCommand = { help, run };
