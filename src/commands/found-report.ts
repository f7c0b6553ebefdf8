/** What was found of a name, as people and programs read it. */
import { type NameReport, reportFile } from '../desk/name-report.ts';
import type { AddressWithName, NameFound } from '../find/find-name.ts';
import { type Kept, keptElsewhere } from '../find/kept.ts';
import type { FileWithName, Place } from '../find/newsroom-files.ts';
import { replaceFile } from '../source/replace-file.ts';
import type { ExitCode } from './run-command.ts';
import { say, sayJson } from './terminal.ts';

/** Whether what was looked at is the site that the files of the newsroom make. */
export type SiteSearched = 'current' | 'older' | 'part' | 'none';

/** Lines of ids, and what is out of reach. */
type Left = { ids: readonly string[]; elsewhere: readonly Kept[] };

type Told = {
  names: readonly string[];
  isJson: boolean;
  /** Where a report is to be written, and the day that stands in it. */
  report: string | undefined;
  day: string;
  site: SiteSearched;
  isGit: boolean;
  build: string;
};

/** Returns 0 if nothing is left but what is kept. */
export function printFound(all: NameFound, told: Told): ExitCode {
  const found = { ...all, files: all.files.filter(isToChange) };
  const ids = keptIds(all.files);
  const kept = { ids, elsewhere: keptElsewhere({ ids, isGit: told.isGit }) };
  const isLeft = found.files.length + found.addresses.length > 0 || told.site !== 'current';
  if (told.report !== undefined) {
    replaceFile(told.report, reportFile(nameReport(found, kept, told), told.report));
    say(headline(found, told));
    say(`Written: ${told.report}`);
  } else if (told.isJson) sayJson(asJson(found, kept, told));
  else for (const line of linesOf(found, kept, told)) say(line);
  return isLeft ? 1 : 0;
}

function nameReport(found: NameFound, kept: Left, told: Told): NameReport {
  const state = stateOf(told);
  return {
    names: told.names,
    lead: [`Looked for on ${told.day}.`, headline(found, told), ...(state === undefined ? [] : [state])],
    places: found.files.flatMap((file) =>
      changed(file).map(({ kind, line, column, form, around }) => ({
        ...{ kind, form, around },
        file: file.name,
        place: line === undefined ? file.name : `${file.name}:${line}:${column}`,
      })),
    ),
    rename: renamesOf(found.files),
    addresses: found.addresses.map(({ address, where, from }) => ({
      ...{ address, where },
      from: from.map(({ name }) => name),
    })),
    byHand: found.unread,
    kept: [
      ...(found.keptIn.length > 0 ? [`In ids alone, at ${found.keptIn.join(', ')}.`] : []),
      ...kept.elsewhere.map(({ what, toDo }) => `${what} ${toDo}`),
      'This report, which has the name in it. Delete it when nothing else is left.',
    ],
  };
}

function isToChange({ places, isInName }: FileWithName): boolean {
  return isInName || places.some(({ isKept }) => !isKept);
}

function keptIds(files: readonly FileWithName[]): string[] {
  return files.flatMap(({ name, places }) =>
    places.filter(({ isKept }) => isKept).map(({ line, column }) => `${name}:${line}:${column}`),
  );
}

function asJson(found: NameFound, kept: Left, { names, site }: Told): unknown {
  const addressesOf = addressesByFile(found.addresses);
  return {
    names,
    site,
    looked: found.looked,
    files: found.files.map((file) => ({
      file: file.name,
      places: changed(file).map(({ kind, line, column, form, around }) => ({ kind, line, column, form, around })),
      addresses: addressesOf.get(file) ?? [],
    })),
    rename: renamesOf(found.files),
    addresses: found.addresses.map(({ from, ...each }) => ({ ...each, from: from.map(({ name }) => name) })),
    byHand: found.unread,
    kept: { addresses: found.keptIn, ...kept },
  };
}

