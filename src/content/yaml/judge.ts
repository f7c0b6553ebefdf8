/** What is told of a value that its schema does not take: the shape that it should have, and the line as it should be. */
import type { z } from 'zod';
import type { Position, Remedy } from '../../problem.ts';
import { type Example, exampleAt, exampleValue } from '../example.ts';
import { meantKey, needlessBecause } from '../key-names.ts';
import type { Refusal } from '../refusal.ts';
import { writeLike, writeLine } from '../remedies.ts';
import type { Field } from '../yaml.ts';
import type { Issue } from './issues.ts';
import { isNeeded, type Mended, mend } from './mend.ts';
import type { Line, YamlPlaces } from './places.ts';
import { keysAt, schemaAt, shapeOf } from './schema.ts';
import { nameOf, shapeWords, shownValue, subjectOf } from './shape-words.ts';
import { valueAt } from './value-at.ts';

export type Judged = {
  code: string;
  position: Position;
  what: string;
  remedy: Remedy;
  /** What the field would be with the remedy followed; undefined takes it away. */
  becomes?: unknown;
  /** The field that becomes it, where it is another. */
  target?: Field;
  isMadeUp?: boolean;
};

type Context = { root: unknown; schema: z.ZodType; example: Example; places: YamlPlaces };

export function judge(issue: Issue, context: Context): Judged {
  switch (issue.is) {
    case 'unknown-key':
      return judgeKey(issue, context);
    case 'missing':
      return judgeMissing(issue, context);
    case 'refused':
      return judgeRefused(issue, context);
    case 'wrong':
      return judgeWrong(issue, context);
  }
}

function mendAt(field: Field, written: unknown, source: string, { schema, example }: Context): Mended {
  const here = schemaAt(schema, field);
  return here ? mend(written, here, exampleAt(example, field), source) : { value: undefined, isMadeUp: true };
}

function judgeKey({ field, key = '', input }: Issue, context: Context): Judged {
  const { schema, places } = context;
  const way = [...field, key];
  const known = keysAt(schema, field);
  const told = {
    code: 'yaml/unknown-key',
    position: places.atKey(way),
    what: `“${nameOf(way)}” is not a key that is known here.`,
  };
  const value = valueAt(input, [key]);
  const meant = meantKeyFor(key, value, known, [schema, field]);
  const inner = meant === undefined ? undefined : meantKey(key, keysAt(schema, [...field, meant]));
  if (meant !== undefined && inner !== undefined) {
    const there = valueAt(input, [meant]);
    if (isMap(there) && !Object.hasOwn(there, inner)) return { ...told, ...moved(way, [meant, inner], there, context) };
  }
  if (meant !== undefined && !Object.hasOwn(input as object, meant)) {
    const target = [...field, meant];
    const held = inner !== undefined && typeof value === 'string' ? { [inner]: value } : value;
    const { value: becomes, isMadeUp } = mendAt(target, held, places.sourceOf(way), context);
    const line = places.line(way, becomes, meant);
    const { fix, replacement } = isMadeUp ? writeLike(line) : writeLine(line);
    return { ...told, remedy: { fix: `Did you mean “${meant}”? ${fix}`, replacement }, becomes, target, isMadeUp };
  }
  const because = needlessBecause(key) ?? (meant === undefined ? undefined : `“${meant}” is there already`);
  const fix = because === undefined ? `Remove it. Known here: ${known.join(', ')}.` : `Remove it: ${because}.`;
  return { ...told, remedy: { fix, replacement: places.removal(way) } };
}

