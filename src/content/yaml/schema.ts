/** What a schema says of a field, found by the way that leads to it. */
import { z } from 'zod';
import type { Field } from '../yaml.ts';

const proseSchemas = new WeakSet<z.ZodType>();

/** Marks a schema as one for sentences and names. */
export function asProse<T extends z.ZodType>(schema: T): T {
  proseSchemas.add(schema);
  return schema;
}

export function isProse(schema: z.ZodType, field: Field): boolean {
  return schemasAt(schema, field).some((each) => proseSchemas.has(each));
}

const perLanguageSchemas = new WeakSet<z.ZodType>();

/** Marks a schema as one for texts by their languages. */
export function asPerLanguage<T extends z.ZodType>(schema: T): T {
  perLanguageSchemas.add(schema);
  return schema;
}

/** Says what a field is for: editors show it, as the forms and schemas that they are given are made of this. */
export function described<T extends z.ZodType>(schema: T, description: string): T {
  const made = schema.meta({ description });
  for (const marked of [proseSchemas, perLanguageSchemas]) if (marked.has(schema)) marked.add(made);
  return made;
}

/** The texts of a value that are given per language. A value that was read is no deeper than its schema. */
export function textsPerLanguage(
  schema: z.ZodType,
  value: unknown,
  field: Field = [],
): { field: Field; text: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const schemas = alternatives(schema);
  if (schemas.some((each) => perLanguageSchemas.has(each))) return [{ field, text: value as Record<string, unknown> }];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'object') return [];
    const step = Array.isArray(value) ? Number(key) : key;
    return schemas
      .flatMap((each) => inside(each, step))
      .flatMap((each) => textsPerLanguage(each, inner, [...field, step]));
  });
}

/** The keys a schema knows at a field. */
export function keysAt(schema: z.ZodType, field: Field): string[] {
  return schemasAt(schema, field).flatMap((each) => (each instanceof z.ZodObject ? Object.keys(each.shape) : []));
}

/** What a value may be: of a text or something else, a text. */
export type Shape =
  | { is: 'list'; of: z.ZodType }
  | { is: 'map'; of: Record<string, z.ZodType> }
  | { is: 'word'; of: readonly string[] }
  | { is: 'truth' }
  | { is: 'text'; isProse: boolean; isPerLanguage: boolean };

export function shapeOf(schema: z.ZodType): Shape | undefined {
  const schemas = alternatives(schema);
  const list = schemas.find((each) => each instanceof z.ZodArray);
  if (list && !schemas.some((each) => each instanceof z.ZodString))
    return { is: 'list', of: list.element as z.ZodType };
  const words = schemas.find((each) => each instanceof z.ZodEnum);
  if (words) return { is: 'word', of: words.options.map(String) };
  if (schemas.some((each) => each instanceof z.ZodBoolean)) return { is: 'truth' };
  if (schemas.some((each) => each instanceof z.ZodString))
    return {
      is: 'text',
      isProse: schemas.some((each) => proseSchemas.has(each)),
      isPerLanguage: schemas.some((each) => perLanguageSchemas.has(each)),
    };
  const map = schemas.find((each) => each instanceof z.ZodObject);
  return map && { is: 'map', of: map.shape as Record<string, z.ZodType> };
}

/** The first schema at a field; undefined where none leads. */
export function schemaAt(schema: z.ZodType, field: Field): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema;
  for (const step of field) here = here && alternatives(here).flatMap((each) => inside(each, step))[0];
  return here;
}

/** Through lists, optional values, and all that a value may be. */
export function schemasAt(schema: z.ZodType, field: Field): readonly z.ZodType[] {
  return field.reduce<readonly z.ZodType[]>(
    (all, step) => all.flatMap((each) => inside(each, step)).flatMap(alternatives),
    alternatives(schema),
  );
}

function inside(schema: z.ZodType, step: string | number): z.ZodType[] {
  if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, step) ? [schema.shape[step]] : [];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  return schema instanceof z.ZodRecord ? [schema.valueType as z.ZodType] : [];
}

/** All that a value may be, each by its schema: known once it was asked for, as schemas never change. */
function alternatives(schema: z.ZodType): readonly z.ZodType[] {
  const known = alternativesOf.get(schema) ?? findAlternatives(schema);
  alternativesOf.set(schema, known);
  return known;
}

const alternativesOf = new WeakMap<z.ZodType, readonly z.ZodType[]>();

function findAlternatives(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return alternatives(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe)
    return alternatives((schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((each) => alternatives(each as z.ZodType));
  return [schema];
}
