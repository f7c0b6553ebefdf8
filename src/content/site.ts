/** `site.yaml`: what is true of the whole site, and so part of every page. */
import { z } from 'zod';
import { isFault, type Problem } from '../problem.ts';
import { id, inLanguages, languageRefusal, lengthRefusals, list, name, passage, title, webAddress } from './fields.ts';
import { maxCharacters, maxItems } from './lengths.ts';
import { pathOnSite, readLink, writtenLink } from './links.ts';
import { isFreeId, isLanguage, isWebAddress, type Language, type Text, wordsLanguages } from './names.ts';
import { reservedRemedy } from './own-addresses.ts';
import type { Wording } from './parse-wording.ts';
import { folded } from './spelling.ts';
import { nearestTimeZone } from './time-zones.ts';
import { isTimeZone } from './times.ts';
import { untranslatedProblems } from './untranslated.ts';
import { type Field, type Refusal, readYaml, refuse, refuseBy } from './yaml.ts';

const section = z.strictObject({
  id: id.superRefine(
    refuse(
      (value) => isFreeId(value),
      (value) => ({
        code: 'site/reserved-id',
        what: `“${value}” cannot name a section: /${value}/ is used for something else.`,
        fix: reservedRemedy,
      }),
    ),
  ),
  title: inLanguages(title),
  description: inLanguages(passage).optional(),
});

const language = z.string().superRefine(
  refuse(isLanguage, (value) => ({
    ...languageRefusal(value),
    code: 'site/bad-language',
  })),
);

const timeZone = z.string().superRefine(
  refuse(isTimeZone, (value) => ({
    code: 'site/unknown-time-zone',
    what: `“${value}” is not a time zone that is known.`,
    fix: timeZoneRemedy(nearestTimeZone(value)),
  })),
);

function timeZoneRemedy(meant: string | undefined): string {
  return meant === undefined
    ? 'Use a name from the tz database, such as “Europe/Moscow” or “UTC”.'
    : `Did you mean “${meant}”?`;
}

const footerAddress = inLanguages(
  z
    .string()
    .superRefine(refuseBy((url) => lengthRefusals(url, maxCharacters.address)))
    .superRefine(
      refuse(
        (url) => isWebAddress(url) || /^(\/(?!\/)|mailto:)/.test(url),
        (url) => ({
          code: 'content/bad-address',
          what: `“${url.slice(0, maxCharacters.address)}” is not an address that the footer can link to.`,
          fix: 'Write a path as /about/, or a web address with https:// at its beginning.',
        }),
      ),
    ),
);
/** How it is written is nobody's concern: kept is what `URL` makes of it, and nothing else ever spells it. */
const siteAddress = z
  .string()
  .superRefine((value, context) => {
    const refusal = siteAddressRefusal(value);
    if (refusal) context.addIssue({ code: 'custom', params: refusal, input: value });
  })
  .transform((value) => new URL(value).origin);

function siteAddressRefusal(value: string): Refusal | undefined {
  if (!isWebAddress(value))
    return {
      code: 'content/bad-address',
      what: `“${value.replace(/\/\/[^/@]*@/, '//…@')}” is not a web address.`,
      fix: 'Write it whole, with https:// at its beginning.',
    };
  const { origin, username, password, pathname, search, hash } = new URL(value);
  if (username !== '' || password !== '')
    return {
      code: 'site/url-with-user',
      what: 'The site’s url has a user name or a password in it, and would show it on every page.',
      fix: `Write ${origin}, and choose another password: this file has been read by others.`,
    };
  const path = `${pathname.replace(/^\/+$/, '')}${search}${hash}`;
  if (path === '') return undefined;
  return {
    code: 'site/url-with-path',
    what: `The site’s url has a path, “${path}”; a site lives at the root of its host.`,
    fix: `Write ${origin}.`,
  };
}

/** Pages on how the newsroom works, as search engines know them: https://schema.org/NewsMediaOrganization */
const policies = z.strictObject({
  principles: footerAddress.optional(),
  ethics: footerAddress.optional(),
  corrections: footerAddress.optional(),
  verification: footerAddress.optional(),
  ownership: footerAddress.optional(),
  masthead: footerAddress.optional(),
});
export type PolicyName = keyof z.infer<typeof policies>;

const siteSchema = z.strictObject({
  title: inLanguages(title),
  url: siteAddress,
  description: inLanguages(passage),
  timeZone: timeZone,
  languages: list(language, maxItems.site).min(1, 'It needs at least one language'),
  sections: list(section, maxItems.site).min(1, 'It needs at least one section'),
  social: list(z.strictObject({ name, url: webAddress }), maxItems.site).default([]),
  /** Standing pages and other sites, linked from every page. */
  footer: list(z.strictObject({ title: inLanguages(title), url: footerAddress }), maxItems.site).default([]),
  /** The same for pages that have a meaning of their own. */
  policies: policies.default({}),
});