/** Of a key that has its place inside another, which is there already. */
function moved(way: Field, [meant, inner]: readonly [string, string], there: object, { root, places }: Context) {
  const value = valueAt(root, way);
  return {
    remedy: { fix: `Move it into “${meant}”, as “${places.line([inner], value, inner).text}”.` },
    becomes: { ...there, [inner]: value },
    target: [...way.slice(0, -1), meant],
  };
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const unsaid: Refusal = { code: 'yaml/wrong-value', what: 'This value is not taken here.' };

/** Of what is true or false, a key that takes such a value; of a file, whose name is its slug, none for that. */
function meantKeyFor(key: string, value: unknown, known: string[], [schema, field]: [z.ZodType, Field]) {
  const meant = meantKey(key, known);
  if (meant === 'id' && field.length === 0 && needlessBecause(key) !== undefined) return undefined;
  const meantSchema = meant === undefined ? undefined : schemaAt(schema, [...field, meant]);
  const isTruth = meantSchema !== undefined && shapeOf(meantSchema)?.is === 'truth';
  return typeof value === 'boolean' && !isTruth && needlessBecause(key) !== undefined ? undefined : meant;
}

function judgeMissing({ field }: Issue, context: Context): Judged {
  const { root, places } = context;
  const above = field.slice(0, -1);
  const key = String(field.at(-1));
  const written = valueAt(root, above);
  const whole = mendAt(above, written, '', context);
  const own = mendAt(field, undefined, '', context);
  const becomes = valueAt(whole.value, [key]) ?? own.value;
  const told = {
    code: 'yaml/missing-key',
    position: places.at(field),
    what: `“${nameOf(field)}” is missing.`,
    becomes,
    isMadeUp: whole.isMadeUp,
  };
  const neighbour = places.lastKeyOfLines(above);
  if (above.length > 0 && neighbour === undefined) {
    const line = places.line(above, whole.value);
    return { ...told, remedy: whole.isMadeUp ? writeLike(line) : writeLine(line) };
  }
  const where = above.length === 0 ? '' : ` below “${neighbour}”, in the same column`;
  return { ...told, remedy: { fix: `Add a line such as “${places.line(field, becomes).text}”${where}.` } };
}

function judgeRefused({ field, key, input, refusal }: Issue, context: Context): Judged {
  const { example, places } = context;
  const { code, what, fix, rest } = refusal ?? unsaid;
  if (key !== undefined) return judgeRefusedKey([...field, key], refusal ?? unsaid, context);
  const told = { code, what, position: places.at(field) };
  if (fix !== undefined) return { ...told, remedy: { fix }, becomes: exampleValue(example, field), isMadeUp: true };
  const { value: becomes, isMadeUp } = mendAt(field, input, places.sourceOf(field), context);
  const line = places.line(field, becomes);
  return { ...told, remedy: isMadeUp ? writeLike(line, rest) : writeLine(line, rest), becomes, isMadeUp };
}

/** Under no other key, what holds it is made up. */
function judgeRefusedKey(way: Field, { code, what, fix = '', rightKey = '' }: Refusal, context: Context): Judged {
  const { example, places, root } = context;
  const above = way.slice(0, -1);
  const told = { code, what, position: places.atKey(way) };
  if (rightKey === '') {
    const becomes = exampleValue(example, above);
    return { ...told, remedy: { fix }, ...(becomes !== undefined && { becomes, target: above, isMadeUp: true }) };
  }
  const becomes = valueAt(root, way);
  return { ...told, remedy: writeLine(places.line(way, becomes, rightKey)), becomes, target: [...above, rightKey] };
}

function judgeWrong({ field, input }: Issue, context: Context): Judged {
  const { schema, places, root } = context;
  const here = schemaAt(schema, field);
  const shape = here && shapeOf(here);
  const source = places.sourceOf(field);
  const { value: becomes, isMadeUp } = mendAt(field, input, source, context);
  const isEmpty = input === null || input === '' || (typeof input === 'object' && Object.keys(input).length === 0);
  const is = isEmpty
    ? ' cannot be empty'
    : ` cannot be ${shownValue(input, source)}${shape ? shapeWords(shape, input) : ''}`;
  const isOfValue = shape?.is === 'word' || (isEmpty && input !== null);
  const told = {
    code: isOfValue ? 'yaml/wrong-value' : 'yaml/wrong-type',
    position: places.at(field),
    what: `${subjectOf(field)}${is}.`,
    becomes,
    isMadeUp,
  };
  const isOptional = typeof field.at(-1) === 'string' && !isNeeded(here);
  const holder = valueAt(root, field.slice(0, -1));
  const isOneOfSeveral = Array.isArray(holder) && holder.length > 1;
  const isForNothing = isOptional
    ? input === false
    : input === null && typeof field.at(-1) === 'number' && isOneOfSeveral;
  if (isForNothing || becomes === undefined)
    return { ...told, remedy: { fix: 'Remove it.', replacement: places.removal(field) }, isMadeUp: true };
  if (isMadeUp && shape?.is === 'word') return { ...told, remedy: { fix: oneOf(shape.of) } };
  const line = field.length === 0 ? rootLine(becomes, places) : places.line(field, becomes);
  const orRemove = isOptional && (isMadeUp || shape?.is === 'truth') ? ', or remove the line' : '';
  return { ...told, remedy: isMadeUp ? writeLike(line, orRemove) : writeLine(line, orRemove) };
}

/** So many of the words that a field may have are told. */
const mostWords = 12;

function oneOf(words: readonly string[]): string {
  const shown = words.slice(0, mostWords).join(', ');
  return `Write one of these: ${shown}${words.length > mostWords ? ', …' : ''}.`;
}

/** Of a whole file that has no keys, the line with the first. */
function rootLine(becomes: unknown, places: YamlPlaces): Line {
  const [[key, value] = [], ...more] = Object.entries(becomes ?? {});
  const line = places.line([], value, key);
  return more.length > 0 ? { text: line.text } : line;
}
