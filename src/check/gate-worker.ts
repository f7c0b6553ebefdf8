/** What a thread of the check does: it looks at some files, or validates some pages. */
import { Tinypool } from 'tinypool';
import type { BuiltSite } from './built-site.ts';
import { type FilesLookedAt, lookAtFiles } from './look-at-files.ts';
import type { Broken, PagesToValidate } from './validate-pages.ts';

/** What every thread knows of the site. */
export type SiteOfThreads = Pick<BuiltSite, 'out' | 'origin'> & { everyPath: readonly string[] };

/** `own`: those of `paths` that are the newsroom’s own. */
type PartOfSite = { paths: readonly string[]; own: readonly string[] };

let files: ReadonlySet<string> | undefined;

function lookAt({ paths, own }: PartOfSite): FilesLookedAt {
  const { out, origin, everyPath } = Tinypool.workerData as SiteOfThreads;
  files ??= new Set(everyPath);
  const known = files;
  const site = { out, origin, everyPath: () => everyPath, hasFile: (path: string) => known.has(path) };
  return lookAtFiles({ ...site, isAsItWas: (path) => own.includes(path) }, paths);
}

async function validate(pages: PagesToValidate): Promise<Broken[]> {
  const { validatePages } = await import('./validate-pages.ts');
  return validatePages(pages);
}

export type Task = { lookAt: PartOfSite } | { validate: PagesToValidate };

export function work(task: Task): FilesLookedAt | Promise<Broken[]> {
  return 'lookAt' in task ? lookAt(task.lookAt) : validate(task.validate);
}
