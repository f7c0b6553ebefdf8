/** Kinds of page that a newsroom has added, each with its layout; before anything is read, and by `src/commands/` alone. */
import type { Site } from '../content/site.ts';
import type { Kind } from './kind.ts';

export type OwnKind = {
  kind: Kind;
  /** The text of a page's file, from what the kind's `props` gave. Pure. */
  layout(props: never, site: Site): string;
};

const added: OwnKind[] = [];

export const ownKinds: readonly OwnKind[] = added;

/** The layouts of the engine's kinds and of these, by the kind's name. */
export function withOwnLayouts<Shipped extends object>(shipped: Shipped): Shipped & Record<string, OwnKind['layout']> {
  return { ...shipped, ...Object.fromEntries(added.map(({ kind, layout }) => [kind.name, layout])) };
}

/** The caller has seen to it that its name is free. */
export function addKind(own: OwnKind): void {
  const { kind, layout } = own;
  // Layouts are told the kind of page that they are of, as the engine's are (`layouts/layouts.tsx`).
  const told = (props: object, site: Site) => layout({ ...props, kind: kind.name } as never, site);
  added.push({ kind, layout: told });
}
