/**
 * Makes what the tool of a pages host uploads: builds a commit, checks it, sees that no address ends, and lays beside it what the
 * host is told. What readers have now is asked of the site itself, since nobody else remembers it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog, openCatalog } from '../catalog/catalog.ts';
import type { Site } from '../content/site.ts';
import { outputPath } from '../content/urls.ts';
import { editionName } from '../plan/edition.ts';
import { isFault, type Problem } from '../problem.ts';
import { editionFile } from '../publish/change-list.ts';
import { judgeEnded } from '../publish/ended.ts';
import { hostFiles } from '../publish/host-files.ts';
import { type Host, limitProblems } from '../publish/host-limits.ts';
import { rulesFor } from '../publish/host-redirects.ts';
import { knownAddresses } from '../publish/known-addresses.ts';
import { addressesBytes, addressesFile, type LiveEdition } from '../publish/live-edition.ts';
import { filesIn } from '../publish/outgoing.ts';
import { answerPage, editionText } from '../publish/own-files.ts';
import { clearUpload, makeUpload, measure, type Upload } from '../publish/pages-folder.ts';
import type { ServerSettings } from '../publish/settings.ts';
import type { History } from '../source/history.ts';
import { mustFollow } from './ancestry.ts';
import { type BuildOptions, type BuildReport, build } from './build.ts';
import { type CheckOptions, check } from './check.ts';
import { namesIn } from './file-names.ts';
import { mayBeDue } from './next-due.ts';
import { keptRedirects } from './redirects.ts';

export type PagesOptions = Pick<BuildOptions, 'content' | 'newsroom' | 'now' | 'out'> & {
  cache: string;
  /** The folder to make. */
  folder: string;
  host: Host;
  /** As publish.yaml calls it. */
  targetName: string;
  server: Pick<ServerSettings, 'hsts'>;
  history: History;
  head: string;
  /** Asks the site at an address what readers have; undefined the first time. */
  ask(url: string): Promise<LiveEdition | undefined>;
  insteadOf?: string;
  /** Makes nothing if readers have just this. */
  isOnlyIfNew?: boolean;
  /** What else a build is given. */
  build?: Omit<Partial<BuildOptions>, 'out' | 'cache' | 'source' | 'commit' | 'changedOnly'>;
  /** Put by tests in place of the check of what was built. */
  judge?(folders: CheckOptions): Promise<Problem[]>;
};

/** What became of a commit. With a fault among the problems, or among those of its build, nothing was made of it. */
export type Made = {
  commit: string;
  report: BuildReport;
  /** What was found after it was built, by files as people name them. */
  problems: Problem[];
  /** If a folder was made: its files. */
  files?: number;
};

/**
 * What was tried, in that order: if nothing can be made of a commit, what was promised for now comes out all the same, with the
 * commit that readers have. Throws NotSent where that is newer than what is asked for.
 */
export async function makePages(options: PagesOptions): Promise<Made[]> {
  const { folder, history, head, insteadOf } = options;
  clearUpload(folder);
  let asked: LiveEdition | undefined;
  const ask = async (url: string) => {
    asked ??= await options.ask(url);
    if (asked) mustFollow(asked.commit, head, { history, insteadOf, goBack: 'use what the host has for that' });
    return asked;
  };
  const made = await make(head, { ...options, ask });
  if (!isRefused(made) || !mayBeDue(options.cache, options.now)) return [made];
  const live = asked ?? (await askInVain(options));
  if (!live || live.commit === head || !history.isAncestor(live.commit, head)) return [made];
  return [made, await make(live.commit, { ...options, ask: async () => live, isOnlyIfNew: true })];
}

export function isRefused({ report, problems }: Made): boolean {
  return [...report.problems, ...problems].some(isFault);
}

/** The site’s address is the one that the last build knew. What a site that does not answer has, nothing is added to. */
async function askInVain({ cache, ask }: PagesOptions): Promise<LiveEdition | undefined> {
  const catalog = openCatalog(cache);
  const url = catalog.record<Site>('site.yaml')?.url;
  catalog.close();
  return url === undefined ? undefined : ask(url).catch(() => undefined);
}

async function make(commit: string, options: PagesOptions): Promise<Made> {
  const { content, newsroom, now, cache, out, folder } = options;
  const report = await build({ content, newsroom, now, ...options.build, cache, out, commit });
  if (report.problems.some(isFault)) return { commit, report, problems: [] };
  const live = await options.ask(report.site?.url ?? '');
  const problems = await (options.judge ?? judge)({ content, newsroom, cache, out });
  const made: Made = { commit, report, problems };
  if (problems.some(isFault)) return made;
  const catalog = openCatalog(cache);
  try {
    if (options.isOnlyIfNew && live?.edition === editionName(catalog) && live.commit === commit) return made;
    const { upload, problems: found } = uploadFor(catalog, live, { ...options, head: commit });
    problems.push(...found);
    if (problems.some(isFault)) return made;
    makeUpload(folder, upload);
    return { ...made, files: upload.size };
  } finally {
    catalog.close();
  }
}

async function judge(folders: CheckOptions): Promise<Problem[]> {
  return (await check(folders)).problems;
}

function uploadFor(
  catalog: Catalog,
  live: LiveEdition | undefined,
  options: PagesOptions,
): { upload: Upload; problems: Problem[] } {
  const { content, newsroom, cache, out, host, server, history, head, now } = options;
  const { site } = catalog;
  const built = filesIn(out);
  const upload: Upload = new Map(built.map((path) => [path, join(out, path)]));
  const { answered, ended } = judgeEnded(live?.paths.filter((path) => !upload.has(path)) ?? [], {
    catalog,
    target: options.targetName,
    nameOf: namesIn(content, newsroom),
    renames: () => (live ? history.renames(live.commit, head) : new Map()),
  });
  if (ended.length > 0) return { upload, problems: ended.map(({ problem }) => problem) };
  for (const [path, to] of answered)
    upload.set(path, path.endsWith('.html') ? Buffer.from(answerPage(to, site)) : join(out, outputPath(to)));
  const redirects = keptRedirects(cache);
  const addresses = knownAddresses(upload.keys(), catalog, redirects);
  const gone = ['withdrawn', 'gone'].flatMap((kind) => catalog.routes.ofKind(kind).map(({ url }) => url));
  const rules = rulesFor(host, { redirects, gone, answered, site });
  for (const path of rules.pages) upload.delete(path);
  const files = hostFiles(host, rules, { hsts: server.hsts, isSecure: site.url.startsWith('https:') });
  for (const [path, text] of Object.entries(files)) upload.set(path, withOwn(text, upload.get(path)));
  const edition = { edition: editionName(catalog), commit: head, published: now };
  upload.set(editionFile, Buffer.from(editionText(edition)));
  upload.set(addressesFile, addressesBytes(addresses));
  const measures = { ...measure(upload), redirects: rules.rules, redirectBytes: rules.bytes };
  return { upload, problems: limitProblems(measures, host, namesIn(out, newsroom)('')) };
}

/** What a newsroom says to the host in a file of its own, in `public/`, stands first: of two rules the host heeds the first. */
function withOwn(text: string, own: string | Uint8Array | undefined): Uint8Array {
  const theirs = typeof own === 'string' ? readFileSync(own, 'utf8').trimEnd() : '';
  return Buffer.from(theirs === '' ? text : `${theirs}\n${text}`);
}
