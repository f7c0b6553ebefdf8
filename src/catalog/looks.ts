/** What the pages of each kind are made of, kept so that a change of one layout leaves the other kinds alone. */
import type { Catalog } from './catalog.ts';
import { fingerprint } from './hash.ts';

export type Looks = {
  /** A hash of what every route is made of: the program, and what it runs on. */
  program: string;
  /** The files of `layouts/`, the engine’s and the newsroom’s, each with its hash. */
  files: Readonly<Record<string, string>>;
  /** The files that each kind of route is made of, sorted. Undefined: every kind is made of the program alone. */
  kinds?: Readonly<Record<string, readonly string[]>>;
};

/** `program` stands for kinds of which nothing more is to be known. */
type Kept = { program?: string; byKind: Record<string, string> };

/** Those of the engine that the catalog was brought in step with last; undefined if that one kept none. */
export function keptLooks({ state }: Catalog): Looks | undefined {
  const kept = state.get('engine.looks');
  const { engine, looks }: { engine?: string; looks?: Looks } = kept === undefined ? {} : JSON.parse(kept);
  return engine === state.get('engine.all') ? looks : undefined;
}

/** `engine`: the hash of all of it. */
export function keepLooks({ state }: Catalog, engine: string, looks: Looks): void {
  const { program, kinds } = looks;
  const byKind = Object.fromEntries(Object.keys(kinds ?? {}).map((kind) => [kind, lookOf(kind, looks)]));
  const kept: Kept = kinds ? { byKind } : { program, byKind };
  state.set('engine.looks', JSON.stringify({ engine, looks }));
  state.set('engine.kinds', JSON.stringify(kept));
}

/** A kind’s part of the fingerprint of its routes. Throws if nothing is known of the kind. */
export function lookOf(kind: string, { program, files, kinds }: Looks): string {
  if (kinds === undefined) return program;
  const made = kinds[kind];
  if (made === undefined) return unknown(kind);
  return fingerprint(program, ...made.map((file) => [file, files[file]]));
}

/** The same of all kinds, as they were worked out when the engine was new. */
export function looksByKind(catalog: Catalog): (kind: string) => string {
  const { program, byKind }: Kept = JSON.parse(catalog.state.get('engine.kinds') ?? '{"byKind":{}}');
  return (kind) => byKind[kind] ?? program ?? unknown(kind);
}

function unknown(kind: string): never {
  throw new Error(`It is not known what routes of the kind ${kind} are made of`);
}
