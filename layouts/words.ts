/** The words of the interface as the layouts say them: what `words/` has for a language, with counts, names and times in it. */
import type { DateTime } from 'luxon';
import type { Message } from '../src/content/message.ts';
import { type Language, scriptOf } from '../src/content/names.ts';
import type { Wording } from '../src/content/parse-wording.ts';
import type { Site } from '../src/content/site.ts';
import { fileSize, inDigits, say } from './message.ts';
import { partOf, zoneName } from './time-parts.ts';

/** Told by how they are said; every other word is said as it is written. */
type Spoken = {
  onNetwork(publication: string, network: string): string;
  allStoriesOfMonth(month: DateTime): string;
  allOfYear(year: DateTime): string;
  /** Over what came before where nothing is known to be the same story: on its topics, in its section. */
  earlierOnTopic(name: string): string;
  earlierInSection(title: string): string;
  goesOn(publication: string): string;
  sponsoredBy(name: string): string;
  errorIn(title: string): string;
  /** What a search has looked through that may go on. */
  searchedSince(date: string): string;
  /** part 2 */
  part(n: number): string;
  stories(n: number): string;
  minutesToRead(n: number): string;
  /** 1.2 MB */
  fileSize(bytes: number): string;

  /** 26 November 2015 */
  date(time: DateTime): string;
  /** 26 November */
  dayAndMonth(time: DateTime): string;
  /** 26 Nov */
  shortDate(time: DateTime): string;
  /** Nov 2015 */
  shortMonth(time: DateTime): string;
  /** Nov */
  monthAbbreviation(time: DateTime): string;
  /** November 2015, as a heading */
  monthAndYear(time: DateTime): string;
  /** November, as a heading */
  month(time: DateTime): string;
  /** 2015 */
  year(time: DateTime): string;
  /** 26 */
  day(time: DateTime): string;
  /** Thursday, as a heading */
  weekday(time: DateTime): string;
  /** 20.55 */
  clock(time: DateTime): string;
  /** 26 November 2015, 20.55 */
  dateAndClock(time: DateTime): string;
  /** Moscow time */
  zone(time: DateTime): string;
};

export type Words = Omit<Wording, keyof Spoken> & Spoken;

const spoken = new WeakMap<Wording, Words>();

/** Throws for a language without words; `site.yaml` is refused before it comes to that. */
export function wordsIn(language: Language, { wording }: Pick<Site, 'wording'>): Words {
  const written = wording[language];
  if (!written) throw new Error(`There are no words for the language “${language}”.`);
  const words = spoken.get(written) ?? wordsOf(written);
  spoken.set(written, words);
  return words;
}

function wordsOf(wording: Wording): Words {
  const saying = (message: Message) => (values: Record<string, string | number>) =>
    say(message, (argument) => values[argument] ?? '', wording);
  const telling = (message: Message) => (time: DateTime) =>
    say(message, (name) => partOf(time, name, wording), wording);
  const heading = (tell: (time: DateTime) => string) => (time: DateTime) => capitalised(tell(time), wording.locale);
  return {
    ...wording,
    onNetwork: (publication, network) => saying(wording.onNetwork)({ publication, network }),
    earlierOnTopic: (name) => saying(wording.earlierOnTopic)({ name }),
    earlierInSection: (title) => saying(wording.earlierInSection)({ title }),
    goesOn: (publication) => saying(wording.goesOn)({ publication }),
    sponsoredBy: (name) => saying(wording.sponsoredBy)({ name }),
    searchedSince: (date) => saying(wording.searchedSince)({ date }),
    errorIn: (title) => saying(wording.errorIn)({ title }),
    part: (n) => saying(wording.part)({ number: inDigits(String(n), wording) }),
    stories: (n) => saying(wording.stories)({ n }),
    minutesToRead: (n) => saying(wording.minutesToRead)({ n }),
    fileSize: (bytes) => fileSize(bytes, wording),
    allStoriesOfMonth: telling(wording.allStoriesOfMonth),
    allOfYear: telling(wording.allOfYear),
    date: telling(wording.date),
    dayAndMonth: telling(wording.dayAndMonth),
    shortDate: telling(wording.shortDate),
    shortMonth: telling(wording.shortMonth),
    monthAbbreviation: heading(({ month }) => wording.monthNamesShort[month - 1] ?? ''),
    monthAndYear: heading(telling(wording.monthAndYear)),
    month: heading(({ month }) => wording.monthNamesAlone[month - 1] ?? ''),
    year: telling(wording.year),
    day: ({ day }) => inDigits(String(day), wording),
    weekday: heading(({ weekday }) => wording.weekdayNames[weekday - 1] ?? ''),
    clock: telling(wording.clock),
    dateAndClock: telling(wording.dateAndClock),
    zone: (time) => zoneName(time, wording),
  };
}

/** A heading begins with a capital letter. Georgian has them for whole words only, which is not meant here. */
export function capitalised(text: string, locale: string): string {
  return scriptOf(locale) === 'Geor' ? text : text.replace(/^./u, (first) => first.toLocaleUpperCase(locale));
}
