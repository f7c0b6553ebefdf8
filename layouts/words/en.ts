/** English, as a British newspaper writes it. */
import type { DateTime } from 'luxon';
import { counter, dateFormat, offsetName } from './format.ts';
import type { Words } from './words-type.ts';

const locale = 'en-GB';
const abbreviations = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const monthAndYear = dateFormat(locale, 'LLLL yyyy');
const monthAbbreviation = (time: DateTime) => abbreviations[time.month - 1] ?? '';

export const en: Words = {
  ownName: 'English',
  openGraphLocale: 'en_GB',
  onlyElsewhere: 'not this page',

  comma: ', ',
  skipToContent: 'Skip to the content',
  sections: 'Sections',
  allSections: 'All sections',
  languages: 'Languages',
  follow: 'Follow us',
  feeds: 'Feeds',
  about: 'About us',
  frontPage: 'Front page',
  onNetwork: (publication, network) => `${publication} on ${network}`,

  section: 'Section',
  topic: 'Topic',
  author: 'Author',
  authors: 'Authors',
  archive: 'Archive',
  latest: 'Latest',
  alsoInTheNews: 'Also in the news',
  days: 'Days',
  months: 'Months',
  years: 'Years',
  allStoriesOfMonth: (month) => `All stories of ${monthAndYear(month)}`,
  allOfYear: (year) => `All of ${year.year}`,
  seeAlso: 'See also',
  noStories: 'There are no stories here yet.',
  allStories: 'All stories',
  opinion: 'Opinion',

  types: { news: 'News', analysis: 'Analysis', opinion: 'Opinion', interview: 'Interview', feature: 'Feature' },
  keyPoints: 'Key points',
  correction: 'Correction',
  corrections: 'Corrections',
  sources: 'Sources',
  topics: 'Topics',
  thread: 'The story so far',
  earlier: 'Earlier',
  earlierOnTopic: (name) => `Earlier in ${name}`,
  earlierInSection: (title) => `Earlier in ${title}`,
  related: 'Related',
  share: 'Share',
  byMail: 'By mail',
  updated: 'Updated',

  correctionsPage: {
    text: 'What we got wrong and have put right, newest first. Each correction also stands on its story.',
    none: 'Nothing has been corrected yet.',
  },
  feedsPage: {
    text: 'A feed brings every new story, whole, to a feed reader of your choice: copy an address into it. No account is needed, and nobody is told that you read.',
    others: 'Each topic and each author has a feed too: give its page’s address to your feed reader.',
  },
  policies: {
    principles: 'Editorial principles',
    ethics: 'Ethics policy',
    corrections: 'Corrections policy',
    verification: 'How we check facts',
    ownership: 'Ownership and funding',
    masthead: 'Who we are',
  },

  notFound: {
    title: 'There is no page at this address',
    text: 'It may have moved, or the address may have been cut short. The story is probably still here: try its section, or begin at the front page.',
  },
  withdrawn: { label: 'Withdrawn', title: 'This story was withdrawn', on: 'Withdrawn on' },
  moved: { title: 'This page has moved', text: 'Its new address is' },

  stories: counter(locale, { one: 'story', other: 'stories' }),
  minutesToRead: counter(locale, { one: 'minute to read', other: 'minutes to read' }),

  date: dateFormat(locale, 'd MMMM yyyy'),
  dayAndMonth: dateFormat(locale, 'd MMMM'),
  shortDate: (time) => `${time.day} ${monthAbbreviation(time)}`,
  shortMonth: (time) => `${monthAbbreviation(time)} ${time.year}`,
  monthAbbreviation,
  monthAndYear,
  month: dateFormat(locale, 'LLLL'),
  year: dateFormat(locale, 'yyyy'),
  weekday: dateFormat(locale, 'cccc'),
  clock: dateFormat(locale, 'HH.mm'),
  dateAndClock: dateFormat(locale, 'd MMMM yyyy, HH.mm'),
  zone: (time) => cityTime(time.zoneName ?? '') ?? offsetName(time),
};

/** `Europe/Moscow` is named after a city; `Etc/GMT+3` and `UTC` are not. */
function cityTime(zone: string): string | undefined {
  if (!zone.includes('/') || zone.startsWith('Etc/')) return undefined;
  return `${zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')} time`;
}
