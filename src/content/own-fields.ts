/** Fields that a newsroom has added to the front matter of articles; before anything is read, and by `src/commands/` alone. */
import type { z } from 'zod';
import type { Example } from './example.ts';

/** How much of an article another page shows; a field is seen at its depth and at every deeper one. */
const depths = ['headline', 'teaser', 'full'] as const;
export type OwnDepth = (typeof depths)[number];

export type OwnField = {
  /** What it may be. Made of the schemas of `fields.ts`, whose Problems have remedies; optional, or with a default. */
  schema: z.ZodType;
  /** A good value, for remedies. */
  example: Example;
  depth: OwnDepth;
};

const added = new Map<string, OwnField>();

export const ownFields: ReadonlyMap<string, OwnField> = added;

/** The caller has seen to it that the key is free. */
export function addField(key: string, field: OwnField): void {
  added.set(key, field);
}

/** The values of front matter that are of own fields, by key; undefined where there are none. */
export function ownValues(written: object): Record<string, unknown> | undefined {
  const values = Object.entries(written).filter(([key, value]) => added.has(key) && value !== undefined);
  return values.length === 0 ? undefined : Object.fromEntries(values);
}

/** What of them is seen at a depth; undefined where that is nothing, so that it stands in no props. */
export function ownAt(own: Record<string, unknown> | undefined, depth: OwnDepth): Record<string, unknown> | undefined {
  if (own === undefined) return undefined;
  const isSeen = (key: string) => depths.indexOf(added.get(key)?.depth ?? 'full') <= depths.indexOf(depth);
  const seen = Object.entries(own).filter(([key]) => isSeen(key));
  return seen.length === 0 ? undefined : Object.fromEntries(seen);
}

/** For the types. */
export function defineFields<const Fields extends Record<string, OwnField>>(fields: Fields): Fields {
  return fields;
}
