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
import { described } from './yaml/schema.ts';
import type { Form } from './yaml.ts';

const articleTypes = ['news', 'analysis', 'opinion', 'interview', 'feature'] as const;
export type ArticleType = (typeof articleTypes)[number];

/** What is said of a picture wherever it stands. */
const pictureTerms = {
  focus: described(focus.optional(), 'What is to stay in it where it is cut: how far from the left and from the top.'),
  expires: described(time.optional(), 'Until when it may be shown, to the end of that day or to a time.'),
  wide: described(
    z.boolean().optional(),
    'Whether it goes on over the column beside the text, from 1,000 pixels up; left out: the lead picture does, and those of a feature.',
  ),
};

const image = z.strictObject({
  file: described(word(maxPathBytes), 'Its name, in the folder with the story’s name.'),
  alt: described(alt, 'What it shows, for those who cannot see it; "" for one that needs no words.'),
  caption: described(inLanguages(passage).optional(), 'What stands below it.'),
  credit: described(inLanguages(name).optional(), 'Who made it.'),
  license: described(name.optional(), 'Under which it may be shown.'),
  ...pictureTerms,
});

const titles = z.strictObject({
  short: described(title.optional(), 'In lists of the site: fronts, archives, stories beside others.'),
  search: described(title.optional(), 'For search engines: the title of its own page.'),
  card: described(title.optional(), 'Where a link to it is shared.'),
});

const contributor = z.strictObject({
  author: described(id, 'The id of a file in authors/.'),
  role: described(name, 'What they did, in the language of the story.'),
});

const articleSchema = z.strictObject({
  title: described(title, 'The headline.'),
  titles: described(
    titles.optional(),
    'The headline as it is said elsewhere; where one is missing, the headline itself.',
  ),
  kicker: described(name.optional(), 'Above the headline, in place of its topic and type.'),
  summary: described(passage, 'The standfirst; search engines, feeds and cards show it too.'),
  date: described(time, 'As in 2015-11-26 09:30, in the site’s time zone. The story is not public before it.'),
  authors: described(list(id).min(1), 'Ids of files in authors/, in the order of the byline.'),
  translators: described(list(id).default([]), 'Ids of files in authors/; the story is not in their lists.'),
  contributors: described(list(contributor).default([]), 'Who else worked on it, named below the byline.'),
  place: described(name.optional(), 'The dateline: where the story was written.'),
  section: described(id, 'The id of a section of site.yaml.'),
  topics: described(list(id).default([]), 'Any ids; a file in topics/ gives a topic a name and an introduction.'),
  thread: described(
    id.optional(),
    'Any id: stories with the same one are one running story, and each shows its parts.',
  ),
  series: described(id.optional(), 'Any id: stories with the same one are the parts of one series, which has a front.'),
  sponsor: described(
    z
      .strictObject({
        name: described(sponsorName, 'As readers are told.'),
        url: described(webAddress.optional(), 'Where the label leads.'),
      })
      .optional(),
    'Who paid for it.',
  ),
  license: described(license.optional(), 'In place of that of site.yaml; none: no one may use it unasked.'),
  warning: described(
    warning.optional(),
    'What readers are to know before they see it; its lead picture then stands on its own page alone.',
  ),
  points: described(list(passage).default([]), 'Key points, shown above the text.'),
  type: described(z.enum(articleTypes).default('news'), 'What kind of story it is.'),
  image: described(image.optional(), 'The lead picture.'),
  pictures: described(
    list(
      z.strictObject({
        file: described(word(maxPathBytes), 'The name of a picture that the text shows.'),
        ...pictureTerms,
      }),
    ).default([]),
    'What the text cannot say of its pictures.',
  ),
  sources: described(
    list(
      z.strictObject({
        title: described(title, 'What it is called.'),
        url: described(webAddress, 'Where it is.'),
        publisher: described(name.optional(), 'Who published it.'),
      }),
    ).default([]),
    'Where readers can look it up.',
  ),
  updated: described(time.optional(), 'When something that matters was added or changed.'),
  corrections: described(
    list(
      z.strictObject({
        date: described(time, 'When it was corrected.'),
        text: described(markdownLine, 'What was wrong and is right now: a line of Markdown.'),
      }),
    ).default([]),
    'What was wrong once, for readers.',
  ),
  redirectFrom: described(list(z.string()).default([]), 'Old addresses that lead here.'),
  id: described(firstPath.optional(), 'The path under which it was published first, if that is not its present one.'),
  canonical: described(webAddress.optional(), 'Where it was published first, on another site.'),
  noindex: described(z.boolean().default(false), 'Search engines are told to leave it out.'),
  draft: described(z.boolean().default(false), 'Never public.'),
  withdrawn: described(
    z
      .strictObject({
        date: described(time, 'From when on it is gone.'),
        reason: described(inLanguages(passage), 'Why, for readers.'),
        allLanguages: described(z.boolean().default(true), 'false: only the story in this language.'),
      })
      .optional(),
    'Taken down: its address says why, and nothing else of it is left.',
  ),
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
      wide: true,
    },
    pictures: [{ file: 'quay.jpg', focus: '50% 20%', expires: `${Number(day.slice(0, 4)) + 1}-12-31`, wide: true }],
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
