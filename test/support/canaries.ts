/** Words that occur nowhere else, one for each thing a story can say, so that any leak names what leaked. */
import { randomBytes } from 'node:crypto';
import { articleText } from './newsroom.ts';
import { png } from './pictures.ts';

const fields = [
  'title',
  'summary',
  'place',
  'topic',
  'topicName',
  'introduction',
  'point',
  'body',
  'quote',
  'slug',
  'author',
  'authorName',
  'bio',
  'source',
  'sourceUrl',
  'publisher',
  'sponsor',
  'sponsorUrl',
  'warning',
  'correction',
  'caption',
  'credit',
  'license',
  'alt',
  'bodyAlt',
  'bodyCaption',
  'redirect',
  'picture',
  'bodyPicture',
  'pictureBytes',
  'bodyPictureBytes',
] as const;

export type Canaries = Record<(typeof fields)[number], string>;

/** Ids and file names are lower case, so all of them are. */
export function canaries(): Canaries {
  return Object.fromEntries(fields.map((field) => [field, `zq${randomBytes(7).toString('hex')}`])) as Canaries;
}

/** A picture with the word among its bytes, behind its end. */
export function pictureOf(word: string): Uint8Array {
  return Buffer.concat([png, Buffer.from(word)]);
}

/** A story at `day/slug` that says each of the words once, with its author, its topic and its pictures. */
export function canaryStory(
  day: string,
  words: Canaries,
  more: Record<string, unknown> = {},
): Record<string, string | Uint8Array> {
  const story = `articles/${day}/${words.slug}`;
  const fields = {
    title: `Headline ${words.title}`,
    summary: `Standfirst ${words.summary}`,
    place: words.place,
    authors: [words.author],
    topics: [words.topic],
    points: [`Point ${words.point}`],
    image: {
      file: `${words.picture}.png`,
      alt: `Alt ${words.alt}`,
      caption: `Caption ${words.caption}`,
      credit: `Credit ${words.credit}`,
      license: words.license,
    },
    sponsor: { name: words.sponsor, url: `https://sponsor.example/${words.sponsorUrl}` },
    warning: words.warning,
    sources: [
      { title: `Source ${words.source}`, url: `https://source.example/${words.sourceUrl}`, publisher: words.publisher },
    ],
    corrections: [{ date: `${day.replaceAll('/', '-')} 05:00`, text: `Correction ${words.correction}` }],
    redirectFrom: [`/old/${words.redirect}/`],
    ...more,
  };
  const body = `Text ${words.body}.\n\n::: quote {by="${words.quote}"}\nSaid.\n:::\n\n![${words.bodyAlt}](${words.slug}/${words.bodyPicture}.png "${words.bodyCaption} | Agency")`;
  return {
    [`${story}.md`]: articleText(fields, body),
    [`${story}/${words.picture}.png`]: pictureOf(words.pictureBytes),
    [`${story}/${words.bodyPicture}.png`]: pictureOf(words.bodyPictureBytes),
    [`authors/${words.author}.yaml`]: `name: ${words.authorName}\nbio: ${words.bio}\n`,
    [`topics/${words.topic}.md`]: `---\nname: ${words.topicName}\n---\n\n${words.introduction}\n`,
  };
}