export type Site = z.infer<typeof siteSchema> & {
  /** The words of the interface, per language of the site: of `layouts/words/`, not of `site.yaml`. */
  wording: Readonly<Record<Language, Wording>>;
  /** Only while `site.yaml` is wrong: what of it could not be read, so that nothing is held against it. */
  unknown?: readonly (keyof typeof siteSchema.shape)[];
};

/** Reads `site.yaml`. `knownWords` are the languages that have words for the interface. */
export function parseSite(
  source: string,
  file: string,
  knownWords: readonly Language[],
): { site?: Site; problems: Problem[] } {
  const read = readYaml(source, siteSchema, file);
  const problems = [...read.problems];
  const site: Site | undefined = read.value && { ...read.value, wording: {} };
  if (!site) return { problems };
  const place = (field: Field) => ({ file, ...read.at(field) });
  problems.push(...untranslatedProblems(site, siteSchema, site, place));
  for (const [index, one] of site.languages.entries()) {
    if (wordsLanguages(one, knownWords).length > 0) continue;
    problems.push({
      code: 'site/no-words',
      ...place(['languages', index]),
      what: `There are no interface words for the language “${one}”.`,
      fix: `Copy layouts/words/en.yaml to layouts/words/${one}.yaml and translate it; there are words for: ${knownWords.join(', ')}.`,
    });
  }
  const languages = new Set(site.languages.map(folded));
  for (const [index, { id: section }] of site.sections.entries()) {
    if (!languages.has(section)) continue;
    problems.push({
      code: 'site/section-is-language',
      ...place(['sections', index, 'id']),
      what: `“${section}” is also one of the site’s languages, and both would be at /${section}/.`,
      fix: 'Give the section another id.',
    });
  }
  problems.push(
    ...repeats(
      site.sections.map((each) => each.id),
      'sections',
      place,
    ),
    ...repeats(site.languages, 'languages', place),
  );
  return problems.some(isFault) ? { problems } : { site: withPlaces(site), problems };
}

/** Its own links name places on pages by the ids that they have there. */
function withPlaces(site: Site): Site {
  const place = (url: string) =>
    pathOnSite(url, site) === undefined ? url : writtenLink(url, readLink(url, site), site);
  const placed = (url: Text): Text => (typeof url === 'string' ? place(url) : mapValues(url, place));
  return {
    ...site,
    footer: site.footer.map((each) => ({ ...each, url: placed(each.url) })),
    policies: mapValues(site.policies as Record<string, Text>, placed),
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
  names: readonly string[],
  list: string,
  place: (field: Field) => { file: string; line: number; column: number },
): Problem[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) =>
    seen.size < seen.add(name).size
      ? []
      : [
          {
            code: 'site/repeated',
            ...place([list, index]),
            what: `“${name}” stands twice in ${list}.`,
            fix: 'Remove one of the two.',
          },
        ],
  );
}

/** The paths inside the site that every page links to, each with its place in `site.yaml`. */
export function lastingLinks(site: Site): { path: string; field: Field }[] {
  const links: { url: Text; field: Field }[] = [
    ...site.footer.map(({ url }, index) => ({ url, field: ['footer', index, 'url'] })),
    ...Object.entries(site.policies).map(([name, url]) => ({ url, field: ['policies', name] })),
    ...site.social.map(({ url }, index) => ({ url, field: ['social', index, 'url'] })),
  ];
  return links.flatMap(({ url, field }) => {
    const paths = (typeof url === 'string' ? [url] : Object.values(url)).map((each) => pathOnSite(each, site));
    return [...new Set(paths)].flatMap((path) => (path === undefined ? [] : { path, field }));
  });
}

const looseTitle = inLanguages(title).catch('?');

// What other files are read by is kept where it can be; the rest is never shown.
const loose = z.object({
  title: looseTitle,
  url: siteAddress.catch('https://invalid.example'),
  description: looseTitle,
  timeZone,
  languages: z.array(language).min(1),
  sections: z.array(z.object({ id: z.string(), title: looseTitle })).min(1),
});

/** A site to read the other files by while `site.yaml` is wrong, so that their Problems are reported too. */
export function standInSite(source: string): Site {
  const raw: unknown = readYaml(source, z.unknown(), '').value;
  const written: Record<string, unknown> = typeof raw === 'object' && raw !== null ? { ...raw } : {};
  const unknown = (['timeZone', 'languages', 'sections'] as const).filter(
    (key) => !loose.shape[key].safeParse(written[key]).success,
  );
  for (const key of unknown) written[key] = { timeZone: 'UTC', languages: ['en'], sections: [{ id: 'unknown' }] }[key];
  return { ...loose.parse(written), social: [], footer: [], policies: {}, wording: {}, unknown };
}
