/** What an import tells at its end: the table on the terminal, each single thing in the files of `import/`. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../content/names.ts';
import { isPublicPath, publicUrl } from '../../content/public-files.ts';
import type { Details, KeptDetails } from '../../import/kept-details.ts';
import type { Fate } from '../../import/old-addresses.ts';
import { Report, tableOf } from '../../import/report.ts';
import type { SourceRemark } from '../../import/source-story.ts';
import { unlinkedPages } from '../../import/unlinked-pages.ts';
import type { Problem } from '../../problem.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { replaceFileInParts } from '../../source/replace-file.ts';
import { terminalColumns } from '../fit-width.ts';
import { problemsAsText } from '../print-problems.ts';
import { complain, say } from '../terminal.ts';
import type { Work } from './convert-stories.ts';
import { type OldAddress, writeAddresses } from './verify-addresses.ts';
import { type Done, pathsOf, type Writing } from './write-stories.ts';
import { shownIn, type Ways } from './write-ways.ts';

type Told = {
  work: Work;
  done: ReadonlyMap<string, Done>;
  details: KeptDetails;
  copied: Writing['copied'];
  left: readonly { url: string; to: string }[];
  others: readonly Problem[];
  root: string;
  isDryRun: boolean;
  /** Undefined where nothing was written. */
  ways: Ways | undefined;
  remarks: readonly SourceRemark[];
};

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
  for (const line of table) say(line);
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

function fatesOf({ addresses, out, places }: Work): OldAddress[] {
  const isPublic = (key: string) => !out.has(key) && places.placed.get(key)?.isPublic !== false;
  const dueOf = (key: string) => places.placed.get(key)?.date?.at;
  return addresses.fates.map(({ holder, ...fate }) => ({
    ...fate,
    waits: holder !== undefined && !isPublic(holder),
    due: holder === undefined ? undefined : dueOf(holder),
  }));
}

