/** YAML to a typed value, by a zod schema, with the place of everything in the file. */
import { z } from 'zod';
import type { Position, Problem } from '../problem.ts';
import { characterProblem } from './characters.ts';
import { conflictProblems } from './conflicts.ts';
import type { Example } from './example.ts';
import { garbledProblems } from './garbled.ts';
import { joinFoldedLines } from './yaml/folds.ts';
import { type MergedLists, toPlain } from './yaml/limits.ts';
import { placesOf, type YamlPlaces } from './yaml/places.ts';
import { readPlainLines } from './yaml/plain-lines.ts';
import { type ReadText, readText } from './yaml/readable.ts';
import { textProblems } from './yaml/texts.ts';
import { madeUp, readValue } from './yaml/values.ts';

/** The way to a value: keys and list positions. */
export type Field = readonly (string | number)[];

/** What a document is read by: its schema, and an example of all that it may say, asked for when something is wrong. */
export type Form<T> = { schema: z.ZodType<T>; example: () => Example };

export type ReadYaml<T> = {
  /** What the document says; or would say if the remedies of its Problems were followed, so that others are found. */
  asRead: T;
  /** Whether what `asRead` has there was written; if not, it is the example’s. */
  isKnown(field: Field): boolean;
  /** Whether nothing is wrong with what was written at and below a field that is there, nor with what it is in. */
  isSound(field: Field): boolean;
  problems: Problem[];
  /** Where a field stands in the file; the nearest one above it that exists. */
  at(field: Field): Position;
  /** The line of a field with another value, for a remedy. */
  line: YamlPlaces['line'];
  /** Takes a field away. */
  removal: YamlPlaces['removal'];
};

/**
 * Reads one YAML document. `firstLine` is the line of the file on which `text` begins (front matter
 * begins on line 2). Never throws: everything wrong is in `problems`, all at once.
 */
export function readYaml<T>(text: string, form: Form<T>, file: string, firstLine = 1): ReadYaml<T> {
  const plain = readPlainLines(text);
  const read = plain && form.schema.safeParse(plain);
  return read?.success
    ? {
        asRead: read.data,
        isKnown: () => true,
        isSound: () => true,
        problems: garbledProblems(text, file, firstLine),
        ...placesLater(text, firstLine),
      }
    : readAnyYaml(text, form, file, firstLine);
}

/** Parsed only if something is to be said of a field. */
function placesLater(text: string, firstLine: number): Pick<YamlPlaces, 'at' | 'line' | 'removal'> {
  let parsed: YamlPlaces | undefined;
  const places = () => {
    parsed ??= placesInYaml(text, firstLine);
    return parsed;
  };
  return {
    at: (field) => places().at(field),
    line: (...field) => places().line(...field),
    removal: (field) => places().removal(field),
  };
}

/** The same by a parser of all YAML. */
export function readAnyYaml<T>(text: string, form: Form<T>, file: string, firstLine = 1): ReadYaml<T> {
  const conflicts = conflictProblems(text, file, firstLine);
  const character = conflicts.length === 0 ? characterProblem(text, file, firstLine) : undefined;
  const unreadable = character ? [character] : conflicts;
  const read = readText(unreadable.length > 0 ? '' : text, form.schema, { file, firstLine });
  const places = placesOf(read);
  const { at, line, removal } = places;
  if (unreadable.length > 0) return { ...nothingKnown(form), problems: unreadable, at, line, removal };
  const { problems, ...found } = readDocument(read, form, places, file);
  return { ...found, problems: [...problems, ...garbledProblems(text, file, firstLine)], at, line, removal };
}

/** Where fields stand in YAML, and how they are mended; for Problems that are found later than it was read. */
export function placesInYaml(text: string, firstLine: number): YamlPlaces {
  return placesOf(readText(text, z.any(), { file: '', firstLine }));
}

function nothingKnown<T>(form: Form<T>) {
  return { asRead: madeUp(form), isKnown: () => false, isSound: () => false };
}

/** What stands between two lists that become one, on lines of its own. */
function between({ gap: [from, to] }: MergedLists, text: string): string {
  const lines = text.slice(from, to).trim();
  return lines === '' ? '' : `\n${lines}`;
}

/** A list of lines ends where the next key begins; its last line before that. */
function endOf({ start, end }: MergedLists, text: string): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** Whether one of two fields is the other, or holds it. */
function isAlong(one: Field, other: Field): boolean {
  return one.every((step, index) => index >= other.length || step === other[index]);
}

function readDocument<T>(
  { document, text, scalars, problems, brokenLines, isReadable, position, edit }: ReadText,
  { schema, example }: Form<T>,
  places: YamlPlaces,
  file: string,
): Pick<ReadYaml<T>, 'asRead' | 'isKnown' | 'isSound' | 'problems'> {
  if (!isReadable) return { ...nothingKnown({ schema, example }), problems };
  joinFoldedLines(scalars, text);
  const plain = toPlain(document);
  for (const { offset, mend: _mend, merged, ...fault } of plain.faults) {
    const replacement = merged && edit(merged.start, endOf(merged, text), merged.by + between(merged, text));
    problems.push({ ...fault, file, ...position(offset), ...(replacement && { replacement }) });
  }
  if (plain.value === undefined) return { ...nothingKnown({ schema, example }), problems };
  const read = readValue(plain.value ?? {}, { schema, example, places, file });
  const ofTexts = textProblems(scalars, text, file, position);
  const ofLines = [...problems, ...ofTexts];
  const others = [...read.problems, ...ofTexts];
  const isTold = ({ line = 0 }: Problem) => brokenLines.has(line);
  const isMoot = ({ code, line = 0 }: Problem) => code === 'yaml/syntax' && read.linesToGo.has(line);
  const all = [...problems.filter((each) => !isMoot(each)), ...others.filter((each) => !isTold(each))];
  const unknown = new Set(read.unknown.map((field) => JSON.stringify(field)));
  return {
    asRead: read.value,
    isKnown: (field) => ![undefined, ...field].some((_, index) => unknown.has(JSON.stringify(field.slice(0, index)))),
    isSound: (field) => !read.told.some((each) => isAlong(each, field)) && !ofLines.some(places.isIn(field)),
    problems: all,
  };
}
