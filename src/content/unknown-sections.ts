/** Sections that a list names and the site does not have. */
import type { Position, Problem } from '../problem.ts';
import { type Site, sectionOf } from './site.ts';
import type { Field, ReadYaml } from './yaml.ts';

type Read = Pick<ReadYaml<unknown>, 'isKnown' | 'line'> & { place: (field: Field) => Position & { file: string } };

/** `list` is the key of the list; the code is the caller's. */
export function unknownSections(
  list: string,
  ids: readonly string[],
  { isKnown, line, place }: Read,
  site: Site,
): Omit<Problem, 'code'>[] {
  if (site.unknown?.includes('sections')) return [];
  const known = site.sections.map(({ id }) => id);
  return ids.flatMap((section, index) => {
    const way = [list, index];
    if (!isKnown(way) || known.includes(section)) return [];
    const meant = sectionOf(site).meant(section);
    const question = meant === undefined ? '' : `Did you mean “${meant}”? `;
    return [
      {
        ...place(way),
        what: `There is no section “${section}”.`,
        fix: `${question}Write one of these: ${known.join(', ')}; or remove it here.`,
        ...(meant !== undefined && { replacement: line(way, meant).replacement }),
      },
    ];
  });
}
