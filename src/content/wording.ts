/**
 * What the words of the interface in one language are, as a file of `layouts/words/` has them. Which word stands
 * where is said beside each in `layouts/words/en.yaml`.
 */
import { z } from 'zod';
import { passage } from './fields.ts';
import { readMessage } from './message.ts';
import { suggestion } from './suggest.ts';
import { isTimeZone } from './times.ts';
import { asProse } from './yaml-schema.ts';

/** A message that tells these arguments; of each group in `needed` at least one. */
function message(known: readonly string[], needed = known.map((each) => [each])) {
  return asProse(z.string().trim().min(1, 'It must not be empty')).transform((text, context) => {
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
const sign = z.string().min(1, 'It must not be empty');

const monthNames = z.array(passage).length(12, 'It has twelve names, from January to December');

const zones = z.record(z.string(), passage).superRefine((names, context) => {
  for (const zone of Object.keys(names).filter((each) => !isTimeZone(each))) {
    const what = `“${zone}” is not a time zone that is known.`;
    const fix = suggestion(zone, Intl.supportedValuesOf('timeZone'), 'Use a name from the tz database.');
    context.addIssue({ code: 'custom', params: { code: 'words/unknown-zone', what, fix }, input: zone, path: [zone] });
  }
});

export const wordingSchema = z.strictObject({
  ownName: passage,
  locale: z.string().refine(isLocale, 'Write a language and a region, as in “en-GB”').optional(),
  openGraphLocale: z
    .string()
    .regex(/^[a-z]{2,3}_[A-Z]{2}$/, 'Write it as in “en_GB”')
    .optional(),
  digits: z.enum(Intl.supportedValuesOf('numberingSystem')).optional(),
  comma: sign,
  listComma: sign,
  colon: sign,
  stop: sign,

  onlyElsewhere: passage,
  skipToContent: passage,
  sections: passage,
  allSections: passage,
  languages: passage,
  follow: passage,
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
  correction: passage,
  corrections: passage,
  sources: passage,
  topics: passage,
  thread: passage,
  earlier: passage,
  earlierOnTopic: message(['name']),
  earlierInSection: message(['title']),
  related: passage,
  share: passage,
  byMail: passage,
  updated: passage,

  correctionsPage: z.strictObject({ text: passage, none: passage }),
  feedsPage: z.strictObject({ text: passage, others: passage }),
  policies: z.strictObject({
    principles: passage,
    ethics: passage,
    corrections: passage,
    verification: passage,
    ownership: passage,
    masthead: passage,
  }),
  notFound: z.strictObject({ title: passage, text: passage }),
  withdrawn: z.strictObject({ label: passage, title: passage, on: passage }),
  moved: z.strictObject({ title: passage, text: passage }),

  stories: message(['n']),
  minutesToRead: message(['n']),

  monthNames,
  monthNamesAlone: monthNames.optional(),
  monthNamesShort: monthNames.optional(),
  weekdayNames: z.array(passage).length(7, 'It has seven names, from Monday to Sunday'),
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

export type WrittenWording = z.infer<typeof wordingSchema>;

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text && Intl.PluralRules.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}
