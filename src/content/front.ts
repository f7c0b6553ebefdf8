/** `front.yaml`: what an editor puts on the front page by hand. */
import { z } from 'zod';
import { type Example, OneOf } from './example.ts';
import { id, list, word } from './fields.ts';
import { plainText } from './front-matter.ts';
import { type Known, nothingKnown } from './known.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';
import { readInstant } from './read-instant.ts';
import { refuseBy } from './refusal.ts';
import { type Site, sectionOf } from './site.ts';
import { sizeProblem } from './size.ts';
import { dayOf, type Seconds } from './times.ts';
import { unknownSections } from './unknown-sections.ts';
import { described } from './yaml/schema.ts';
import { type Field, readYaml } from './yaml.ts';

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

const frontSchema = z.strictObject({
  lead: described(pick.optional(), 'The story that leads the front page, as in 2015/11/26/slug.'),
  picks: described(list(pick).default([]), 'The stories that stand beside it.'),
  sections: described(list(id).default([]), 'The order of the sections’ blocks; those that are not named follow.'),
});

/** For a front page of this newsroom. */
export function frontForm(site: Site, known: Known) {
  return { schema: frontSchema, example: () => exampleFront(site, known) };
}

function exampleFront(site: Site, known: Known): Example {
  const story = new OneOf(known.stories(), '2026/03/14/ferry');
  const until = `${dayOf(story.first)} 23:00`;
  return { lead: { story, until }, picks: [{ story, until }], sections: [sectionOf(site)] };
}

/** `story`: `` where it cannot be read. `until`: the first instant at which it is no longer there. */
export type FrontPick = { story: string; until?: Seconds };
export type Front = { lead?: FrontPick; picks: FrontPick[]; sections: string[] };

export function parseFront(
  bytes: Uint8Array,
  path: string,
  site: Site,
  known: Known = nothingKnown,
): ParsedFile<Front> {
  const tooLarge = sizeProblem('file', bytes.length, path);
  if (tooLarge) return { problems: [tooLarge] };
  const { asRead, isKnown, problems, at, line } = readYaml(plainText(bytes), frontForm(site, known), path);
  const place = (field: Field) => ({ file: path, ...at(field) });
  const read = ({ story, until }: { story: string; until?: string }, field: Field): FrontPick => {
    const named = isKnown(field) ? story : '';
    if (until === undefined) return { story: named };
    const time = readInstant(until, { field: [...field, 'until'], day: dayOf(story), site, place, line });
    if (time.problem) problems.push({ code: 'front/unreadable-time', ...time.problem });
    return time.problem ? { story: named } : { story: named, until: time.at };
  };
  const front: Front = {
    lead: asRead.lead && read(asRead.lead, ['lead']),
    picks: asRead.picks.map((each, index) => read(each, ['picks', index])),
    sections: asRead.sections,
  };
  for (const told of unknownSections('sections', front.sections, { isKnown, line, place }, site))
    problems.push({ code: 'front/unknown-section', ...told });
  return parsedFile(front, problems);
}
