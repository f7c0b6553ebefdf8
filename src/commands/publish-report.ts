/** What a publish says of one commit. */
import { countChanges } from '../publish/change-list.ts';
import type { Edition } from '../publish/ledger.ts';
import { printReport } from './build-report.ts';
import { printProblems } from './print-problems.ts';
import { textsIn } from './problem-texts-in.ts';
import { isRefused, type Sent } from './publish-commit.ts';
import { complain, say } from './terminal.ts';

type Telling = Omit<Parameters<typeof printReport>[1], 'seconds'> & {
  started: number;
  /** Null if it is told of later. */
  live?: Edition | null;
  isDry?: boolean;
};

/** `started` is an instant of the clock that only goes forward, in milliseconds; `live` what readers have now. */
export async function tellSent(sent: Sent, { live, isDry, started, ...telling }: Telling): Promise<void> {
  const { problems, report, edition, changes, revision } = sent;
  const seconds = (performance.now() - started) / 1000;
  await printReport(report, { ...telling, seconds });
  const { format, everyOne, newsroom } = telling;
  if (problems.length > 0) printProblems(problems, { format, everyOne, textsOf: textsIn(newsroom) }, complain);
  const commit = revision.slice(0, 8);
  if (isRefused(sent)) {
    complain(`Commit ${commit} was not published.${live === null ? '' : ` ${theirs(live)}`}`);
    return;
  }
  const { added, changed, removed } = countChanges(changes);
  const what = `${added} new, ${changed} changed, ${removed} removed`;
  const tell = format === 'json' ? complain : say;
  if (isDry) {
    for (const { path, before, after } of changes) tell(`${!after ? 'remove' : before ? 'change' : 'add'} ${path}`);
    tell(`Nothing was sent. Publishing commit ${commit} would send: ${what}.`);
  } else if (edition)
    tell(`Edition ${edition.number} is live: commit ${commit}, ${what}, in ${seconds.toFixed(2)} s${parts(sent)}.`);
  else tell(`Nothing new: readers have edition ${live?.number ?? 0}, commit ${commit}.`);
}

function theirs(live: Edition | undefined): string {
  return live === undefined ? 'Readers have nothing yet.' : `Readers still have edition ${live.number}.`;
}

/** `: built in 0.52 s, checked in 0.71 s, sent in 0.20 s` */
function parts({ seconds: { built, checked, sent } }: Sent): string {
  const each = { built, checked: checked - built, sent: sent - checked };
  return `: ${Object.entries(each)
    .map(([what, seconds]) => `${what} in ${seconds.toFixed(2)} s`)
    .join(', ')}`;
}
