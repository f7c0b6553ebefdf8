/**
 * Publishes a branch, or says why not: readers get it as it would stand among what they have, so that is what the newsroom’s check
 * is asked about. What is saved stays saved, whatever is refused.
 */
import type { Problem } from '../../problem.ts';
import type { Branches, Merged } from './branches.ts';
import type { Check } from './merged-check.ts';
import { Refused } from './refused.ts';
import type { Signed } from './saved-files.ts';

type ToPublish = {
  branch: string;
  /** The end of the branch that its editor has seen. */
  seen: string | undefined;
  by: Signed;
};

/** The commit that readers get. It is merged as it was checked: if something moves meanwhile, that is checked anew. */
export async function publishBranch(
  { branch, seen, by }: ToPublish,
  branches: Branches,
  check: Check,
): Promise<string> {
  for (;;) {
    const merged = branches.merged(branch);
    if (seen !== undefined && 'theirs' in merged && merged.theirs !== seen)
      throw new Refused(409, savedByOther(branches, merged.theirs));
    if ('conflicts' in merged) throw new Refused(409, differing(merged.conflicts));
    const problems = await problemsOf(merged, branch, branches, check);
    branches.forget();
    if (!isAsChecked(merged, branch, branches)) continue;
    if (problems.length > 0) throw new Refused(422, refusal(problems));
    return branches.merge(branch, merged, by);
  }
}

/** Those of the files that it changes, and whatever is not what readers have already: nobody waits for the mistakes of others. */
async function problemsOf(merged: Merged, branch: string, branches: Branches, check: Check): Promise<Problem[]> {
  const { inFiles, onPages = [] } = await check(merged.commit);
  if (inFiles.length + onPages.length === 0) return [];
  const changed = new Set(branches.changed(branch).map(({ path }) => path));
  const isChanged = ({ file }: Problem) => changed.has(file);
  if (onPages.length === 0 && inFiles.every(isChanged)) return inFiles;
  const had = await check(merged.ours);
  const stood = new Set([...had.inFiles, ...(had.onPages ?? [])].map(keyOf));
  const isNew = (problem: Problem) => !stood.has(keyOf(problem));
  // Of pages that were not looked at nobody knows what they had.
  return [...inFiles.filter((each) => isChanged(each) || isNew(each)), ...(had.onPages ? onPages.filter(isNew) : [])];
}

const keyOf = ({ code, file, what }: Problem) => JSON.stringify([code, file, what]);

function isAsChecked({ ours, theirs }: Merged, branch: string, branches: Branches): boolean {
  return branches.head(branches.target) === ours && branches.head(branch) === theirs;
}

export function savedByOther(branches: Branches, end: string): string {
  const [last] = branches.history(end);
  return `${last?.author.name} has saved this text since you opened it. Copy yours, load this page anew, choose “Discard” where it offers you yours again, and put the two together: nothing is lost.`;
}

function differing(files: readonly string[]): string {
  return `Nothing was published: somebody has published another text of the same place meanwhile, in ${files.join(', ')}. What you saved is kept. Copy it, discard this draft, open the text anew, and put yours into it.`;
}

function refusal([first, ...others]: readonly Problem[]): string {
  const { file, line, what, fix } = first as Problem;
  const place = line === undefined ? `in ${file}` : `in line ${line} of ${file}`;
  const more = others.length === 0 ? '' : ` ${counted(others.length)} there.`;
  return `Nothing was published, for readers would get a mistake ${place}. ${what} ${fix}${more} The preview of what is saved shows the place. What you saved is kept.`;
}

function counted(more: number): string {
  return more === 1 ? '1 more is' : `${more} more are`;
}
