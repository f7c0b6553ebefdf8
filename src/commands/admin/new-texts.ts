/**
 * A text that is saved for the first time gets the address that it keeps: it needs a name of its own, and is written over none that
 * somebody else has begun. Sveltia CMS fills in something made up where a name is missing, and counts published texts alone.
 */
import { posix } from 'node:path';
import { contentPath, isBytes } from '../../content/paths.ts';
import { modes } from '../../source/source.ts';
import type { Branches } from './branches.ts';
import { Refused } from './refused.ts';
import type { Requests } from './requests.ts';
import type { Action } from './saved-files.ts';

type Begun = {
  actions: readonly Action[];
  branch: string;
  /** The commit on which it is saved. */
  from: string;
};

/** Throws where a text cannot be begun under its name. */
export function refuseNames({ actions, branch, from }: Begun, branches: Branches, requests: Requests): void {
  const paths = actions.flatMap(({ action, file_path: path }) =>
    action === 'create' && textAt(path, branches) !== undefined ? [path] : [],
  );
  if (paths.length === 0) return;
  if (paths.some((path) => path.split('/').some(isMadeUp))) throw new Refused(422, nameless);
  const other = othersPath(paths, { branch, from }, branches, requests);
  if (other !== undefined) throw new Refused(409, taken(other));
}

/** A file of another text in the place of one of these; also where a branch, which is named after the last word of an address, has another. */
function othersPath(
  paths: readonly string[],
  { branch, from }: Pick<Begun, 'branch' | 'from'>,
  branches: Branches,
  requests: Requests,
): string | undefined {
  const there = paths.find((path) => branches.files(from).has(path));
  if (there !== undefined) return there;
  const begun = new Set(paths.map((path) => textAt(path, branches)));
  const textsOn = (of: string) =>
    branches.head(of) === undefined
      ? []
      : branches.changed(of).filter(({ path, isGone }) => !isGone && textAt(path, branches) !== undefined);
  const own = textsOn(branch);
  if (own.length > 0 && !own.some(({ path }) => begun.has(textAt(path, branches)))) return own[0]?.path;
  const others = requests.all().flatMap((each) => textsOn(each.branch));
  return others.find(({ path }) => paths.includes(path))?.path;
}

/** Which text a file is of, in whatever language; undefined of a picture. */
function textAt(path: string, branches: Branches): string | undefined {
  const content = contentPath(branches.inContent(path), modes.file);
  // Of a place that no text can have, it is the file: where a date is missing, so is the place.
  if (content === undefined || 'code' in content) return /\.(md|yaml)$/.test(path) ? path : undefined;
  if (isBytes(content)) return undefined;
  const name = 'story' in content ? content.story : 'id' in content ? content.id : content.kind;
  return posix.join(content.kind, name);
}

/** As Sveltia CMS fills in a part of an address of which it knows nothing. */
function isMadeUp(part: string): boolean {
  return /^[0-9a-f]{12}(\.|$)/.test(part);
}

const nameless =
  'Nothing was saved yet: this text has no address. Write its title and, of a story, its date, of which the address is made; or write a name under “Slug”, at the anchor. What you wrote is still here.';

function taken(path: string): string {
  return `Nothing was saved: another text has this name already, ${path}. Open that one, or write another name under “Slug”, at the anchor. What you wrote is still here.`;
}
