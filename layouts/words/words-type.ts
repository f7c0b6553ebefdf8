/** Every word the layouts say for themselves. A language is one value of this type, so a missing word fails `tsc`. */
import type { DateTime } from 'luxon';
import type { ArticleType } from '../../src/content/article.ts';
import type { PolicyName } from '../../src/content/site.ts';

export type Words = {
  /** The language’s name in itself, for links to it. */
  ownName: string;
  /** As Open Graph spells it: `en_GB`. */
  openGraphLocale: string;
  /** Under its name, on a page that is not there in this language. */
  onlyElsewhere: string;

  /** Between the members of a list, its space included. */
  comma: string;
  skipToContent: string;
  sections: string;
  allSections: string;
  languages: string;
  follow: string;
  feeds: string;
  about: string;
  frontPage: string;
  onNetwork(publication: string, network: string): string;

  section: string;
  topic: string;
  author: string;
  authors: string;
  archive: string;
  latest: string;
  alsoInTheNews: string;
  days: string;
  months: string;
  years: string;
  allStoriesOfMonth(month: DateTime): string;
  allOfYear(year: DateTime): string;
  seeAlso: string;
  noStories: string;
  allStories: string;
  /** Over the strip of opinion on the front page. */
  opinion: string;

  types: Record<ArticleType, string>;
  keyPoints: string;
  correction: string;
  corrections: string;
  sources: string;
  topics: string;
  thread: string;
  /** Over what came before where nothing is known to be the same story: on its topics, in its section. */
  earlier: string;
  earlierOnTopic(name: string): string;
  earlierInSection(title: string): string;
  related: string;
  share: string;
  byMail: string;
  updated: string;

  correctionsPage: { text: string; none: string };
  feedsPage: { text: string; others: string };
  policies: Record<PolicyName, string>;
  notFound: { title: string; text: string };
  withdrawn: { label: string; title: string; on: string };
  moved: { title: string; text: string };

  stories(n: number): string;
  minutesToRead(n: number): string;

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
  /** Thursday, as a heading */
  weekday(time: DateTime): string;
  /** 20.55 */
  clock(time: DateTime): string;
  /** 26 November 2015, 20.55 */
  dateAndClock(time: DateTime): string;
  /** Moscow time */
  zone(time: DateTime): string;
};
