/** `site.yaml`: what is true of the whole site, and so part of every page. */
import type { z } from 'zod';
import { isFault, type Problem } from '../problem.ts';
import { OneOf } from './example.ts';
import { type Icons, noOwnIcons } from './icons.ts';
import { pathOnSite, readLink, writtenLink } from './links.ts';
import { type Language, type Text, wordsLanguages } from './names.ts';
import type { Wording } from './parse-wording.ts';
import { readFormerAddresses } from './redirect.ts';
import { siteForm } from './site-form.ts';
import { folded } from './spelling.ts';
import { untranslatedProblems } from './untranslated.ts';
import { type Field, type ReadYaml, readYaml } from './yaml.ts';
import { nameOfZones } from './zone.ts';

type WrittenSite = z.infer<typeof siteForm.schema>;

/** What `check` judges changes by. No page is made of it, so it is no part of the site. */
export type SilentChanges = WrittenSite['silentChanges'];

export type Site = Omit<WrittenSite, 'timeZone' | 'silentChanges'> & {
  /** Of a newsroom that has moved, all its zones, as one name (`zone.ts`). */
  timeZone: string;
  /** The words of the interface, per language of the site: of `layouts/words/`, not of `site.yaml`. */
  wording: Readonly<Record<Language, Wording>>;
  /** Which icons the newsroom has brought. */
  icons: Icons;
  /** It is looked at before it is published: what is not public is there too, and marked. */
  isPreview?: true;
  /** No page is made of it, so that there is no search index either. */
  isWithoutPages?: true;
  /** Only while `site.yaml` is wrong: what of it could not be read, so that nothing is held against it. */
  unknown?: readonly (keyof typeof siteForm.schema.shape)[];
};

/** Whether it is kept what stories are found by. */
export function isIndexed({ search, isWithoutPages }: Pick<Site, 'search' | 'isWithoutPages'>): boolean {
  return search && !isWithoutPages;
}

export type PolicyName = keyof Site['policies'];

/** The sections that a story may stand in. */
export function sectionOf({ sections, unknown }: Pick<Site, 'sections' | 'unknown'>): OneOf {
  const known = unknown?.includes('sections') ? [] : sections;
  return new OneOf(
    known.map(({ id, title }) => ({ id, names: typeof title === 'string' ? [title] : Object.values(title) })),
    'city',
  );
}

/** Reads `site.yaml`. `knownWords` are the languages that have words for the interface; `asRead` is to read the other files by. */
export function parseSite(
  source: string,
  file: string,
  knownWords: readonly Language[],
): { site?: Site; asRead: Site; problems: Problem[]; silentChanges?: SilentChanges } {
  const yaml = readYaml(source, siteForm, file);
  const { timeZone, silentChanges, ...written } = yaml.asRead;
  const zones = typeof timeZone === 'string' ? [{ zone: timeZone }] : timeZone;
  const read = { ...yaml, asRead: { ...written, timeZone: nameOfZones(zones), wording: {}, icons: noOwnIcons } };
  const { asRead, at, line } = read;
  const place = (field: Field) => ({ file, ...at(field) });
  const unknown = (['timeZone', 'languages', 'sections'] as const).filter((key) => !isRead(read, key));
  const judged = { ...read, file, place };
  const former = formerAddresses(judged);
  const problems = [
    ...read.problems,
    ...untranslatedProblems(asRead, siteForm.schema, { ...asRead, unknown }, { place, line }),
    ...wordProblems(judged, knownWords),
    ...idProblems(judged),
    ...repeats(
      'sections',
      asRead.sections.map((each) => each.id),
      judged,
    ),
    ...repeats('languages', asRead.languages, judged),
    ...scriptProblems(judged),
    ...former.problems,
    ...movedProblems(judged),
    ...zoneProblems(zones, judged),
  ];
  const placed = withPlaces({ ...asRead, sections: former.sections });
  if (!problems.some(isFault)) return { site: placed, asRead, problems, silentChanges };
  return { asRead: { ...placed, unknown }, problems };
}

type Judged = ReadYaml<Site> & { place: (field: Field) => { file: string; line: number; column: number } };

/** Whether what other files are held against was written, and is no example. */
function isRead({ asRead, isKnown }: ReadYaml<Site>, key: 'timeZone' | 'languages' | 'sections'): boolean {
  if (key === 'timeZone') return isKnown([key]);
  return asRead[key].every((_, index) => isKnown([key, index]) && isKnown([key, index, 'id']));
}

function wordProblems({ asRead, isKnown, place }: Judged, knownWords: readonly Language[]): Problem[] {
  return asRead.languages.flatMap((one, index) =>
    wordsLanguages(one, knownWords).length > 0 || !isKnown(['languages', index])
      ? []
      : [
          {
            code: 'site/no-words',
            ...place(['languages', index]),
            what: `There are no interface words for the language “${one}”.`,
            fix: `Copy en.yaml from the engine’s layouts/words/ (in a newsroom: node_modules/broadsheet/layouts/words/) to layouts/words/${one}.yaml and translate it; there are words for: ${knownWords.join(', ')}.`,
          },
        ],
  );
}

function idProblems({ asRead, isKnown, place }: Judged): Problem[] {
  const languages = new Set(asRead.languages.map(folded));
  return asRead.sections.flatMap(({ id }, index) =>
    !languages.has(id) || !isKnown(['sections', index, 'id'])
      ? []
      : [
          {
            code: 'site/section-is-language',
            ...place(['sections', index, 'id']),
            what: `“${id}” is also one of the site’s languages, and both would be at /${id}/.`,
            fix: 'Give the section another id.',
          },
        ],
  );
}

