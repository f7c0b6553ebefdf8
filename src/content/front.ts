/** `front.yaml`: what an editor puts on the front page and on the fronts of sections by hand, as it is written. */
import { z } from 'zod';
import type { Position, Problem } from '../problem.ts';
import { type Example, OneOf } from './example.ts';
import { id, list, word } from './fields.ts';
import { plainText } from './front-matter.ts';
import type { Chosen, Front, FrontPick } from './front-picks.ts';
import { type Known, nothingKnown } from './known.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';
import { readInstant } from './read-instant.ts';
import { refuseBy } from './refusal.ts';
import { type Site, sectionOf } from './site.ts';
import { sizeProblem } from './size.ts';
import { dayOf } from './times.ts';
import { unknownSections } from './unknown-sections.ts';
import { described } from './yaml/schema.ts';
import { type Field, type ReadYaml, readYaml } from './yaml.ts';

const storyPattern = /^\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+$/;

const story = z
  .string()
  .superRefine(
    refuseBy((value) => {
      if (storyPattern.test(value)) return [];
      const code = 'front/bad-story';
      const what = `“${value}” does not name a story.`;
      const [right] = /\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+/.exec(value) ?? [];
      return [{ code, what, right }];
    }),
  )
  .meta({ pattern: storyPattern.source });

const pickUntil = z.strictObject({
  story: described(story, 'As in 2015/11/26/slug.'),
  until: described(word(), 'When it goes by itself, as in 2015-11-27 12:00.'),
});

/** A story, or `{story: …, until: 2015-11-27 12:00}` for one that goes by itself. */
const pick = z
  .union([story, pickUntil])
  .transform((written) => (typeof written === 'string' ? { story: written, until: undefined } : written));

const picks = described(list(pick).default([]), 'The stories that stand beside it.');

const ofSection = z.strictObject({
  section: described(id, 'Of which section.'),
  lead: described(pick.optional(), 'The story that stands first there, as in 2015/11/26/slug.'),
  picks,
});

const frontSchema = z.strictObject({
  lead: described(pick.optional(), 'The story that leads the front page, as in 2015/11/26/slug.'),
  picks,
  sections: described(list(id).default([]), 'The order of the sections’ blocks; those that are not named follow.'),
  fronts: described(
    list(ofSection).default([]),
    'What stands first on the fronts of sections; else that is the newest.',
  ),
});

/** For a front page of this newsroom. */
export function frontForm(site: Site, known: Known) {
  return { schema: frontSchema, example: () => exampleFront(site, known) };
}

function exampleFront(site: Site, known: Known): Example {
  const story = new OneOf(known.stories(), '2026/03/14/ferry');
  const until = `${dayOf(story.first)} 23:00`;
  const chosen = { lead: { story, until }, picks: [{ story, until }] };
  return { ...chosen, sections: [sectionOf(site)], fronts: [{ section: sectionOf(site), ...chosen }] };
}

type Written = z.infer<typeof pick>;

export function parseFront(
  bytes: Uint8Array,
  path: string,
  site: Site,
  known: Known = nothingKnown,
): ParsedFile<Front> {
  const tooLarge = sizeProblem('file', bytes.length, path);
  if (tooLarge) return { problems: [tooLarge] };
  const { asRead, isKnown, problems, at, line, removal } = readYaml(plainText(bytes), frontForm(site, known), path);
  const place = (field: Field) => ({ file: path, ...at(field) });
  const read = ({ story, until }: Written, field: Field): FrontPick => {
    const named = isKnown(field) ? story : '';
    if (until === undefined) return { story: named };
    const time = readInstant(until, { field: [...field, 'until'], day: dayOf(story), site, place, line });
    if (time.problem) problems.push({ code: 'front/unreadable-time', ...time.problem });
    return time.problem ? { story: named } : { story: named, until: time.at };
  };
  const chosenIn = (written: { lead?: Written; picks: Written[] }, above: Field): Chosen => ({
    lead: written.lead && read(written.lead, [...above, 'lead']),
    picks: written.picks.map((each, index) => read(each, [...above, 'picks', index])),
  });
  const front: Front = {
    ...chosenIn(asRead, []),
    sections: asRead.sections,
    fronts: asRead.fronts.map((each, n) => ({ section: each.section, ...chosenIn(each, ['fronts', n]) })),
  };
  const named = [
    ...front.sections.map((each, index) => [each, ['sections', index]] as const),
    ...front.fronts.map(({ section }, index) => [section, ['fronts', index, 'section']] as const),
  ];
  for (const told of unknownSections(named, { isKnown, line, place }, site))
    problems.push({ code: 'front/unknown-section', ...told });
  return parsedFile(front, [...problems, ...repeatedSections(front, isKnown, place, removal)]);
}

/** Of two parts for one section only the first would count. */
function repeatedSections(
  { fronts }: Front,
  isKnown: (field: Field) => boolean,
  place: (field: Field) => Position & { file: string },
  removal: ReadYaml<unknown>['removal'],
): Problem[] {
  return fronts.flatMap(({ section }, index): Problem[] => {
    const isRepeated = fronts.findIndex((each) => each.section === section) < index;
    if (!isRepeated || !isKnown(['fronts', index, 'section'])) return [];
    return [
      {
        code: 'front/repeated-section',
        ...place(['fronts', index, 'section']),
        what: `There is a part for the section “${section}” above already.`,
        fix: 'Move its stories there, and remove this part.',
        replacement: removal(['fronts', index]),
      },
    ];
  });
}