function tellAll(report: Report, { work, done, details, copied, left, remarks, ways }: Told): void {
  const { places, addresses, out, site } = work;
  const ofGood = function* (pick: (of: Details) => readonly string[]): Generator<[string, string]> {
    for (const [key, each] of details.each()) {
      const placed = places.placed.get(key);
      if (!placed || out.has(key)) continue;
      for (const one of pick(each)) yield [pathsOf(placed).good, one];
    }
  };
  const all = [...done.values()].sort((a, b) => (a.placed.path < b.placed.path ? -1 : 1));
  const good = all.filter(({ placed }) => !out.has(placed.key));
  const of = (kind: 'story' | 'page') => good.filter(({ placed }) => placed.facts.kind === kind).length;
  const each = (some: readonly Done[], detail: (one: Done) => string) =>
    some.map((one): [string, string] => [pathsOf(one.placed).good, detail(one)]);
  report.count('stories', of('story'));
  report.count('pages', of('page'));
  report.count('left as editors have them', all.filter(({ written }) => written === 'edited').length);
  report.count('removed by editors, and not brought back', all.filter(({ written }) => written === 'removed').length);
  report.tell(
    'in quarantine',
    'quarantine',
    [...out].map(([key, [problem]]): [string, string] => [
      pathsOf(places.placed.get(key) ?? { path: key }).quarantined,
      problem?.what ?? '',
    ]),
  );
  report.tell(
    'not imported',
    'left-out',
    places.leftOut.map(({ facts, why }): [string, string] => [facts.place.file, why]),
  );
  report.tell(
    'could not be read',
    'unreadable',
    remarks.map(({ place, what }): [string, string] => [
      [place.file, place.line ?? place.item].filter(Boolean).join(':'),
      what,
    ]),
  );
  report.tell(
    'drafts, since they are no public stories or have no date',
    'draft',
    each(
      good.filter(({ placed }) => placed.story !== undefined && !placed.isPublic),
      ({ placed }) => placed.facts.state,
    ),
  );
  report.tell(
    'summaries made of the first sentences',
    'summary',
    each(
      good.filter(({ placed, hasOwnSummary }) => placed.story !== undefined && !hasOwnSummary),
      ({ placed }) => placed.facts.title,
    ),
  );
  const keyed = (keys: readonly string[]) =>
    keys.flatMap((key): [string, string][] => {
      const placed = places.placed.get(key);
      return placed ? [[pathsOf(placed).good, placed.facts.title]] : [];
    });
  report.tell('without an author: in the byline stands the desk', 'author', keyed(places.withoutAuthor));
  report.tell(
    'in a language that the site does not have: they stand in its first',
    'language',
    keyed(places.withoutLanguage),
  );
  report.tell('without a section of their own', 'section', keyed(places.withoutSection));
  report.tell(
    'links of menus, which are in the footer now',
    'footer',
    (ways?.footer ?? []).map(({ title, url }): [string, string] => [
      'content/site.yaml',
      `${said(title)} ${said(url)}`,
    ]),
  );
  const [list] = ways?.lists ?? [];
  report.tell(
    list === undefined
      ? 'pages to which nothing that came along links: link to them, or name them under “footer” in site.yaml'
      : `pages to which nothing that came along links: ${list} lists them, and the footer leads there`,
    'unlinked',
    (ways?.unlinked ?? unlinkedPages(shownIn(work, done), site)).map((placed): [string, string] => [
      pathsOf(placed).good,
      placed.url,
    ]),
  );
  report.tell(
    'pictures without alternative text, for the desk',
    'alt',
    each(
      good.filter(({ withoutAlt }) => withoutAlt > 0),
      ({ withoutAlt }) => String(withoutAlt),
    ),
  );
  report.tell(
    'pictures on other sites',
    'remote',
    ofGood(({ remote }) => remote),
  );
  report.tell(
    'pictures whose names had a wrong ending',
    'ending',
    ofGood(({ renamed }) => renamed),
  );
  report.tell(
    'files that stand beside no story, in public/, most at the addresses that they had',
    'file',
    [...copied]
      .filter(([path]) => isPublicPath(path))
      .map(([path]): [string, string] => [path.slice('../'.length), publicUrl(path)]),
  );
  const fates = (by: string) => addresses.fates.filter((fate) => fate.by === by).map(toldFate);
  report.count('old addresses that are the same', fates('itself').length);
  report.count('old addresses that lead on', fates('redirect').length);
  const led = (isOfKind: (fate: Fate) => unknown) =>
    addresses.fates.filter((fate) => fate.by === 'redirect' && isOfKind(fate)).map(toldFate);
  report.tell(
    'of these with a query, or other capital letters, which only your host can redirect: .cache/redirects.json lists them',
    'host',
    led(({ isForHosts }) => isForHosts),
  );
  report.tell(
    'of these feeds at which a page leads on: feed readers follow only your host, if that takes redirects',
    'feed',
    led(({ isFeed }) => isFeed),
  );
  report.tell(
    'of these of languages that the site does not have: they lead to its first',
    'other-language',
    led(({ isOfOtherLanguage }) => isOfOtherLanguage),
  );
  report.tell('old addresses at which something else is', 'address-kept', fates('kept'));
  report.tell('old addresses that no server can be asked for', 'address-refused', fates('refused'));
  report.tell(
    'old addresses for which gone.yaml has no room',
    'address-left',
    left.map(({ url, to }): [string, string] => [url, to]),
  );
  for (const [key, { losses }] of details.each()) {
    const placed = places.placed.get(key);
    if (placed && !out.has(key)) report.lose(pathsOf(placed).good, losses);
  }
}

function toldFate({ from, to, why = '' }: Fate): [string, string] {
  return [from, `${to} ${why}`.trim()];
}

function said(text: Text): string {
  return typeof text === 'string' ? text : (Object.values(text)[0] ?? '');
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
