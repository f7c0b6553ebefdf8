/**
 * What the words of the interface in one language are, as a file of `layouts/words/` has them. Which word stands
 * where is said beside each in `layouts/words/en.yaml`.
 */
import { z } from 'zod';
import type { Example } from './example.ts';
import { passage } from './fields.ts';
import { readMessage } from './message.ts';
import { type PlainRefusal, refuse } from './refusal.ts';
import { nearestTimeZone } from './time-zones.ts';
import { isTimeZone } from './times.ts';
import { asProse } from './yaml/schema.ts';

/** A message that tells these arguments; of each group in `needed` at least one. */
function message(known: readonly string[], needed = known.map((each) => [each])) {
  return asProse(z.string().trim().min(1)).transform((text, context) => {
    const read = readMessage(text, { known, needed });
    if ('message' in read) return read.message;
    context.addIssue({ code: 'custom', params: read.refusal, input: text });
    return z.NEVER;
  });
}

const monthOf = ['month', 'monthAlone', 'monthShort', 'monthNumber'];
const dateParts = ['day', ...monthOf, 'year'];
const clockParts = ['hour', 'plainHour', 'hour12', 'half', 'minute'];
/** An hour of twelve says in which half of the day it is. */
const clock = [['hour', 'plainHour', 'hour12'], ['hour', 'plainHour', 'half'], ['minute']];

const dayAndMonth = message(dateParts, [['day'], monthOf]);
const monthAndYear = message(dateParts, [monthOf, ['year']]);

/** Between words, its spaces included. */
const sign = z.string().min(1);

/** So many names, of which none is without a meaning. */
function names(count: number, which: string) {
  return z.array(passage).superRefine((list, context) => {
    if (list.length === count) return;
    const what = `This list has ${list.length} of ${count} names.`;
    context.addIssue({
      code: 'custom',
      params: { code: 'yaml/wrong-value', what, fix: `Write them ${which}.` },
      input: list,
    });
  });
}

const monthNames = names(12, 'from January to December');

const zones = z.record(z.string(), passage).superRefine((names, context) => {
  for (const zone of Object.keys(names).filter((each) => !isTimeZone(each))) {
    const what = `“${zone}” is not a known time zone.`;
    const fix = 'Use a name from the tz database, as in “Europe/Moscow”.';
    const params = { code: 'words/unknown-zone', what, fix, rightKey: nearestTimeZone(zone) ?? '' };
    context.addIssue({ code: 'custom', params, input: zone, path: [zone] });
  }
});

export const wordingSchema = z.strictObject({
  ownName: passage,
  locale: z.string().superRefine(refuse(isLocale, localeRefusal)).optional(),
  openGraphLocale: z
    .string()
    .superRefine(refuse((text) => /^[a-z]{2,3}_[A-Z]{2}$/.test(text), openGraphRefusal))
    .optional(),
  digits: z.enum(Intl.supportedValuesOf('numberingSystem')).optional(),
  comma: sign,
  listComma: sign,
  colon: sign,
  stop: sign,
  beforeNames: z.array(sign).optional(),

  onlyElsewhere: passage,
  readHere: passage,
  skipToContent: passage,
  sections: passage,
  allSections: passage,
  languages: passage,
  follow: passage,
  followFront: passage,
  feeds: passage,
  about: passage,
  frontPage: passage,
  onNetwork: message(['publication', 'network']),

  section: passage,
  topic: passage,
  author: passage,
  authors: passage,
  archive: passage,
  latest: passage,
  alsoInTheNews: passage,
  days: passage,
  months: passage,
  years: passage,
  allStoriesOfMonth: monthAndYear,
  allOfYear: message(['year']),
  seeAlso: passage,
  noStories: passage,
  allStories: passage,
  opinion: passage,

  types: z.strictObject({
    news: passage,
    analysis: passage,
    opinion: passage,
    interview: passage,
    feature: passage,
  }),
  keyPoints: passage,
  contents: passage,
  correction: passage,
  corrections: passage,
  sources: passage,
  topics: passage,
  thread: passage,
  youAreHere: passage,
  earlier: passage,
  earlierOnTopic: message(['name']),
  earlierInSection: message(['title']),
  series: passage,
  allSeries: passage,
  translatedBy: passage,
  related: passage,
  share: passage,
  byMail: passage,
  interactiveChart: passage,
  updated: passage,
  notice: passage,
  sponsoredBy: message(['name']),
  contentWarning: passage,
  license: passage,
  reportError: passage,
  errorIn: message(['title']),
  goesOn: message(['publication']),

  correctionsPage: z.strictObject({ text: passage, none: passage }),
  feedsPage: z.strictObject({ text: passage, others: passage }),
  search: z.strictObject({
    title: passage,
    label: passage,
    all: passage,
    more: passage,
    further: passage,
    nothing: passage,
    leftOut: passage,
    failed: passage,
    withoutScript: passage,
  }),
  searchedSince: message(['date']),
  policies: z.strictObject({
    principles: passage,
    ethics: passage,
    corrections: passage,
    verification: passage,
    ownership: passage,
    masthead: passage,
    privacy: passage,
  }),
  scripts: z.strictObject({ title: passage, everyPage: passage, stories: passage, otherPages: passage }),
  notFound: z.strictObject({ title: passage, text: passage }),
  withdrawn: z.strictObject({ label: passage, title: passage, on: passage }),
  moved: z.strictObject({ title: passage, text: passage }),

  part: message(['number']),
  stories: message(['n']),
  minutesToRead: message(['n']),

  monthNames,
  monthNamesAlone: monthNames.optional(),
  monthNamesShort: monthNames.optional(),
  weekdayNames: names(7, 'from Monday to Sunday'),
  date: message(dateParts, [['day'], monthOf, ['year']]),
  dayAndMonth,
  shortDate: dayAndMonth,
  shortMonth: monthAndYear,
  monthAndYear,
  year: message(['year']),
  clock: message(clockParts, clock),
  dateAndClock: message([...dateParts, ...clockParts], [['day'], monthOf, ['year'], ...clock]),
  cityTime: message(['city']).optional(),
  zones: zones.optional(),
});

/** Of what English does without, an example here; all else is shown by its own words. */
export const exampleWords: Record<string, Example> = {
  openGraphLocale: 'en_GB',
  digits: 'latn',
  zones: { 'Europe/Moscow': 'Moscow time' },
};

export type WrittenWording = z.infer<typeof wordingSchema>;

function localeRefusal(text: string): PlainRefusal {
  const what = `“${text}” is not a language with its region.`;
  return { code: 'yaml/wrong-value', what, fix: 'Write it as in “en-GB”, or remove the line.' };
}

function openGraphRefusal(text: string): PlainRefusal {
  const what = `“${text}” is not a language with its country.`;
  return { code: 'yaml/wrong-value', what, fix: 'Write it as in “en_GB”, or remove the line.' };
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text && Intl.PluralRules.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}
