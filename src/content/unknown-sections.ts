/** Sections that stories and lists name and the site does not have, or had once. */
import type { Position, Problem } from '../problem.ts';
import { type Site, sectionOf } from './site.ts';
import { dayOf } from './times.ts';
import type { Line } from './yaml/places.ts';
import type { Field, ReadYaml } from './yaml.ts';

type Read = Pick<ReadYaml<unknown>, 'isKnown' | 'line'> & { place: (field: Field) => Position & { file: string } };
type Told = Omit<Problem, 'code'>;

/** Each with where it is named; the code is the caller's. */
export function unknownSections(named: readonly (readonly [string, Field])[], read: Read, site: Site): Told[] {
  return named.flatMap((each) => unknownSection(each, read, site, 'or remove it here.') ?? []);
}

/** Of a story: that its section is not there, or was closed before its day. */
export function sectionProblems(section: string, story: string, read: Read, site: Site): Problem[] {
  const closing =
    sectionOf(site).meant(section) === undefined ? `, with “closed: ${dayOf(story)}” if it is one that was closed` : '';
  const otherwise = `or add “${section}” to sections in site.yaml${closing}.`;
  const told = unknownSection([section, ['section']], read, site, otherwise);
  if (told) return [{ code: 'article/unknown-section', ...told }];
  const { closed } = site.sections.find(({ id }) => id === section) ?? {};
  if (closed === undefined || !read.isKnown(['section']) || dayOf(story) <= closed) return [];
  const open = site.sections.filter((each) => each.closed === undefined).map(({ id }) => id);
  return [
    {
      code: 'article/closed-section',
      ...read.place(['section']),
      what: `The section “${section}” was closed on ${closed}, before the day of this story.`,
      fix: `Write one of these: ${open.join(', ')}; or remove the line “closed: ${closed}” in site.yaml.`,
    },
  ];
}

function unknownSection(
  [id, way]: readonly [string, Field],
  read: Read,
  site: Site,
  otherwise: string,
): Told | undefined {
  const { sections, unknown } = site;
  if (unknown?.includes('sections') || !read.isKnown(way) || sections.some((each) => each.id === id)) return undefined;
  const now = sections.find(({ redirectFrom }) => redirectFrom.includes(`/${id}/`));
  if (now) return renamed(id, now.id, way, read);
  const meant = sectionOf(site).meant(id);
  const question = meant === undefined ? '' : `Did you mean “${meant}”? `;
  return {
    ...read.place(way),
    what: `There is no section “${id}”.`,
    fix: `${question}Write one of these: ${sections.map((each) => each.id).join(', ')}; ${otherwise}`,
    ...(meant !== undefined && { replacement: read.line(way, meant).replacement }),
  };
}

function renamed(id: string, now: string, way: Field, { place, line }: Read): Told {
  const { text, replacement }: Line = line(way, now);
  return { ...place(way), what: `The section “${id}” is now called “${now}”.`, fix: `Write “${text}”.`, replacement };
}