/** Readers are told of scripts of other sites, and of those that ask other sites. */
function scriptProblems({ asRead, place }: Judged): Problem[] {
  const { privacy } = asRead.policies;
  const pages = privacy === undefined || typeof privacy === 'string' ? [privacy ?? ''] : Object.values(privacy);
  const isElsewhere = asRead.scripts.some(
    ({ src, hosts }) => pathOnSite(src, asRead) === undefined || hosts.length > 0,
  );
  if (!isElsewhere || pages.some((url) => pathOnSite(url, asRead) !== undefined)) return [];
  return [
    {
      code: 'site/scripts-without-privacy',
      weight: 'advice',
      ...place(['scripts']),
      what: 'Scripts of the pages come from other sites or ask them, and no page says so to readers.',
      fix: 'Write a page such as pages/privacy.md, and add “policies: {privacy: /privacy/}” here: a list of these sites will stand at its end.',
    },
  ];
}

/** The sections with their old addresses as they are asked for. */
function formerAddresses({ asRead, ...judged }: Judged): { sections: Site['sections']; problems: Problem[] } {
  const seen = new Set<string>();
  const read = asRead.sections.map(({ redirectFrom: list }, index) =>
    readFormerAddresses({ ...judged, list, field: ['sections', index, 'redirectFrom'] }, asRead, seen),
  );
  const sections = asRead.sections.map((section, index) => ({
    ...section,
    redirectFrom: read[index]?.redirectFrom ?? [],
  }));
  return { sections, problems: read.flatMap(({ problems }) => problems) };
}

/** Of several zones each but the first is from a day on, after that of the one before; the first that is not. */
function zoneProblems(zones: readonly { from?: string | undefined }[], { isKnown, place }: Judged): Problem[] {
  const isInOrder = (from: string | undefined, index: number) =>
    index === 0 ? from === undefined : from !== undefined && from > (zones[index - 1]?.from ?? '');
  const index = zones.findIndex(({ from }, each) => !isInOrder(from, each));
  if (index === -1 || !isKnown(['timeZone', index])) return [];
  return [
    {
      code: 'site/zones-out-of-order',
      ...place(['timeZone', index]),
      what: 'The time zones of a newsroom follow each other: the first has no day, each other a later one than that before it.',
      fix: 'Write them as in “timeZone: [{zone: Europe/Moscow}, {zone: Asia/Tbilisi, from: 2016-01-01}]”.',
    },
  ];
}

/** Of a site that has moved, feeds cannot tell under which host readers know its stories. */
function movedProblems({ asRead: { formerly, ids, url }, isKnown, place }: Judged): Problem[] {
  const [first] = formerly;
  if (first === undefined || ids !== undefined || !isKnown(['formerly', 0])) return [];
  return [
    {
      code: 'site/moved-without-ids',
      ...place(['formerly']),
      what: `The site has moved, and feeds cannot tell whether readers know its stories by “${first}” or by “${url}”.`,
      fix: `Add the line “ids: ${first}” if they were published there first, so that nobody is sent them twice; else the line “ids: ${url}”.`,
    },
  ];
}

/** Its own links name places on pages by the ids that they have there, and its own scripts are addressed from the root. */
function withPlaces(site: Site): Site {
  const place = (url: string) =>
    pathOnSite(url, site) === undefined ? url : writtenLink(url, readLink(url, site), site);
  const placed = (url: Text): Text => (typeof url === 'string' ? place(url) : mapValues(url, place));
  return {
    ...site,
    footer: site.footer.map((each) => ({ ...each, url: placed(each.url) })),
    policies: mapValues(site.policies as Record<string, Text>, placed),
    scripts: site.scripts.map((each) => ({ ...each, src: pathOnSite(each.src, site) ?? each.src })),
    // Read by machines too, which need them whole.
    social: site.social.map((each) => {
      const placed = place(each.url);
      return { ...each, url: placed.startsWith('/') ? site.url + placed : placed };
    }),
  };
}

function mapValues<T>(values: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

function repeats(
  list: 'sections' | 'languages',
  names: readonly string[],
  { isKnown, place, removal }: Judged,
): Problem[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) =>
    seen.size < seen.add(name).size || !isKnown([list, index, 'id'])
      ? []
      : [
          {
            code: 'site/repeated',
            ...place([list, index]),
            what: `“${name}” is in ${list} twice.`,
            fix: 'Remove one of the two.',
            replacement: removal([list, index]),
          },
        ],
  );
}

/** The addresses that every page, or every page of a kind, leads to, each with its place in `site.yaml`. */
export function lastingAddresses(site: Site): { url: Text; field: Field }[] {
  return [
    ...site.footer.map(({ url }, index) => ({ url, field: ['footer', index, 'url'] })),
    ...Object.entries(site.policies).map(([name, url]) => ({ url, field: ['policies', name] })),
    ...(site.errorsTo === undefined ? [] : [{ url: site.errorsTo, field: ['errorsTo'] }]),
    ...site.social.map(({ url }, index) => ({ url, field: ['social', index, 'url'] })),
    ...site.scripts.map(({ src }, index) => ({ url: src, field: ['scripts', index, 'src'] })),
  ];
}

/** Those of them that are paths inside the site. */
export function lastingLinks(site: Site): { path: string; field: Field }[] {
  return lastingAddresses(site).flatMap(({ url, field }) => {
    const paths = (typeof url === 'string' ? [url] : Object.values(url)).map((each) => pathOnSite(each, site));
    return [...new Set(paths)].flatMap((path) => (path === undefined ? [] : { path, field }));
  });
}
