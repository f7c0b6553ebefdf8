/** One story of a source as the file of one, and what became of it: of plain data alone, so that any thread can do it. */
import { nothingKnown } from '../../content/known.ts';
import { pathOnSite } from '../../content/links.ts';
import { isPreviewed } from '../../content/markdown/address-findings.ts';
import { isWebAddress } from '../../content/names.ts';
import type { ParsedFile } from '../../content/parsed-file.ts';
import { contentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import type { Led } from '../../import/link-resolver.ts';
import type { Mapping } from '../../import/mapping.ts';
import { type FoundFile, wholeAddress } from '../../import/media.ts';
import { placeOfOldFile } from '../../import/old-files.ts';
import { oldPath } from '../../import/old-path.ts';
import type { Placed } from '../../import/places.ts';
import type { SourceMedium, SourceStory } from '../../import/source-story.ts';
import { type Image, type StoryFile, storyFile } from '../../import/story-file.ts';
import { type Converted, convertText } from '../../import/text/convert.ts';
import type { HeadingPlaces } from '../../import/text/heading-places.ts';
import type { Loss } from '../../import/text/loss.ts';
import { plainLine } from '../../import/text/plain.ts';
import type { Dialect } from '../../import/text/source-html.ts';
import { isFault, type Problem } from '../../problem.ts';
import { parseText } from '../../sync/parse-content.ts';
import { StoryFiles, type ToCopy } from './story-pictures.ts';

/** The same for all stories. */
export type Settings = {
  mapping: Mapping;
  site: Site;
  hosts: readonly string[];
  dialect: Dialect;
};

export type ToConvert = {
  story: SourceStory;
  placed: Placed;
  redirects: readonly string[];
  /** What the source knows of its lead picture. */
  medium?: SourceMedium | undefined;
  /** Files that turned out to be no pictures. */
  bad: readonly string[];
};

/** What a text asks of the archive that it is part of. `isOut`: it is of a story in quarantine; `place`: that of its text. */
export type Archive = {
  led(href: string): { led: Led; isOut?: boolean; place?: string | undefined };
  find(src: string): FoundFile | undefined;
};

/** What became of a story. */
export type Outcome = {
  text: string;
  /** What the newsroom’s own parser made of it, as JSON; undefined of a text with faults. */
  parsed: string | undefined;
  problems: Problem[];
  losses: Loss[];
  /** `remote`: whole addresses of pictures that are elsewhere; `renamed`: names that were wrong, with what the bytes are. */
  files: { copies: ToCopy[]; remote: string[]; renamed: string[] };
  hasOwnSummary: boolean;
  withoutAlt: number;
  /** Keys of stories that it links to, or would. */
  links: string[];
  /** Places in texts of other stories that it links to, by their keys. */
  wanted: [key: string, place: string][];
  places: HeadingPlaces;
};

export function convertStory(
  { story, placed, redirects, medium, bad }: ToConvert,
  archive: Archive,
  { site, mapping, hosts, dialect }: Settings,
): Outcome {
  const from = placed.facts.urls[0];
  const files = new StoryFiles(placed.story, {
    ...{ find: archive.find, bad },
    placeOf: (src, file) => (placed.isPublic ? placeOfOldFile(src, file, { hosts, from, site }) : undefined),
  });
  const links = new Set<string>();
  const wanted: Outcome['wanted'] = [];
  const losses: Loss[] = [];
  const link = (href: string) => {
    if (isPreviewed(href, site)) return undefined;
    const { led, isOut, place } = archive.led(href);
    if (led === undefined) return files.document(href) ?? files.asItIs(href);
    if ('file' in led) return undefined;
    if (led.story !== undefined) links.add(led.story);
    if (led.story !== undefined && led.place !== undefined) wanted.push([led.story, led.place]);
    if (isOut) return { later: led.to };
    if (place !== undefined) return `${led.to}#${place}`;
    if (led.place !== undefined) losses.push({ kind: 'link-place', text: '', detail: href });
    return led.to;
  };
  const image = leadImage(story, files, medium);
  if (story.lead && !image && placed.story !== undefined)
    losses.push({ kind: 'picture', text: '', detail: `the lead picture ${story.lead.src ?? story.lead.id ?? ''}` });
  let last: { markdown: string; file: StoryFile; read: ParsedFile<unknown> } | undefined;
  const readAs = (markdown: string, opening: string) => {
    if (last?.markdown === markdown) return last;
    const file = storyFile({ story, placed, image, redirects, opening, markdown }, mapping, site);
    last = { markdown, file, read: readStory(file.text, placed, site) };
    return last;
  };
  const converted = convertText(story.body, {
    ...{ dialect, link, furniture: mapping.furniture, codes: mapping.shortcodes },
    faultsOf: (markdown, opening) => readAs(markdown, opening).read.problems.filter(isFault),
    isOwn: (address) => oldPath(address, hosts) !== undefined || isPreviewed(address, site),
    picture: (src) => files.picture(src),
    document: (src) => files.document(src),
    whole: (src) => {
      const address = wholeAddress(src, { hosts, from });
      const isElsewhere = isWebAddress(address) && pathOnSite(address, site) === undefined;
      return files.asItIs(src) ?? (isElsewhere ? address : undefined);
    },
  });
  const withoutAlt = [...converted.markdown.matchAll(/!\[""\]\(/g)].length + Number(image?.alt === '');
  const { file, read } = readAs(converted.markdown, converted.opening);
  return {
    ...{ withoutAlt, ...file },
    parsed: read.value === undefined ? undefined : JSON.stringify(read),
    files: { copies: files.copies, remote: files.remote, renamed: files.renamed },
    links: [...links],
    wanted,
    places: converted.places,
    losses: [...converted.losses, ...losses],
    problems: [...converted.faults, ...notFaithful(converted, placed), ...hiddenPage(placed)],
  };
}

function leadImage({ lead }: SourceStory, files: StoryFiles, medium: SourceMedium | undefined): Image | undefined {
  if (!lead) return undefined;
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

function readStory(text: string, { path }: Placed, site: Site): ParsedFile<unknown> {
  const place = contentPath(path, 0);
  if (!place) return { problems: [] };
  if ('code' in place) return { problems: [place] };
  return parseText(place, Buffer.from(text), { site, known: nothingKnown });
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

/** A story that readers did not have is a draft; a page has none, and would be public. */
export function hiddenPage({
  story,
  isPublic,
  path,
  facts,
}: Pick<Placed, 'story' | 'isPublic' | 'path' | 'facts'>): Problem[] {
  if (story !== undefined || isPublic) return [];
  const state = facts.state === 'draft' ? 'was a draft' : 'was not for everyone';
  return [
    {
      code: 'import/hidden-page',
      file: path,
      what: `The page ${state} on the old site, and here every page is public.`,
      fix: 'Take it in if everyone may read it, or delete the file.',
    },
  ];
}
