/** `notices/id.md`: an appeal, a sign-up, a few words from the newsroom, which stand on many pages for some time. */
import { z } from 'zod';
import type { Problem } from '../problem.ts';
import type { Example } from './example.ts';
import { id, list, time, title } from './fields.ts';
import { Places } from './markdown/finding.ts';
import { plainFindings } from './markdown/plain-findings.ts';
import type { MarkdownFile } from './markdown-file.ts';
import { isEmpty } from './near-misses.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';
import type { ContentPath } from './paths.ts';
import { readInstant } from './read-instant.ts';
import { type Site, sectionOf } from './site.ts';
import type { Seconds } from './times.ts';
import { readUndated, type Undated } from './undated.ts';
import { unknownSections } from './unknown-sections.ts';
import { described } from './yaml/schema.ts';
import type { Form } from './yaml.ts';

/** Places of the layouts that hold notices. */
const slots = ['top', 'front', 'section', 'after-story', 'footer'] as const;
export type Slot = (typeof slots)[number];

const noticeSchema = z.strictObject({
  slot: described(z.enum(slots), 'Where on pages it stands.'),
  title: described(title.optional(), 'What stands above its text.'),
  sections: described(
    list(id).default([]),
    'Only on the fronts and the stories of these; if none is named, everywhere.',
  ),
  from: described(time, 'When it comes, as in 2026-06-01 09:00.'),
  until: described(time, 'The first instant at which it is gone.'),
});

type Written = z.infer<typeof noticeSchema>;

export type Notice = Omit<Written, 'from' | 'until'> & Undated & { from: Seconds; until: Seconds };

export function noticeForm(site: Site): Form<Written> {
  return { schema: noticeSchema, example: () => exampleNotice(site) };
}

function exampleNotice(site: Site): Example {
  return {
    slot: 'after-story',
    title: 'Keep the ferry sailing',
    sections: [sectionOf(site)],
    from: '2026-06-01 09:00',
    until: '2026-07-01 09:00',
  };
}

export function parseNotice(bytes: Uint8Array, path: ContentPath & { kind: 'notice' }, site: Site): ParsedFile<Notice> {
  const { read, value, problems } = readUndated(bytes, path, site, noticeForm(site));
  if (!read) return { problems };
  const times = readTimes(read, site);
  const told = [...times.problems, ...sectionProblems(read, site), ...bodyProblems(read, path.path)];
  return parsedFile({ ...value, ...times.values }, [...problems, ...told]);
}

function readTimes(
  { written, isKnown, place, line }: MarkdownFile<Written>,
  site: Site,
): { values: Pick<Notice, 'from' | 'until'>; problems: Problem[] } {
  const read = (key: 'from' | 'until', day: string) =>
    readInstant(written[key], { field: [key], day, site, place, line });
  const from = read('from', '2026-06-01');
  const until = read('until', written.from.slice(0, 10));
  const unread = [from, until].flatMap(({ problem }) => problem ?? []);
  const problems: Problem[] = unread.map((told) => ({ code: 'notice/unreadable-time', ...told }));
  const values = { from: from.at ?? 0, until: until.at ?? 0 };
  if (unread.length === 0 && isKnown(['from']) && isKnown(['until']) && values.until <= values.from)
    problems.push({
      code: 'notice/until-before-from',
      ...place(['until']),
      what: 'This notice ends before it begins.',
      fix: 'Write a time that is later than “from”.',
    });
  return { values, problems };
}

function sectionProblems(read: MarkdownFile<Written>, site: Site): Problem[] {
  const { written, isKnown, place, removal } = read;
  const named = written.sections.map((id, index) => [id, ['sections', index]] as const);
  const unknown = unknownSections(named, read, site);
  if (unknown.length > 0) return unknown.map((told) => ({ code: 'notice/unknown-section', ...told }));
  if (written.slot !== 'front' || written.sections.length === 0 || !isKnown(['slot']) || !isKnown(['sections']))
    return [];
  return [
    {
      code: 'notice/needless-sections',
      ...place(['sections']),
      what: 'The slot “front” is on the front page, which is of no section.',
      fix: 'Remove “sections”, or write “slot: section” for the fronts of sections.',
      replacement: removal(['sections']),
    },
  ];
}

function bodyProblems({ body, bodyLine }: MarkdownFile<Written>, file: string): Problem[] {
  if (isEmpty(body))
    return [
      {
        code: 'notice/no-text',
        file,
        line: bodyLine - 1,
        column: 1,
        what: 'This notice has no text, and readers would see an empty box.',
        fix: 'Write it below this line, or remove the file until it is written.',
      },
    ];
  const places = new Places(body);
  return plainFindings(body).map((finding) => places.toProblem(finding, file, bodyLine));
}
