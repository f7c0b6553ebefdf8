/** A feed, whatever its format: the three renderers beside this file write the same one. */

import type { License } from '../../src/content/license.ts';
import { plainLine } from '../../src/content/markdown/line.ts';
import type { Language } from '../../src/content/names.ts';
import { jpegOf } from '../../src/content/pictures.ts';
import type { Picture } from '../../src/content/records.ts';
import type { Site } from '../../src/content/site.ts';
import type { Seconds } from '../../src/content/times.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { CorrectionRecord } from '../../src/routes/corrections.ts';
import type { FeedProps, FeedStory, Recording } from '../../src/routes/feeds.ts';
import { type Here, hereIn, publicationOf, sectionDescription, sectionTitle, siteDescriptionOf } from '../here.ts';
import { withLabels } from '../labels.ts';
import { lineHtml } from '../line-html.ts';
import type { Words } from '../words.ts';
import { element, type Xml } from '../xml.ts';
import { type Html, inLanguage } from './html.ts';

/** All addresses are absolute. */
export type Feed = {
  /** Never changes with the host. */
  id: string;
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
  license?: License | undefined;
  recording?: Recording;
};

export function feedOf(props: FeedProps, site: Site): Feed {
  const here = hereIn(props.language, site);
  const entries = [
    ...props.withdrawn.map((story) => withdrawnEntry(story, here)),
    ...props.stories.map((story) => storyEntry(story, here)),
    ...correctionEntries(props.corrections, here),
  ];
  const instants = entries.map(({ at, changed = at }) => changed);
  return {
    ...nameOf(props.front, here),
    id: `${site.ids ?? site.url}${props.url}`,
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
  const { id, url, title, summary, at, changed, type, section, topics, authors, image, recording, sponsor } = story;
  const address = absoluteUrl(url, site);
  return {
    id,
    url: address,
    title: withLabels(title, { sponsor }, here),
    summary: withLabels(summary, story, here),
    html: storyHtml(story, here),
    at,
    changed,
    authors: authors.map((author) => ({ name: author.name, url: absoluteUrl(author.url, site) })),
    categories: [
      ...(sponsor === undefined ? [] : [words.sponsoredBy(sponsor)]),
      ...(type === 'news' ? [] : [words.types[type]]),
      sectionTitle(section, here),
      ...topics,
    ],
    license: story.license,
    image: image && absoluteUrl(jpegOf(image, 'large').url, site),
    recording,
  };
}

/** In the place of a story that readers may have: that it was taken down, and why. */
function withdrawnEntry({ id, url, at, withdrawn }: FeedProps['withdrawn'][number], here: Here): FeedEntry {
  const { site, words } = here;
  return {
    id,
    url: absoluteUrl(url, site),
    title: words.withdrawn.title,
    summary: withdrawn.reason,
    html: inLanguage({ html: element('p', {}, withdrawn.reason).markup }, withdrawn.language),
    at,
    changed: withdrawn.at,
    authors: [{ name: publicationOf(here), url: site.url }],
    categories: [],
  };
}

function correctionEntries(corrections: readonly CorrectionRecord[], here: Here): FeedEntry[] {
  const { site, words } = here;
  return corrections.map(({ id, at, text, links, story }) => {
    const address = absoluteUrl(story.url, site);
    const isSponsored = story.sponsor !== undefined;
    return {
      id,
      url: `${address}#corrections`,
      title: words.correction + words.colon + withLabels(story.title, { sponsor: story.sponsor }, here),
      summary: plainLine(text),
      html: inLanguage(
        { html: `<p>${lineHtml(text, { links: absoluteLinks(links, site), page: address, isSponsored }, site)}</p>` },
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

/** The story as a reader of feeds sees it: who paid for it, what readers are warned of, its picture, its text, and what was corrected. */
function storyHtml(story: FeedStory, here: Here): Html {
  const { url, image, corrections, body, sponsor, warning } = story;
  const { site, words, language } = here;
  const paid = sponsor === undefined ? undefined : element('p', {}, element('b', {}, words.sponsoredBy(sponsor)));
  const warned =
    warning === undefined ? undefined : element('p', {}, element('b', {}, words.contentWarning + words.colon), warning);
  const picture = image && element('figure', {}, imageOf(image, site), captionOf(image, words));
  const label = element('b', {}, words.correction + words.stop).markup;
  const corrected = corrections.map(({ text }) => `<p>${label} ${lineHtml(text, body, site)}</p>`);
  const goesOn = body.isCut ? goesOnAt(absoluteUrl(url, here.site), here).markup : '';
  const before = [paid, warned, picture].map((each) => each?.markup);
  return inLanguage({ html: [...before, body.html, goesOn, ...corrected].filter(Boolean).join('\n') }, language);
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
