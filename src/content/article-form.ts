/** What the front matter of an article may say: its schema, and beside it an example of every field. */
import { z } from 'zod';
import { type Example, OneOf } from './example.ts';
import {
  alt,
  id,
  inLanguages,
  list,
  markdownLine,
  name,
  passage,
  sponsorName,
  time,
  title,
  warning,
  webAddress,
  word,
} from './fields.ts';
import type { Known } from './known.ts';
import { maxPathBytes } from './lengths.ts';
import { ownFields } from './own-fields.ts';
import { type Site, sectionOf } from './site.ts';
import { firstPath } from './story-id.ts';
import { focus } from './written-focus.ts';
import { license } from './written-license.ts';
import type { Form } from './yaml.ts';

const articleTypes = ['news', 'analysis', 'opinion', 'interview', 'feature'] as const;
export type ArticleType = (typeof articleTypes)[number];

/** What is said of a picture wherever it stands: what is to stay in it where it is cut, and until when it may be shown. */
const pictureTerms = { focus: focus.optional(), expires: time.optional() };

const image = z.strictObject({
  file: word(maxPathBytes),
  alt,
  caption: inLanguages(passage).optional(),
  credit: inLanguages(name).optional(),
  license: name.optional(),
  ...pictureTerms,
});

/** The headline as it is said elsewhere; where one is missing, the headline itself. */
const titles = z.strictObject({
  /** In lists of the site: fronts, archives, stories beside others. */
  short: title.optional(),
  /** For search engines: the title of its own page. */
  search: title.optional(),
  /** Where a link to it is shared. */
  card: title.optional(),
});

const articleSchema = z.strictObject({
  /** The headline. */
  title,
  titles: titles.optional(),
  /** Above the headline, in place of its section and type. */
  kicker: name.optional(),
  /** The standfirst; also the meta description, and what feeds and cards show. */
  summary: passage,
  /** `2015-11-26 09:30` in the site's time zone, or with an offset. Not public before it. */
  date: time,
  /** Ids of `authors/`, in the order of the byline. */
  authors: list(id).min(1),
  /** Ids of `authors/` too; the story is not in their lists. */
  translators: list(id).default([]),
  /** `role` is what they did, in the language of the story. */
  contributors: list(z.strictObject({ author: id, role: name })).default([]),
  /** The dateline: where the story was written. */
  place: name.optional(),
  section: id,
  /** Any ids; a file in `topics/` gives a topic a name and an introduction. */
  topics: list(id).default([]),
  /** Any id: stories with the same one are one running story, whose earlier and later parts each shows. */
  thread: id.optional(),
  /** Any id: stories with the same one are the parts of one series, which has a front. */
  series: id.optional(),
  /** Who paid for it, and the address that its label leads to. */
  sponsor: z.strictObject({ name: sponsorName, url: webAddress.optional() }).optional(),
  /** In place of that of `site.yaml`; `none`: no one may use it unasked. */
  license: license.optional(),
  /** What readers are to know before they see it; its lead picture stands on its own page alone. */
  warning: warning.optional(),
  /** Key points, shown above the text. */
  points: list(passage).default([]),
  type: z.enum(articleTypes).default('news'),
  /** The lead picture, from the folder with the story's name. */
  image: image.optional(),
  /** What the text cannot say of its pictures. */
  pictures: list(z.strictObject({ file: word(maxPathBytes), ...pictureTerms })).default([]),
  sources: list(z.strictObject({ title, url: webAddress, publisher: name.optional() })).default([]),
  /** When something that matters was added or changed. */
  updated: time.optional(),
  /** Each text is a line of Markdown. */
  corrections: list(z.strictObject({ date: time, text: markdownLine })).default([]),
  /** Old addresses that lead here. */
  redirectFrom: list(z.string()).default([]),
  /** The path under which it was published first, if that is not its present one (`story-id.ts`). */
  id: firstPath.optional(),
  /** Where it was published first, on another site. */
  canonical: webAddress.optional(),
  /** Search engines are told to leave it out. */
  noindex: z.boolean().default(false),
  /** Never public. */
  draft: z.boolean().default(false),
  /** Taken down: its URL says why, and nothing else of it is left. */
  withdrawn: z
    .strictObject({
      date: time,
      reason: inLanguages(passage),
      /** False: only the story in this language. */
      allLanguages: z.boolean().default(true),
    })
    .optional(),
});

/** Front matter as it is written. */
export type Written = z.infer<typeof articleSchema>;

/** The keys that front matter has without own fields. */
export const articleKeys: readonly string[] = Object.keys(articleSchema.shape);

/** For a story of this newsroom on a day, as in `2015-11-26`. */
export function articleForm(site: Site, known: Known, day: string): Form<Written> {
  const own = [...ownFields];
  const shape = Object.fromEntries(own.map(([key, { schema }]) => [key, schema]));
  const examples = Object.fromEntries(own.map(([key, { example }]) => [key, example]));
  return {
    schema: own.length === 0 ? articleSchema : (articleSchema.extend(shape) as unknown as typeof articleSchema),
    example: () => ({ ...exampleArticle(site, known, day), ...examples }),
  };
}

function exampleArticle(site: Site, known: Known, day: string): Record<string, Example> {
  const author = new OneOf(known.authors(), 'ann-lee');
  return {
    title: 'The ferry sails again',
    titles: { short: 'Ferry sails', search: 'Ferry sails again after storm', card: 'The ferry is back' },
    kicker: 'Harbour',
    summary: 'It leaves at eight, as it did before the storm',
    date: `${day} 09:30`,
    authors: [author],
    translators: [author],
    contributors: [{ author, role: 'Photography' }],
    place: placeOf(site.timeZone),
    section: sectionOf(site),
    topics: ['ferries'],
    thread: 'ferry-repairs',
    series: 'harbour-year',
    sponsor: { name: 'Harbour Lines', url: 'https://lines.example/' },
    license: 'CC BY 4.0',
    warning: 'This story tells of a drowning',
    points: ['The ferry leaves at eight'],
    type: 'news',
    image: {
      file: 'ferry.jpg',
      alt: 'The ferry at the quay',
      caption: 'The ferry',
      credit: 'Ann Lee',
      license: 'CC BY 4.0',
      focus: '60% 30%',
      expires: `${Number(day.slice(0, 4)) + 1}-12-31`,
    },
    pictures: [{ file: 'quay.jpg', focus: '50% 20%', expires: `${Number(day.slice(0, 4)) + 1}-12-31` }],
    sources: [{ title: 'The timetable', url: 'https://port.example/timetable', publisher: 'The port' }],
    updated: `${day} 18:00`,
    corrections: [{ date: day, text: 'The ferry leaves at eight' }],
    redirectFrom: ['/ferry.html'],
    id: `/${day.replaceAll('-', '/')}/ferry-sails/`,
    canonical: 'https://partner.example/ferry',
    noindex: true,
    draft: true,
    withdrawn: { date: day, reason: 'The report was wrong', allLanguages: false },
  };
}

/** `Buenos Aires` of `America/Argentina/Buenos_Aires`. */
function placeOf(zone: string): string {
  return zone.replace(/^.*\//, '').replaceAll('_', ' ');
}
