/** What an import tells at its end: the table on the terminal, each single thing in the files of `import/`. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../content/names.ts';
import type { KeptDetails } from '../../import/kept-details.ts';
import { missingLanguageLines } from '../../import/missing-languages.ts';
import { Report, tableOf } from '../../import/report.ts';
import type { Problem } from '../../problem.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { replaceFileInParts } from '../../source/replace-file.ts';
import { terminalColumns } from '../fit-width.ts';
import { problemsAsText } from '../print-problems.ts';
import { complain, say } from '../terminal.ts';
import type { Work } from './convert-stories.ts';
import { type ToTell, tellAll } from './report-rows.ts';
import { type OldAddress, writeAddresses } from './verify-addresses.ts';

/** `words`: the languages that there are words for. */
type Told = ToTell & { others: readonly Problem[]; words: readonly Language[]; root: string; isDryRun: boolean };

/** Returns how often each shortcode was met of which nothing is known. */
export async function tellImport(told: Told): Promise<{ shortcodes: ReadonlyMap<string, number> }> {
  const { root, isDryRun, others, work } = told;
  let table: string[] = [];
  const tell = (write: (line: string) => void) => {
    const report = new Report(write);
    tellAll(report, told);
    table = tableOf(report.rows(), terminalColumns() ?? 160);
  };
  if (isDryRun) tell(() => undefined);
  else {
    makeFolder(join(root, 'import'));
    await replaceFileInParts(join(root, 'import/report.tsv'), async (beside) => inParts(beside, tell));
    writeAddresses(root, fatesOf(work));
  }
  for (const line of [...table, ...missingLanguageLines(work, told.words)]) say(line);
  if (!isDryRun) say('Each of them is a line of import/report.tsv; old addresses are in import/addresses.tsv.');
  if (others.length > 0) complain(`The newsroom has other problems:\n\n${problemsAsText(others)}`);
  return { shortcodes: shortcodesIn(told.details) };
}

const linesAtOnce = 5000;

function inParts(file: string, tell: (write: (line: string) => void) => void): void {
  let lines: string[] = [];
  const flush = () => {
    appendFileSync(file, lines.join(''));
    lines = [];
  };
  tell((line) => {
    if (lines.push(`${line}\n`) >= linesAtOnce) flush();
  });
  flush();
}

function* fatesOf({ addresses, out, places }: Work): Generator<OldAddress> {
  for (const { holder, ...fate } of addresses.fates) {
    const placed = holder === undefined ? undefined : places.placed.get(holder);
    const waits = holder !== undefined && (out.has(holder) || placed?.isPublic === false);
    yield { ...fate, waits, due: placed?.date?.at };
  }
}

function shortcodesIn(details: KeptDetails): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, { losses }] of details.each())
    for (const { kind, detail } of losses) {
      const name = /^(?:\{\{[<%]|\{%-?|\{\{-?|\[)\s*\/?\s*((?:include(?:_cached|_relative)?\s+)?[\w./-]+)/.exec(
        detail,
      )?.[1];
      if (kind === 'shortcode' && name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return counts;
}
