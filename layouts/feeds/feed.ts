/** A feed, whatever its format: the three renderers beside this file write the same one. */

import { plainLine } from '../../src/content/markdown/line.ts';
import type { Language } from '../../src/content/names.ts';
import { jpegOf } from '../../src/content/pictures.ts';
import type { Picture } from '../../src/content/records.ts';
import type { Site } from '../../src/content/site.ts';
import { inZone, type Seconds } from '../../src/content/times.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { CorrectionRecord } from '../../src/routes/corrections.ts';
import type { FeedProps, FeedStory, Recording } from '../../src/routes/feeds.ts';
import { type Here, hereIn, publicationOf, sectionDescription, sectionTitle, siteDescriptionOf } from '../here.ts';
import { lineHtml } from '../line-html.ts';
import type { Words } from '../words.ts';
import { element, type Xml } from '../xml.ts';
import { type Html, inLanguage } from './html.ts';

/** All addresses are absolute. */
export type Feed = {
  title: string;
  description: string;
  language: Language;
  publication: string;
  /** The feed's own address, and that of the page whose stories it carries. */
  url: string;
  page: string;
  /** When anything in it last changed; undefined for an empty feed. */
  changed: Seconds | undefined;
  entries: FeedEntry[];
};

export type FeedEntry = {
  /** Never changes, whatever is edited. */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** The whole text. */
  html: Html;
  at: Seconds;
  /** Only for a change that means something: an update or a correction. */
  changed?: Seconds;
  authors: { name: string; url: string }[];
  categories: string[];
  image?: string;
  recording?: Recording;
};

export function feedOf(props: FeedProps, site: Site): Feed {
  const here = hereIn(props.language, site);
  const entries = [
    ...props.stories.map((story) => storyEntry(story, here)),
    ...correctionEntries(props.corrections, here),
  ];
  const instants = entries.map(({ at, changed = at }) => changed);
  return {
    ...nameOf(props.front, here),
    language: props.language,
    publication: publicationOf(here),
    url: absoluteUrl(props.url, site),
    page: absoluteUrl(props.front.url, site),
    changed: instants.length > 0 ? Math.max(...instants) : undefined,
    entries,
  };
}

function nameOf({ of, id, name }: FeedProps['front'], here: Here): Pick<Feed, 'title' | 'description'> {
  const publication = publicationOf(here);
  if (of === 'all') return { title: publication, description: siteDescriptionOf(here) };
  if (of === 'corrections')
    return { title: `${here.words.corrections} — ${publication}`, description: here.words.correctionsPage.text };
  const title = `${name ?? id} — ${publication}`;
  return { title, description: (of === 'section' ? sectionDescription(id, here) : undefined) ?? title };
}

function storyEntry(story: FeedStory, here: Here): FeedEntry {
  const { site, words } = here;
  const { url, title, summary, at, changed, type, section, topics, authors, image, recording } = story;
  const address = absoluteUrl(url, site);
  return {
    id: address,
    url: address,
    title,
    summary,
    html: storyHtml(story, here),
    at,
    changed,
    authors: authors.map((author) => ({ name: author.name, url: absoluteUrl(author.url, site) })),
    categories: [...(type === 'news' ? [] : [words.types[type]]), sectionTitle(section, here), ...topics],
    image: image && absoluteUrl(jpegOf(image, 'large').url, site),
    recording,
  };
}

/** Each has an id made of its story's and its time as it was written; of several at one time, the later ones are numbered. */
function correctionEntries(corrections: readonly CorrectionRecord[], here: Here): FeedEntry[] {
  const { site, words } = here;
  const seen = new Map<string, number>();
  return corrections.map(({ at, text, links, story }) => {
    const address = absoluteUrl(story.url, site);
    const time = inZone(at, site.timeZone).toISO({
      includeOffset: false,
      suppressMilliseconds: true,
      suppressSeconds: true,
    });
    const name = `${address}#correction-${time}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return {
      id: count === 1 ? name : `${name}-${count}`,
      url: `${address}#corrections`,
      title: words.correction + words.colon + story.title,
      summary: plainLine(text),
      html: inLanguage(
        { html: `<p>${lineHtml(text, { links: absoluteLinks(links, site), page: address })}</p>` },
        here.language,
      ),
      at,
      authors: [{ name: publicationOf(here), url: site.url }],
      categories: [sectionTitle(story.section, here)],
    };
  });
}

function absoluteLinks(links: CorrectionRecord['links'], site: Site): CorrectionRecord['links'] {
  return Object.fromEntries(Object.entries(links).map(([href, url]) => [href, url && absoluteUrl(url, site)]));
}

/** The story as a reader of feeds sees it: its picture, its text, and what was corrected. */
function storyHtml({ url, image, corrections, body }: FeedStory, here: Here): Html {
  const { site, words, language } = here;
  const picture = image && element('figure', {}, imageOf(image, site), captionOf(image, words));
  const label = element('b', {}, words.correction + words.stop).markup;
  const corrected = corrections.map(({ text }) => `<p>${label} ${lineHtml(text, body)}</p>`);
  const goesOn = body.isCut ? goesOnAt(absoluteUrl(url, here.site), here).markup : '';
  return inLanguage({ html: [picture?.markup, body.html, goesOn, ...corrected].filter(Boolean).join('\n') }, language);
}

/** Where the rest of a text is that is cut here. */
function goesOnAt(address: string, here: Here): Xml {
  return element('p', {}, element('a', { href: address }, here.words.goesOn(publicationOf(here))));
}

function imageOf(image: Picture, site: Site): Xml {
  const { url, width, height } = jpegOf(image, 'large');
  const size = { width: String(width), height: String(height) };
  return element('img', { src: absoluteUrl(url, site), ...size, alt: image.alt });
}

function captionOf({ caption, credit, license }: Picture, { comma }: Words): Xml | undefined {
  const text = [caption, [credit, license].filter(Boolean).join(comma)].filter(Boolean).join(' ');
  return text === '' ? undefined : element('figcaption', {}, text);
}
