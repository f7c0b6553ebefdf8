/** The rows of what an import tells: what came along, what did not, and what the desk has to look at. */
import type { Text } from '../../content/names.ts';
import { isPublicPath, publicUrl } from '../../content/public-files.ts';
import type { Fate } from '../../import/fates.ts';
import type { Details, KeptDetails } from '../../import/kept-details.ts';
import type { Report } from '../../import/report.ts';
import type { SourceRemark } from '../../import/source-story.ts';
import { unlinkedPages } from '../../import/unlinked-pages.ts';
import type { Work } from './convert-stories.ts';
import { type AllDone, pathsOf, type Writing } from './write-stories.ts';
import { shownIn, type Ways } from './write-ways.ts';

export type ToTell = {
  work: Work;
  done: AllDone;
  details: KeptDetails;
  copied: Writing['copied'];
  left: readonly { url: string; to: string }[];
  /** Undefined where nothing was written. */
  ways: Ways | undefined;
  remarks: readonly SourceRemark[];
};

type Line = [where: string, detail: string];

export function tellAll(report: Report, told: ToTell): void {
  tellStories(report, told);
  tellFiles(report, told);
  tellAddresses(report, told);
  const { work, details } = told;
  for (const [key, { losses }] of details.each()) {
    const placed = work.places.placed.get(key);
    if (placed && !work.out.has(key)) report.lose(pathsOf(placed).good, losses);
  }
}

/** In the order of their paths. */
function linesOfStories({ work: { places, out }, done }: ToTell) {
  const lines = { drafts: [] as Line[], summaries: [] as Line[], withoutAlt: [] as Line[] };
  const counts = { story: 0, page: 0, edited: 0, removed: 0 };
  const all = [...places.placed.values()].flatMap(({ key, path }) => (done.has(key) ? [{ key, path }] : []));
  for (const { key } of all.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const [placed, one] = [places.placed.get(key), done.get(key)];
    if (!placed || !one) continue;
    if (one.written === 'edited' || one.written === 'removed') counts[one.written]++;
    if (out.has(key)) continue;
    counts[placed.facts.kind]++;
    const where = pathsOf(placed).good;
    const isStory = placed.story !== undefined;
    if (isStory && !placed.isPublic) lines.drafts.push([where, placed.facts.state]);
    if (isStory && !one.hasOwnSummary) lines.summaries.push([where, placed.facts.title]);
    if (one.withoutAlt > 0) lines.withoutAlt.push([where, String(one.withoutAlt)]);
  }
  return { ...lines, counts };
}

function tellStories(report: Report, told: ToTell): void {
  const { places, out, site } = told.work;
  const { ways, done } = told;
  const { drafts, summaries, withoutAlt, counts } = linesOfStories(told);
  const keyed = (keys: readonly string[]) =>
    keys.flatMap((key): Line[] => {
      const placed = places.placed.get(key);
      return placed ? [[pathsOf(placed).good, placed.facts.title]] : [];
    });
  report.count('stories', counts.story);
  report.count('pages', counts.page);
  report.count('left as editors have them', counts.edited);
  report.count('removed by editors, and not brought back', counts.removed);
  report.tell(
    'in quarantine',
    'quarantine',
    [...out].map(
      ([key, [problem]]): Line => [pathsOf(places.placed.get(key) ?? { path: key }).quarantined, problem?.what ?? ''],
    ),
  );
  report.tell(
    'not imported',
    'left-out',
    places.leftOut.map(({ facts, why }): Line => [facts.place.file, why]),
  );
  report.tell(
    'pages that only listed others, and do not come along: their addresses lead to the lists that are here',
    'list',
    told.work.survey.lists.filter(({ isPage }) => isPage).map(({ place, urls }): Line => [place.file, urls[0] ?? '']),
  );
  report.tell(
    'could not be read',
    'unreadable',
    told.remarks.map(
      ({ place, what }): Line => [[place.file, place.line ?? place.item].filter(Boolean).join(':'), what],
    ),
  );
  report.tell('drafts, since they are no public stories or have no date', 'draft', drafts);
  report.tell('summaries made of the first sentences', 'summary', summaries);
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
    (ways?.footer ?? []).map(({ title, url }): Line => ['content/site.yaml', `${said(title)} ${said(url)}`]),
  );
  const [list] = ways?.lists ?? [];
  report.tell(
    list === undefined
      ? 'pages to which nothing that came along links: link to them, or name them under “footer” in site.yaml'
      : `pages to which nothing that came along links: ${list} lists them, and the footer leads there`,
    'unlinked',
    (ways?.unlinked ?? unlinkedPages(shownIn(told.work, done), site)).map(
      (placed): Line => [pathsOf(placed).good, placed.url],
    ),
  );
  report.tell('pictures without alternative text, for the desk', 'alt', withoutAlt);
}

function tellFiles(report: Report, { work: { places, out }, details, copied }: ToTell): void {
  const ofGood = function* (pick: (of: Details) => readonly string[]): Generator<Line> {
    for (const [key, each] of details.each()) {
      const some = pick(each);
      const placed = some.length > 0 && !out.has(key) ? places.placed.get(key) : undefined;
      if (placed) for (const one of some) yield [pathsOf(placed).good, one];
    }
  };
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
      .map(([path]): Line => [path.slice('../'.length), publicUrl(path)]),
  );
}

function tellAddresses(report: Report, { work: { addresses }, left }: ToTell): void {
  const fates = (by: string) => addresses.fates.filter((fate) => fate.by === by);
  const redirects = fates('redirect');
  report.count('old addresses that are the same', fates('itself').length);
  report.count('old addresses that lead on', redirects.length);
  report.tell(
    'of these with a query, or other capital letters, which only your host can redirect: .cache/redirects.json lists them',
    'host',
    redirects.filter(({ isForHosts }) => isForHosts).map(toldFate),
  );
  report.tell(
    'of these feeds at which a page leads on: feed readers follow only your host, if that takes redirects',
    'feed',
    redirects.filter(({ isFeed }) => isFeed).map(toldFate),
  );
  report.tell(
    'of these of languages that the site does not have: they lead to its first',
    'other-language',
    redirects.filter(({ isOfOtherLanguage }) => isOfOtherLanguage).map(toldFate),
  );
  report.tell('old addresses at which something else is', 'address-kept', fates('kept').map(toldFate));
  report.tell('old addresses that no server can be asked for', 'address-refused', fates('refused').map(toldFate));
  report.tell(
    'old addresses for which gone.yaml has no room',
    'address-left',
    left.map(({ url, to }): Line => [url, to]),
  );
}

function toldFate({ from, to, why = '' }: Fate): Line {
  return [from, `${to} ${why}`.trim()];
}

function said(text: Text): string {
  return typeof text === 'string' ? text : (Object.values(text)[0] ?? '');
}
