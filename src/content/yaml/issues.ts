/** What zod finds wrong, each at its field: of a value that may be several things, as the one that it looks like. */
import { z } from 'zod';
import type { Refusal } from '../refusal.ts';
import type { Field } from '../yaml.ts';
import { schemasAt } from './schema.ts';

export type Issue = {
  field: Field;
  /** A key at the field that is not known; or one that is to be called otherwise. */
  key?: string;
  is: 'unknown-key' | 'missing' | 'refused' | 'wrong';
  input: unknown;
  refusal?: Refusal;
};

/** Keys that are not known come alone: one of them may be what is missing. */
export function issuesOf(found: readonly z.core.$ZodIssue[], schema: z.ZodType): Issue[] {
  const all = found.flatMap((issue) => flattened(issue, schema, []));
  const ofKeys = all.filter(({ is }) => is === 'unknown-key');
  return ofKeys.length > 0 ? ofKeys : all;
}

function flattened(issue: z.core.$ZodIssue, schema: z.ZodType, above: Field): Issue[] {
  const field: Field = [...above, ...issue.path.filter((part) => typeof part !== 'symbol')];
  const { input } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field, key, is: 'unknown-key', input }));
  }
  if (issue.code === 'custom' && issue.params) {
    const refusal = issue.params as Refusal;
    const last = field.at(-1);
    return refusal.rightKey !== undefined && typeof last === 'string'
      ? [{ field: field.slice(0, -1), key: last, is: 'refused', input, refusal }]
      : [{ field, is: 'refused', input, refusal }];
  }
  if (issue.code === 'invalid_union' && (isMap(input) || Array.isArray(input))) {
    const isAlike = (each: z.ZodType) =>
      Array.isArray(input) ? each instanceof z.ZodArray : each instanceof z.ZodRecord || each instanceof z.ZodObject;
    const inside = issue.errors[schemasAt(schema, field).findIndex(isAlike)] ?? [];
    if (inside.length > 0) return inside.flatMap((each) => flattened(each, schema, field));
  }
  return [{ field, is: input === undefined ? 'missing' : 'wrong', input }];
}

function isMap(input: unknown): boolean {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
