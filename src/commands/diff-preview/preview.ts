/** A preview: what it is of, and all that is in it. Made of the two states, it is written as pages, as Markdown, or as JSON. */
import type { Changes } from './changes.ts';
import type { Unpublished } from './unpublished.ts';
import type { View } from './views.ts';

export type Preview = Changes & {
  /** As people named it and as git does: `main (1a2b3c4d)`. */
  against: string;
  /** `the working tree`, `commit 5e6f7a8b`. */
  state: string;
  title: string;
  views: ReadonlyMap<string, View>;
  /** Asked for: drafts and stories to come. */
  unpublished?: readonly Unpublished[];
  /** Why there are no pictures of pages, if there are none. */
  noPictures?: string;
};

/** `10 changed, 2 added`; of nothing undefined. */
export function countsOf({ groups }: Changes): string | undefined {
  const parts = (['changed', 'added', 'removed'] as const).flatMap((did) => {
    const n = groups.filter((each) => each.did === did).reduce((sum, each) => sum + sizeOf(each), 0);
    return n === 0 ? [] : [`${n.toLocaleString('en')} ${did}`];
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}

export function sizeOf({ shown, rest }: Changes['groups'][number]): number {
  return shown.length + rest.length;
}

/** `298 of the kind article: changed`. */
export function headingOf(group: Changes['groups'][number]): string {
  return `${sizeOf(group).toLocaleString('en')} × ${group.kind.replaceAll('-', ' ')}, ${group.did}`;
}

export const warning = 'This preview has stories that are not public. Keep it in the newsroom.';

/** `--json`: every page, and no text. */
export function previewAsJson({ against, state, groups, same, unpublished }: Preview): object {
  const pages = groups
    .flatMap(({ shown, rest }) => [...shown, ...rest])
    .map(({ url, kind, did, reason, file }) => ({ url, kind, did, reason, file: file ?? null }));
  return {
    against,
    state,
    pages,
    same,
    unpublished: unpublished?.map(({ file, before, after }) => ({ file, before, after })),
  };
}
