/** YAML to a typed value, by a zod schema, with the place of everything in the file. */
import { isNode, isPair, isMap, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { Position, Problem } from '../problem.ts';
import { suggestion } from './suggest.ts';

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
  return (value: string, context: z.RefinementCtx) => {
    if (!isGood(value)) context.addIssue({ code: 'custom', params: refusal(value), input: value });
  };
}

const maxAliases = 20;

/**
 * Reads one YAML document. `firstLine` is the line of the file on which `text` begins (front matter
 * begins on line 2). Never throws: everything wrong is in `problems`, all at once.
 */
export function readYaml<T>(text: string, schema: z.ZodType<T>, file: string, firstLine = 1): ReadYaml<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, merge: false });
  const position = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const at = (field: Field) => position(offsetOf(document, field));
  const syntax = [...document.errors, ...document.warnings].map((error) => ({
    code: 'yaml/syntax',
    file,
    ...position(error.pos[0]),
    what: `This is not YAML that can be read: ${firstSentence(error.message)}`,
    fix: 'A text with a colon, a # or a quotation mark in it needs quotes around it; indent with spaces.',
  }));
  if (syntax.length > 0) return { value: undefined, problems: syntax, at };
  const plain = toPlain(document);
  if (plain.refused) {
    const problem = { code: 'yaml/too-many-aliases', file, ...at([]), what: plain.refused, fix: 'Write the values out.' };
    return { value: undefined, problems: [problem], at };
  }
  const parsed = schema.safeParse(plain.value ?? {}, { reportInput: true });
  const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemsOf(issue, schema, file, at));
  const problems = [...issues, ...templateProblems(plain.value, [], file, at)];
  return { value: parsed.success ? parsed.data : undefined, problems, at };
}

function toPlain(document: Document): { value?: unknown; refused?: string } {
  try {
    return { value: document.toJS({ maxAliasCount: maxAliases }) };
  } catch (error) {
    return { refused: `The document cannot be expanded: ${(error as Error).message}.` };
  }
}

function firstSentence(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** The offset of a field's key where it has one (for unknown keys), else of its value. */
function offsetOf(document: Document, field: Field): number {
  for (let length = field.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(field.slice(0, length - 1), true);
    const last = field[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && keyOf(item.key) === String(last));
      const wanted = pair && (isNode(pair.value) && length === field.length ? pair.value : pair.key);
      if (isNode(wanted) && wanted.range) return wanted.range[0];
    }
    const node = document.getIn(field.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOf(key: unknown): string {
  return isNode(key) ? String((key as { value?: unknown }).value) : String(key);
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, file: string, at: (field: Field) => Position): Problem[] {
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
  if (issue.code === 'invalid_union') {
    return [{ code: 'yaml/wrong-type', file, ...at(field), what: `${name} is not of the form it should have.`, fix: issue.message }];
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return [{ code: 'yaml/missing-key', file, ...at(field), what: `${name} is missing.`, fix: `Add a line “${field.at(-1)}: …”.` }];
  }
  const code = issue.code === 'invalid_type' ? 'yaml/wrong-type' : 'yaml/wrong-value';
  return [{ code, file, ...at(field), what: `${name} cannot be ${shown(issue.input)}.`, fix: `${issue.message.replace(/^Invalid input: /, '').replace(/^./, (c) => c.toUpperCase())}.` }];
}

function keyPosition(at: (field: Field) => Position, field: Field, key: string): Position {
  const value = at([...field, key, '']);
  return value;
}

function shown(input: unknown): string {
  if (input === undefined) return 'absent';
  if (input === null) return 'empty';
  const text = JSON.stringify(input) ?? String(input);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The keys a schema knows at a field, through lists and optional values. */
function keysAt(schema: z.ZodType, field: Field): string[] {
  let here: unknown = schema;
  for (const step of [...field, undefined]) {
    while (here instanceof z.ZodOptional || here instanceof z.ZodDefault || here instanceof z.ZodNullable) here = here.unwrap();
    if (step === undefined) break;
    if (here instanceof z.ZodObject) here = here.shape[String(step)];
    else if (here instanceof z.ZodArray) here = here.element;
    else return [];
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

const templateSyntax = /\{\{|\{%|<%/;

/** Content is data: what looks like a template is refused rather than shown to readers. */
function templateProblems(value: unknown, field: Field, file: string, at: (field: Field) => Position): Problem[] {
  if (typeof value === 'string') {
    const found = templateSyntax.exec(value)?.[0];
    return found === undefined ? [] : [templateProblem(found, file, at(field))];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    templateProblems(inner, [...field, Array.isArray(value) ? Number(key) : key], file, at),
  );
}

/** The Problem for template syntax, in front matter or in a text. */
export function templateProblem(found: string, file: string, position: Position): Problem {
  return {
    code: 'content/template-syntax',
    file,
    ...position,
    what: `“${found}” looks like a template; content is data and no template language is read.`,
    fix: 'Write the words themselves; to show such code, put it between backticks.',
  };
}
