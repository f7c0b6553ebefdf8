/**
 * Routes that could not be rendered. That is a fault of a layout, never of an author: what content can hold was
 * judged before. Still, whoever is to find it at night has to know on which page and of which file.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { contentFileOf } from '../catalog/content-file.ts';
import type { Scope } from '../content/scopes.ts';

export type Failure = { url: string; error: Error };

export class RenderFailure extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[], fileOf: (url: string) => string | undefined = () => undefined) {
    super(describe(failures, fileOf), { cause: failures[0]?.error });
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
  return new RenderFailure(failure.failures, (url) => {
    const scope = scopes.get(url);
    return scope && contentFileOf(catalog, scope, catalog.site);
  });
}

const told = 10;

/** Pages of one file first: what is wrong with a story is wrong in every list that shows it. */
function describe(failures: readonly Failure[], fileOf: (url: string) => string | undefined): string {
  const named = failures.map(({ url, error }) => ({ url, error, file: fileOf(url) }));
  const sorted = named.sort((a, b) => Number(a.file === undefined) - Number(b.file === undefined));
  const lines = sorted
    .slice(0, told)
    .map(({ url, error, file }) => `  ${url}${file === undefined ? '' : ` (content/${file})`}: ${error.message}`);
  const more = failures.length > told ? `\n  and ${failures.length - told} more` : '';
  return `${failures.length} of the pages could not be rendered:\n${lines.join('\n')}${more}`;
}
