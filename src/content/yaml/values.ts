/** Plain values, as YAML gives them, held against a schema; and what they would be with all remedies followed. */
import type { z } from 'zod';
import type { Problem } from '../../problem.ts';
import { type Example, exampleValue, shownExample } from '../example.ts';
import type { Field, Form } from '../yaml.ts';
import { type Issue, issuesOf } from './issues.ts';
import { judge } from './judge.ts';
import { isNeeded } from './mend.ts';
import type { YamlPlaces } from './places.ts';
import { schemaAt } from './schema.ts';
import { put } from './value-at.ts';

export type ReadValue<T> = {
  /** With every remedy followed; what had to be made up is the example's. */
  value: T;
  problems: Problem[];
  /** Fields, and keys that are not to be there, of which something is told. */
  told: Field[];
  /** Fields that were made up. */
  unknown: Field[];
  /** Lines of keys that are to be taken away, so that nothing else need be said of them. */
  linesToGo: ReadonlySet<number>;
};

export type Reading<T> = Form<T> & { places: YamlPlaces; file: string };

/** A remedy may leave something to mend in what it made a map or a list of. */
const mostRounds = 5;

/** Reads a value that nobody else holds: it is mended in place. */
export function readValue<T>(plain: unknown, reading: Reading<T>): ReadValue<T> {
  const { schema, places, file } = reading;
  const problems: Problem[] = [];
  const unknown: Field[] = [];
  const names = new Set<string>();
  const told: Field[] = [];
  const linesToGo = new Set<number>();
  const root = { value: plain };
  let example: Example | undefined;
  for (let round = 0; round < mostRounds; round++) {
    const parsed = schema.safeParse(root.value, { reportInput: true });
    if (parsed.success) return { value: parsed.data, problems, told, unknown, linesToGo };
    example ??= reading.example();
    const issues = issuesOf(parsed.error.issues, schema).map((issue) => ({ issue, name: nameOf(issue) }));
    for (const { issue, name } of issues) {
      const isNew = !names.has(name);
      const judged = judge(issue, { root: root.value, schema, example, places });
      if (issue.key !== undefined && judged.target === undefined) linesToGo.add(judged.position.line);
      if (isNew) problems.push({ code: judged.code, file, ...judged.position, what: judged.what, ...judged.remedy });
      const left = isNew ? judged : { ...judged, becomes: exampleValue(example, issue.field), isMadeUp: true };
      const target = left.target ?? issue.field;
      if (left.isMadeUp) unknown.push(target);
      if (issue.key !== undefined) put(root, [...issue.field, issue.key], undefined);
      const isLeftOut = left.isMadeUp && isOptional(schema, target);
      if (left.becomes !== undefined || issue.key === undefined)
        put(root, target, isLeftOut ? undefined : left.becomes);
    }
    for (const { issue, name } of issues) {
      names.add(name);
      told.push(issue.key === undefined ? issue.field : [...issue.field, issue.key]);
    }
  }
  return { value: madeUp(reading), problems, told, unknown: [[]], linesToGo };
}

/** The example alone; nothing, where that is not good itself, as of words whose English is being written. */
export function madeUp<T>({ schema, example }: Form<T>): T {
  return schema.safeParse(shownExample(example())).data ?? ({} as T);
}

function nameOf({ field, key, is, refusal }: Issue): string {
  return JSON.stringify([field, key, is, refusal?.code]);
}

/** What may be left out is, rather than made up. */
function isOptional(schema: z.ZodType, field: Field): boolean {
  return typeof field.at(-1) === 'string' && !isNeeded(schemaAt(schema, field));
}
