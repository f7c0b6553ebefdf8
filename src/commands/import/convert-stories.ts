/** Converts stories of a source, one after the other, and writes each where it belongs: into the content, or into quarantine. */
import { parseArticle } from '../../content/article.ts';
import { pathOnSite } from '../../content/links.ts';
import { outlineBody } from '../../content/markdown/outline.ts';
import { isWebAddress } from '../../content/names.ts';
import { parsePage } from '../../content/page.ts';
import { contentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import { LinkResolver } from '../../import/link-resolver.ts';
import type { Mapping } from '../../import/mapping.ts';
import type { Media } from '../../import/media.ts';
import { type OldAddresses, oldPath } from '../../import/old-addresses.ts';
import type { Placed, Places } from '../../import/places.ts';
import type { Source, SourceStory } from '../../import/source-story.ts';
import { type Image, storyFile } from '../../import/story-file.ts';
import { keyOf, type Survey } from '../../import/survey.ts';
import { type Converted, convertText } from '../../import/text/convert.ts';
import type { Loss } from '../../import/text/loss.ts';
import { plainLine } from '../../import/text/plain.ts';
import type { Dialect } from '../../import/text/source-html.ts';
import { isFault, type Problem } from '../../problem.ts';
import { StoryFiles } from './story-pictures.ts';

export type Work = {
  source: Source;
  survey: Survey;
  places: Places;
  addresses: OldAddresses;
  mapping: Mapping;
  site: Site;
  media: Media;
  hosts: readonly string[];
  dialect: Dialect;
  /** Stories in quarantine, with what is wrong with them. */
  out: Map<string, Problem[]>;
  /** Nothing is written, so that the newsroom as a whole cannot be asked. */
  isDryRun: boolean;
  /** `story file` of pictures that are none. */
  bad: Set<string>;
};

/** What became of a story. */
export type Outcome = {
  placed: Placed;
  text: string;
  problems: Problem[];
  losses: Loss[];
  files: StoryFiles;
  hasOwnSummary: boolean;
  withoutAlt: number;
  /** Keys of stories that it links to, or would. */
  links: Set<string>;
};

/** Those of `only`, or all. */
export async function* convertStories(work: Work, only?: ReadonlySet<string>): AsyncGenerator<Outcome> {
  const resolver = new LinkResolver(work.addresses, work.places, work.hosts, new Set());
  for await (const item of work.source.items()) {
    if (item.kind !== 'story' && item.kind !== 'page') continue;
    const placed = work.places.placed.get(keyOf(item.place));
    if (placed && (!only || only.has(placed.key))) yield convertStory(item, placed, { ...work, resolver });
  }
}

function convertStory(story: SourceStory, placed: Placed, work: Work & { resolver: LinkResolver }): Outcome {
  const { site, mapping, media, dialect } = work;
  const files = new StoryFiles(placed, work);
  const links = new Set<string>();
  const losses: Loss[] = [];
  const link = (href: string) => {
    const led = work.resolver.resolve(href, placed);
    if (led === undefined) return files.document(href);
    if ('file' in led) return undefined;
    if (led.story !== undefined) links.add(led.story);
    if (led.isWithoutPlace) losses.push({ kind: 'link-place', text: '', detail: href });
    return led.story !== undefined && work.out.has(led.story) ? { later: led.to } : led.to;
  };
  const image = leadImage(story, files, work.survey);
  if (story.lead && !image && placed.story !== undefined)
    losses.push({ kind: 'picture', text: '', detail: `the lead picture ${story.lead.src ?? story.lead.id ?? ''}` });
  const redirects = work.addresses.redirects.get(placed.key) ?? [];
  const fileOf = (markdown: string, opening: string) =>
    storyFile({ story, placed, image, redirects, opening, markdown }, mapping, site);
  const converted = convertText(story.body, {
    ...{ dialect, link, furniture: mapping.furniture, codes: mapping.shortcodes },
    faultsOf: (markdown, opening) => {
      const { text } = fileOf(markdown, opening);
      return work.isDryRun ? faultsIn(text, placed, site) : faultsOfBody(text, markdown, placed, site);
    },
    isOwn: (address) => oldPath(address, work.hosts) !== undefined,
    picture: (src) => files.picture(src),
    document: (src) => files.document(src),
    whole: (src) => {
      const address = media.whole(src, placed.facts.urls[0]);
      return isWebAddress(address) && pathOnSite(address, site) === undefined ? address : undefined;
    },
  });
  const withoutAlt = [...converted.markdown.matchAll(/!\[""\]\(/g)].length + Number(image?.alt === '');
  return {
    ...{ placed, files, links, withoutAlt, ...fileOf(converted.markdown, converted.opening) },
    losses: [...converted.losses, ...losses],
    problems: [...converted.faults, ...notFaithful(converted, placed)],
  };
}

function leadImage(story: SourceStory, files: StoryFiles, survey: Survey): Image | undefined {
  const { lead } = story;
  if (!lead) return undefined;
  const medium = lead.id === undefined ? survey.media.get(lead.src ?? '') : survey.media.get(`id:${lead.id}`);
  const src = lead.src ?? medium?.srcs[0];
  const file = src === undefined ? undefined : files.picture(src);
  if (file === undefined) return undefined;
  const [alt, caption, credit] = [
    lead.alt ?? medium?.alt ?? '',
    lead.caption ?? medium?.caption,
    lead.credit ?? medium?.credit,
  ];
  const said = (text: string | undefined, most: number) =>
    text ? plainLine({ format: 'html', text }).slice(0, most) : '';
  const words = caption ? plainLine(caption).slice(0, 2900) : '';
  const by = said(credit, 290);
  return {
    file: file.slice(file.indexOf('/') + 1),
    alt: said(alt, 2900),
    ...(words && { caption: words }),
    ...(by && { credit: by }),
  };
}

function faultsIn(text: string, { path }: Placed, site: Site): Problem[] {
  const place = contentPath(path, 0);
  if (!place) return [];
  if ('code' in place) return [place];
  const bytes = Buffer.from(text);
  const { problems } =
    place.kind === 'article'
      ? parseArticle(bytes, place, site)
      : place.kind === 'page'
        ? parsePage(bytes, place, site)
        : { problems: [] };
  return problems.filter(isFault);
}

/** Of the text alone: what is wrong above it, the newsroom as a whole is asked (`sync-round.ts`), which reads the file anyhow. */
function faultsOfBody(text: string, markdown: string, { path }: Placed, site: Site): Problem[] {
  const above = text.slice(0, text.length - markdown.length - 1);
  return outlineBody(markdown, path, above.split('\n').length, site).problems.filter(isFault);
}

export function notFaithful({ unfaithful }: Pick<Converted, 'unfaithful'>, { path }: Pick<Placed, 'path'>): Problem[] {
  if (!unfaithful) return [];
  const words = (some: readonly string[]) => some.slice(0, 12).join(' ') + (some.length > 12 ? ' …' : '');
  const { missing, extra } = unfaithful;
  const what = [
    missing.length > 0 ? `words of the source are missing (${words(missing)})` : '',
    extra.length > 0 ? `there are words that the source does not have (${words(extra)})` : '',
  ]
    .filter(Boolean)
    .join(', and ');
  return [
    {
      code: 'import/not-faithful',
      file: path,
      what: `This is not what readers saw on the old site: ${what}.`,
      fix: 'Compare it with the old page, and mend the text.',
    },
  ];
}
