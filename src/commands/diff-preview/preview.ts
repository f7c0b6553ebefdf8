/** A preview: what it is of, and all that is in it. Made of the two states, it is written as pages, as Markdown, or as JSON. */
import type { Changes } from './changes.ts';
import type { View } from './views.ts';

export type Preview = Changes & {
  /** As people named it and as git does: `main (1a2b3c4d)`. */
  against: string;
  /** `the working tree`, `commit 5e6f7a8b`. */
  state: string;
  title: string;
  views: ReadonlyMap<string, View>;
  /** With drafts and stories to come. */
  isUnpublished: boolean;
  /** What of it is missing, as pictures of pages where there is no browser. */
  note?: string;
};

/** `10 changed, 2 added`; of nothing undefined. */
export function countsOf({ groups }: Changes): string | undefined {
  const parts = (['changed', 'added', 'removed'] as const).flatMap((did) => {
    const n = groups.filter((each) => each.did === did).reduce((sum, each) => sum + sizeOf(each), 0);
    return n === 0 ? [] : [`${n.toLocaleString('en')} ${did}`];
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}

function sizeOf({ shown, rest }: Changes['groups'][number]): number {
  return shown.length + rest.length;
}

/** `Front page: 1 changed`, `Article (a draft): 2 added`. */
export function headingOf(group: Changes['groups'][number]): string {
  const kind = group.kind.replaceAll('-', ' ');
  const standing = group.standing === undefined ? '' : ` (${group.standing})`;
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}${standing}: ${sizeOf(group).toLocaleString('en')} ${group.did}`;
}

/** Those of pages, and those of feeds, sitemaps and other files. */
export function pagesAndFiles({ groups }: Changes): Record<'pages' | 'files', Changes['groups']> {
  return { pages: groups.filter(({ isOfFiles }) => !isOfFiles), files: groups.filter(({ isOfFiles }) => isOfFiles) };
}

/** `24 feeds, sitemaps and other files`. */
export function filesHeading(files: readonly Changes['groups'][number][]): string {
  const n = files.reduce((sum, each) => sum + sizeOf(each), 0);
  return n === 1 ? '1 feed, sitemap or other file' : `${n.toLocaleString('en')} feeds, sitemaps and other files`;
}

export const warning = 'This preview has stories that are not public. Keep it in the newsroom.';

/** `--json`: every page, and no text. */
export function previewAsJson({ against, state, groups, same, isUnpublished }: Preview): object {
  const pages = groups
    .flatMap(({ shown, rest }) => [...shown, ...rest])
    .map(({ url, kind, did, reason, file, standing }) => ({ url, kind, did, reason, file: file ?? null, standing }));
  return { against, state, isUnpublished, pages, same };
}
