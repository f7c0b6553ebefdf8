/**
 * Routes that could not be rendered. That is a fault of a layout, never of an author: what content can hold was
 * judged before. Still, whoever is to find it at night has to know on which page and of which file.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { contentFileOf } from '../catalog/content-file.ts';
import type { Scope } from '../content/scopes.ts';

/** `file` is that of the content which the route is of, if it is known and of one. */
export type Failure = { url: string; error: Error; file?: string | undefined };

export class RenderFailure extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(describe(failures), { cause: failures[0]?.error });
    this.failures = failures;
  }
}

/** The same, with the file that each route is of. */
export function withFiles(
  failure: unknown,
  routes: readonly { url: string; scope: Scope }[],
  catalog: Catalog,
): unknown {
  if (!(failure instanceof RenderFailure)) return failure;
  const scopes = new Map(routes.map(({ url, scope }) => [url, scope]));
  const named = failure.failures.map((each) => {
    const scope = scopes.get(each.url);
    return { ...each, file: scope && contentFileOf(catalog, scope, catalog.site) };
  });
  return new RenderFailure(named);
}

const told = 10;

/** Pages of one file first: what is wrong with a story is wrong in every list that shows it. */
function describe(failures: readonly Failure[]): string {
  const sorted = failures.toSorted((a, b) => Number(a.file === undefined) - Number(b.file === undefined));
  const lines = sorted
    .slice(0, told)
    .map(({ url, error, file }) => `  ${url}${file === undefined ? '' : ` (content/${file})`}: ${error.message}`);
  const more = failures.length > told ? `\n  and ${failures.length - told} more` : '';
  return `${failures.length} of the pages could not be rendered:\n${lines.join('\n')}${more}`;
}
