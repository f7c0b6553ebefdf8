/** Which pages and files of the site differ between two states, and why: in groups of one kind and one reason. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../../catalog/catalog.ts';
import { outputPath } from '../../content/urls.ts';
import type { Outcome } from '../outcomes.ts';
import { reasonOf, type Told } from './reasons.ts';
import { standingIn } from './standings.ts';
import type { Both } from './two-states.ts';

export type Change = Told & {
  url: string;
  kind: string;
  did: 'added' | 'changed' | 'removed';
  /** Whole paths of what was and is at its URL. */
  before?: string;
  after?: string;
  /** Of a story that readers do not have in one of the two states: as `standingIn` has it. */
  standing?: string | undefined;
};

/** All of one kind and standing, to which the same was done for the same reason; those that are shown come first. */
export type Group = Pick<Change, 'kind' | 'did' | 'reason' | 'standing'> & {
  shown: Change[];
  rest: Change[];
  /** Feeds, sitemaps, pictures and other files that nobody opens as a page. */
  isOfFiles: boolean;
};

export type Changes = {
  groups: Group[];
  /** Of the routes that were made anew, those whose bytes came out the same. */
  same: number;
};

/** A group of more shows so many examples. */
const fewEnough = 3;
const examples = 2;

/** `catalog`: of the later state. */
export function changesBetween({ before, after, outcomes, standings }: Both, catalog: Catalog): Changes {
  const [was, is] = [outcomesByUrl(outcomes.before), outcomesByUrl(outcomes.after)];
  const isKnown = (url: string) => was.has(url) || is.has(url) || catalog.routes.at(url) !== undefined;
  const found: Change[] = [];
  let same = 0;
  for (const url of new Set([...is.keys(), ...was.keys()])) {
    const [old, now] = [fileIn(before, url), fileIn(after, url)];
    if (old === undefined && now === undefined) continue;
    if (old !== undefined && now !== undefined && readFileSync(old).equals(readFileSync(now))) {
      same += 1;
      continue;
    }
    const did = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    const told = (did === 'removed' ? undefined : is.get(url)) ?? was.get(url);
    const reason = reasonOf((is.get(url) ?? told)?.reason ?? '', { url, site: catalog.site, isKnown });
    const standing = standingIn(standings?.before.get(url), standings?.after.get(url));
    found.push({ url, kind: told?.kind ?? 'page', did, ...reason, before: old, after: now, standing });
  }
  return { groups: inGroups(found), same };
}

/** Without those that were found unchanged. */
function outcomesByUrl(outcomes: readonly Outcome[]): Map<string, Outcome> {
  return new Map(outcomes.filter(({ did }) => did !== 'unchanged').map((each) => [each.url, each]));
}

function fileIn(folder: string, url: string): string | undefined {
  const file = join(folder, outputPath(url));
  return existsSync(file) ? file : undefined;
}

function inGroups(changes: readonly Change[]): Group[] {
  const order = (change: Change) => [rankOf(change), change.kind, change.standing, change.reason].join('\n');
  const groups = Map.groupBy(changes, (each) => `${order(each)}\n${each.did}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, all]) => {
      const [first] = all;
      if (!first) return [];
      all.sort((a, b) => (a.url < b.url ? 1 : -1)); // of dated pages the newest first
      const most = all.length <= fewEnough ? fewEnough : examples;
      const isOfFiles = !isPage(first.url);
      return [{ ...pick(first), isOfFiles, shown: all.slice(0, most), rest: all.slice(most) }];
    });
}

function pick({ kind, did, reason, standing }: Change): Omit<Group, 'shown' | 'rest' | 'isOfFiles'> {
  return { kind, did, reason, standing };
}

/** Pages that people read come before lists of them, and what machines read is last. */
function rankOf({ kind, url }: Change): number {
  if (!isPage(url)) return 3;
  if (['article', 'page', 'withdrawn', 'gone'].includes(kind)) return 0;
  return kind === 'redirect' ? 2 : 1;
}

export function isPage(url: string): boolean {
  return outputPath(url).endsWith('.html');
}
