/** A field of a plain value: what stands there, and what is to. */
import type { Field } from '../yaml.ts';

/** Sets a field whose surroundings exist; undefined takes it away, but not out of a list. */
export function put(root: { value: unknown }, field: Field, value: unknown): void {
  const way: Field = ['value', ...field];
  const last = way.at(-1) as string | number;
  const holder = way.slice(0, -1).reduce<unknown>(stepInto, root);
  if (typeof holder !== 'object' || holder === null) return;
  if (value === undefined && !Array.isArray(holder)) delete (holder as Record<string, unknown>)[last];
  else Object.defineProperty(holder, last, { value, writable: true, enumerable: true, configurable: true });
}

function stepInto(here: unknown, step: string | number): unknown {
  if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
  return (here as Record<string | number, unknown>)[step];
}

export function valueAt(root: unknown, field: Field): unknown {
  return field.reduce<unknown>(stepInto, root);
}
