/** YAML to a typed value, by a zod schema, with the place of everything in the file. */
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { z } from 'zod';
import type { Position, Problem } from '../problem.ts';
import { characterProblem } from './characters.ts';
import { conflictProblems } from './conflicts.ts';
import { suggestion } from './suggest.ts';
import { commaFaults } from './yaml-commas.ts';
import { joinFoldedLines } from './yaml-folds.ts';
import { toPlain, type YamlFault } from './yaml-limits.ts';
import { scalarsOf } from './yaml-scalars.ts';
import { isProse, keysAt } from './yaml-schema.ts';
import { firstSentence, syntaxFaults } from './yaml-syntax.ts';
import { textProblems } from './yaml-texts.ts';
import { wordFaults } from './yaml-words.ts';

/** The way to a value: keys and list positions. */
export type Field = readonly (string | number)[];

export type ReadYaml<T> = {
  value: T | undefined;
  problems: Problem[];
  /** Where a field stands in the file; the nearest one above it that exists. */
  at(field: Field): Position;
};

/** What a schema may say of a value it refuses: a permanent code and the two sentences. */
export type Refusal = { code: string; what: string; fix: string };

/** Makes a zod string check that refuses with a Problem of its own. */
export function refuse(isGood: (value: string) => boolean, refusal: (value: string) => Refusal) {
  return refuseBy((value) => (isGood(value) ? [] : [refusal(value)]));
}

/** The same, for whatever is wrong with a value. */
export function refuseBy(refusalsOf: (value: string) => readonly Refusal[]) {
  return (value: string, context: z.RefinementCtx) => {
    for (const params of refusalsOf(value)) context.addIssue({ code: 'custom', params, input: value });
  };
}

/**
 * Reads one YAML document. `firstLine` is the line of the file on which `text` begins (front matter
 * begins on line 2). Never throws: everything wrong is in `problems`, all at once.
 */
export function readYaml<T>(text: string, schema: z.ZodType<T>, file: string, firstLine = 1): ReadYaml<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    merge: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const position = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const at = (field: Field) => position(offsetOf(document, field));
  const source = { file, at, wordAt: (field: Field) => wordAt(text, offsetOf(document, field)) };
  const refused = (problems: Problem[]) => ({ value: undefined, problems, at });
  const conflicts = conflictProblems(text, file, firstLine);
  if (conflicts.length > 0) return refused(conflicts);
  const unreadable = characterProblem(text, file, firstLine);
  if (unreadable) return refused([unreadable]);
  const toProblem = ({ offset, ...fault }: YamlFault): Problem => ({ ...fault, file, ...position(offset) });
  const scalars = scalarsOf(document);
  const faults = syntaxFaults([...document.errors, ...document.warnings], scalars);
  const isText = (field: Field) => isProse(schema, field);
  const lost = wordFaults(scalars, text, isText);
  if (faults.length > 0) {
    const cuts = lost.filter(({ code }) => code === 'yaml/cut-text');
    // A comment that swallows the end of a list is why the parser then stumbles.
    const swallows = cuts.find(({ offset }) => /[\]}]/.test(text.slice(offset).split('\n', 1)[0] ?? ''));
    const others = faults.filter(({ offset }) => !swallows || offset < swallows.offset);
    return refused(onePerLine([...cuts, ...others].map(toProblem)));
  }
  joinFoldedLines(scalars, text);
  const plain = toPlain(document);
  if ('fault' in plain) return refused([toProblem(plain.fault)]);
  const parsed = schema.safeParse(plain.value ?? {}, { reportInput: true });
  const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemsOf(issue, schema, source));
  const lostWords = onePerLine([...lost, ...commaFaults(document, text, isText)].map(toProblem));
  const lostLines = new Set(lostWords.map(({ line }) => line));
  const others = [...issues, ...textProblems(scalars, text, file, position)].filter(({ line }) => !lostLines.has(line));
  return { value: parsed.success ? parsed.data : undefined, problems: [...lostWords, ...others], at };
}

/** Where fields stand in YAML that can be read; for Problems that are found later than it was. */
export function placesInYaml(text: string, firstLine: number): (field: Field) => Position {
  return readYaml(text, z.unknown(), '', firstLine).at;
}

/** After the first fault of a line the parser only guesses. */
function onePerLine(problems: Problem[]): Problem[] {
  const seen = new Set<number | undefined>();
  return problems.filter(({ line }) => seen.size < seen.add(line).size);
}

/** The offset of a field's value; of one that is not there, the key or list item nearest above it. */
function offsetOf(document: Document, field: Field): number {
  let here: unknown = document.contents;
  let offset = 0;
  for (const [index, step] of field.entries()) {
    const pair = isMap(here) ? pairsOf(here).get(String(step)) : undefined;
    const item = isSeq(here) ? here.items[Number(step)] : undefined;
    const isLast = index === field.length - 1;
    const wanted = pair ? (isLast && isNode(pair.value) ? pair.value : pair.key) : item;
    if (!isNode(wanted)) break;
    offset = wanted.range?.[0] ?? offset;
    here = pair ? pair.value : item;
  }
  return offset;
}

