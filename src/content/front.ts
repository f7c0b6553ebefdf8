/** `front.yaml`: what an editor puts on the front page by hand. */
import { z } from 'zod';
import { isFault } from '../problem.ts';
import type { ParsedFile } from './article.ts';
import { id, list, word } from './fields.ts';
import { plainText } from './front-matter.ts';
import type { Site } from './site.ts';
import { sizeProblem } from './size.ts';
import { suggestion } from './suggest.ts';
import { readTime, type Seconds, timeRemedy } from './times.ts';
import { type Field, readYaml, refuse } from './yaml.ts';

const story = z.string().superRefine(
  refuse(
    (value) => /^\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+$/.test(value),
    (value) => ({
      code: 'front/bad-story',
      what: `“${value}” does not name a story.`,
      fix: 'Name it by its date and slug, as in 2015/11/26/hollande-putin-talks.',
    }),
  ),
);

/** A story, or `{story: …, until: 2015-11-27 12:00}` for one that goes by itself. */
const pick = z
  .union([story, z.strictObject({ story, until: word() })])
  .transform((written) => (typeof written === 'string' ? { story: written, until: undefined } : written));

const frontSchema = z.strictObject({
  lead: pick.optional(),
  picks: list(pick).default([]),
  /** The order of the sections' blocks; those that are not named follow. */
  sections: list(id).default([]),
});

/** `until`: the first instant at which it is no longer there. */
export type FrontPick = { story: string; until?: Seconds };
export type Front = { lead?: FrontPick; picks: FrontPick[]; sections: string[] };

export function parseFront(bytes: Uint8Array, path: string, site: Site): ParsedFile<Front> {
  const tooLarge = sizeProblem('file', bytes.length, path);
  if (tooLarge) return { problems: [tooLarge] };
  const { value, problems, at } = readYaml(plainText(bytes), frontSchema, path);
  if (!value) return { problems };
  const read = ({ story, until }: { story: string; until: string | undefined }, field: Field): FrontPick => {
    if (until === undefined) return { story };
    const time = readTime(until, site.timeZone);
    if ('at' in time) return { story, until: time.at };
    problems.push({
      code: 'front/unreadable-time',
      file: path,
      ...at([...field, 'until']),
      what: `“${until}” is not a time that there is in ${site.timeZone}.`,
      fix: timeRemedy(story.slice(0, 10).replaceAll('/', '-'), '12:00', site.timeZone),
    });
    return { story };
  };
  const front: Front = {
    lead: value.lead && read(value.lead, ['lead']),
    picks: value.picks.map((each, index) => read(each, ['picks', index])),
    sections: value.sections,
  };
  for (const [index, section] of front.sections.entries()) {
    if (site.unknown?.includes('sections') || site.sections.some((each) => each.id === section)) continue;
    problems.push({
      code: 'front/unknown-section',
      file: path,
      ...at(['sections', index]),
      what: `There is no section “${section}”.`,
      fix: suggestion(
        section,
        site.sections.map((each) => each.id),
        'Add it to site.yaml, or remove it here.',
      ),
    });
  }
  return { value: problems.some(isFault) ? undefined : front, problems };
}
