/**
 * Files beside the content that are not what they may seem: left by a program, hidden by a .gitignore, built here alone,
 * or in a public folder that the repository of the content cannot have. Told as advice when they come.
 */

import type { UnplacedProblem } from '../catalog/place-problems.ts';
import { ignoreLine, isLeftover } from '../content/leftovers.ts';
import { contentPath } from '../content/paths.ts';
import type { Problem } from '../problem.ts';
import { type Base, type Candidates, type IgnoreRule, modes, publicFolder, type Source } from '../source/source.ts';

export type PassedOver = {
  advice: Problem[];
  /** Hidden files that would be content. */
  hidden: string[];
  /** The line that hides a file, if one does. */
  ruleHiding(path: string): IgnoreRule | undefined;
};

export function findPassedOver(source: Source, candidates: Candidates, before: Base | undefined): PassedOver {
  const outside = candidates.next.isPublicOutside && !before?.isPublicOutside ? [outsideAdvice] : [];
  if (!source.ignoreRules || (candidates.untracked.size === 0 && candidates.hidden.length === 0))
    return { advice: outside, hidden: [], ruleHiding: () => undefined };
  const hidden = candidates.hidden.filter((path) => isContent(path) || isStrayText(path));
  const [known, knownHidden] = [new Set(before?.dirty), new Set(before?.hidden)];
  const newlyHidden = hidden.filter((path) => !knownHidden.has(path)); // it may have been built until now
  const untracked = [...candidates.untracked].filter((path) => !known.has(path) && !knownHidden.has(path));
  const toAdd = untracked.filter(isContent);
  const rules = source.ignoreRules([...newlyHidden, ...toAdd]);
  const advice = [
    ...outside,
    ...leftoverAdvice(untracked.filter(isLeftover)),
    ...newlyHidden.flatMap((path) => ruled(path, rules, hiddenAdvice)),
    ...toAdd.flatMap((path) => ruled(path, rules, notAddedAdvice)),
  ];
  const isHidden = new Set(candidates.hidden);
  const ruleHiding = (path: string) => (isHidden.has(path) ? source.ignoreRules?.([path]).get(path) : undefined);
  return { advice, hidden, ruleHiding };
}

/** Whether such advice still holds; undefined of any other. */
export function stillPassedOver(
  { code, file }: Pick<Problem, 'code' | 'file'>,
  { untracked, hidden, next }: Candidates,
): boolean | undefined {
  if (code === outsideAdvice.code) return next.isPublicOutside ?? false;
  if (code === 'content/hidden-by-gitignore') return hidden.includes(file);
  return code === 'content/leftover' || code === 'content/not-added' ? untracked.has(file) : undefined;
}

/** Of a file that is missed and only hidden, what to do about that. */
export function tellHidden({ missing, ...problem }: UnplacedProblem, { ruleHiding }: PassedOver): UnplacedProblem {
  const rule = missing === undefined ? undefined : ruleHiding(missing);
  if (!rule) return problem;
  return {
    ...problem,
    fix: `“${missing}” is there, but ${placeOfRule(rule)} hides it. Run ${addCommand(rule)} to have it built.`,
  };
}

const outsideAdvice: Problem = {
  code: 'public/outside',
  weight: 'advice',
  file: publicFolder,
  what: 'Nothing of this folder is on the site: content/ is a git repository of its own, and this lies outside it.',
  fix: 'Make the folder above both the git repository, in place of content/.',
};

function isContent(path: string): boolean {
  const content = contentPath(path, modes.file);
  return content !== undefined && 'kind' in content && !isLeftover(path);
}

/** A text that stands where no content does, as in `drafts/`. */
function isStrayText(path: string): boolean {
  return path.endsWith('.md') && contentPath(path, modes.file) !== undefined && !isLeftover(path);
}

function ruled(
  path: string,
  rules: ReadonlyMap<string, IgnoreRule>,
  advise: (path: string, rule: IgnoreRule) => Problem,
): Problem[] {
  const rule = rules.get(path);
  return rule ? [advise(path, rule)] : [];
}

/** One for each line that .gitignore lacks. */
function leftoverAdvice(paths: readonly string[]): Problem[] {
  const byLine = Map.groupBy(paths, ignoreLine);
  return [...byLine].flatMap(([line, [first = '', ...others]]) =>
    line === undefined ? [] : [leftover(first, others.length, line)],
  );
}

function leftover(file: string, others: number, line: string): Problem {
  const more = others === 0 ? '' : `, and so did ${others} like it`;
  return {
    code: 'content/leftover',
    weight: 'advice',
    file,
    what: `An editor or the system left this file here${more}; it is not built.`,
    fix: `Put the line “${line}” into .gitignore, so that it is never committed, or remove the file.`,
  };
}

function hiddenAdvice(path: string, rule: IgnoreRule): Problem {
  const content = contentPath(path, modes.file);
  return {
    code: 'content/hidden-by-gitignore',
    weight: 'advice',
    file: path,
    what: `This file is not built: ${placeOfRule(rule)} hides it.`,
    fix: content && 'code' in content ? content.fix : `Run ${addCommand(rule)} to have it built.`,
  };
}

function notAddedAdvice(path: string, rule: IgnoreRule): Problem {
  return {
    code: 'content/not-added',
    weight: 'advice',
    file: path,
    what: `This file is built only on this machine: ${placeOfRule(rule)} keeps git from adding it.`,
    fix: `Run ${addCommand(rule)} to have it built elsewhere too.`,
  };
}

function placeOfRule({ file, line, pattern }: IgnoreRule): string {
  return `“${pattern}” on line ${line} of ${file}`;
}

/** In any shell, from the top of the repository. */
function addCommand({ path }: IgnoreRule): string {
  return `git add --force ${/^[\w./-]+$/.test(path) ? path : `'${path}'`}`;
}