const pairsByKey = new WeakMap<YAMLMap, Map<string, Pair>>();

/** A map's pairs by their keys, kept because a file may have thousands of each. */
function pairsOf(map: YAMLMap): Map<string, Pair> {
  const known = pairsByKey.get(map);
  if (known) return known;
  const pairs = new Map(map.items.filter(isPair).map((pair) => [keyOf(pair.key as Node), pair]));
  pairsByKey.set(map, pairs);
  return pairs;
}

function keyOf(key: Node | null): string {
  return isScalar(key) ? String(key.value ?? '') : String(key);
}

type Source = { file: string; at(field: Field): Position; wordAt(field: Field): string };

/** What is written at an offset, up to a space or a sign that ends it. */
function wordAt(text: string, offset: number): string {
  const word = /[^\s,[\]{}]*/y;
  word.lastIndex = offset;
  return word.exec(text)?.[0] ?? '';
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, { file, at, wordAt }: Source): Problem[] {
  const field = issue.path.filter((part) => typeof part !== 'symbol');
  const name = field.length === 0 ? 'The document' : `“${field.join('.')}”`;
  if (issue.code === 'custom' && issue.params) {
    const { code, what, fix } = issue.params as Refusal;
    return [{ code, file, ...at(field), what, fix }];
  }
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, field);
    return issue.keys.map((key) => ({
      code: 'yaml/unknown-key',
      file,
      ...keyPosition(at, field, key),
      what: `“${[...field, key].join('.')}” is not a key that is known here.`,
      fix: suggestion(key, known, 'Remove it.'),
    }));
  }
  const isAbsent = issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_union');
  if (isAbsent) {
    return [
      {
        code: 'yaml/missing-key',
        file,
        ...at(field),
        what: `${name} is missing.`,
        fix: `Add a line “${field.at(-1)}: …”.`,
      },
    ];
  }
  const code = issue.code === 'invalid_type' || issue.code === 'invalid_union' ? 'yaml/wrong-type' : 'yaml/wrong-value';
  const written = isMisread(issue) ? wordAt(field) : '';
  const what = `${name} cannot be ${written || shown(issue.input)}.`;
  const fix = written ? 'Put quotes around it, so that it is read as text.' : remedyOf(issue, schema, field);
  return [{ code, file, ...at(field), what, fix }];
}

/** Whether a text is meant where YAML reads a number, true, false or nothing, as it does for 1.10, ~ and Null. */
function isMisread({ code, input, ...issue }: z.core.$ZodIssue): boolean {
  const isText =
    (code === 'invalid_type' && 'expected' in issue && issue.expected === 'string') || code === 'invalid_union';
  return isText && (input === null || /^(number|boolean|bigint)$/.test(typeof input));
}

function remedyOf(issue: z.core.$ZodIssue, schema: z.ZodType, field: Field): string {
  if (issue.code === 'invalid_value')
    return suggestion(String(issue.input), issue.values.map(String), 'Choose another.');
  if (issue.input === null) return 'Write a value after the colon, or remove the line.';
  if (issue.code === 'invalid_type' && issue.expected === 'array') return listRemedy(issue.input, schema, field);
  if (issue.code === 'too_small' && issue.input === '')
    return 'Write something between the quotes, or remove the line.';
  const sentence = issue.message.replace(/^Invalid input: /, '').replace(/^./, (letter) => letter.toUpperCase());
  return firstSentence(sentence);
}

/** In […] a comma would cut a text in two, and a map has no place. */
function listRemedy(input: unknown, schema: z.ZodType, field: Field): string {
  const [key] = keysAt(schema, [...field, 0]);
  if (key !== undefined) return `It is a list, even of one: begin a line below with “- ${key}: …”.`;
  if (isProse(schema, [...field, 0]))
    return 'It is a list, even of one: write each text on a line of its own below, as in - "…", with quotes around it.';
  const isOfWords = typeof input === 'string' && !/[^\p{L}\p{M}\p{N}\s,./:_-]|-\s/u.test(input);
  return `It is a list, even of one: write [${isOfWords ? input : '…'}].`;
}

/** A step that leads to nothing, in a list as in a map. */
const nowhere = '\0';

/** Where the key itself stands, not its value: the nearest place above something that is not there. */
function keyPosition(at: (field: Field) => Position, field: Field, key: string): Position {
  return at([...field, key, nowhere]);
}

function shown(input: unknown): string {
  if (input === undefined) return 'absent';
  if (input === null) return 'empty';
  const text = JSON.stringify(input) ?? String(input);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