function changed({ places }: FileWithName): Place[] {
  return places.filter(({ isKept }) => !isKept);
}

function renamesOf(files: readonly FileWithName[]): string[] {
  return files.flatMap(({ name, isInName }) => (isInName ? [name] : [])).sort();
}

function addressesByFile(addresses: readonly AddressWithName[]): Map<FileWithName, string[]> {
  const byFile = new Map<FileWithName, string[]>();
  for (const { address, from } of addresses)
    for (const file of from) {
      const known = byFile.get(file);
      if (known) known.push(address);
      else byFile.set(file, [address]);
    }
  return byFile;
}

function* linesOf(found: NameFound, kept: Left, told: Told): Iterable<string> {
  yield headline(found, told);
  const state = stateOf(told);
  if (state !== undefined) yield state;
  yield* filesToChange(found);
  yield* list('To rename, with every mention', renamesOf(found.files));
  yield* addressLines(found.addresses, told.site);
  yield* list('To be looked at by hand, because their words cannot be read here', found.unread);
  yield '\nKept:';
  if (found.keptIn.length > 0) yield `- In ids alone, at ${someOf(found.keptIn)}.`;
  for (const { what, toDo } of kept.elsewhere) yield `- ${what} ${toDo}`;
}

function headline({ files, addresses, looked }: NameFound, { names }: Told): string {
  const said = names.map((name) => `“${name}”`).join(', ');
  const where = `${count(looked.files, 'file')} of the newsroom and ${count(looked.built, 'file')} of the site`;
  if (files.length + addresses.length === 0) return `${said}: nothing found. Looked at ${where}.`;
  return `${said}: in ${count(files.length, 'file')} of the newsroom, at ${count(addresses.length, 'address', 'es')} of the site. Looked at ${where}.`;
}

function stateOf({ site, build }: Told): string | undefined {
  const again = `Build it and look again: ${build}`;
  if (site === 'none') return `The site is not built, so only the files of the newsroom were looked at. ${again}`;
  if (site === 'part') return `Only what has changed of the site is here, so not all of it was looked at. ${again}`;
  return site === 'older' ? `The site was not built from the files as they are now. ${again}` : undefined;
}

function* filesToChange({ files, addresses }: NameFound): Iterable<string> {
  const addressesOf = addressesByFile(addresses);
  const inText = files.filter((file) => changed(file).length > 0);
  if (inText.length > 0) yield '\nTo change:';
  for (const file of inText) {
    for (const { line, column, form, around } of changed(file)) {
      const place = line === undefined ? '' : `:${line}:${column}`;
      yield `${file.name}${place}  ${form}  (${around})`;
    }
    const on = addressesOf.get(file) ?? [];
    yield on.length > 0 ? `  On the site: ${someOf(on)}` : '  On the site: nothing';
  }
}

function* addressLines(addresses: readonly AddressWithName[], site: SiteSearched): Iterable<string> {
  if (addresses.length > 0) yield '\nOn the site:';
  const elsewhere =
    site === 'current' ? 'in no file of the newsroom, so from Broadsheet itself' : 'no longer in the newsroom';
  for (const { address, where, from, unexplained } of addresses) {
    const files = from.length === 0 ? '' : `, from ${someOf(from.map(({ name }) => name))}`;
    const unknown = unexplained.length === 0 ? '' : `; ${unexplained.join(', ')}: ${elsewhere}`;
    yield `${address}  ${where.join(', ')}${files}${unknown}`;
  }
}

function* list(head: string, items: readonly string[]): Iterable<string> {
  if (items.length === 0) return;
  yield `\n${head}:`;
  yield* items;
}

const fewest = 3;

/** The first few of many, and how many more. */
function someOf(items: readonly string[]): string {
  const more = items.length - fewest;
  return more > 1 ? `${items.slice(0, fewest).join(', ')} and ${more.toLocaleString('en')} more` : items.join(', ');
}

function count(number: number, noun: string, plural = 's'): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : plural}`;
}
