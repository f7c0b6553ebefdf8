/**
 * Every page against html-validate’s rules: the shortest of each skeleton, since the others are as good or as bad as it is, and all
 * of a skeleton of which one is bad.
 */
import type { Finding } from './finding.ts';
import type { Hands } from './many-hands.ts';
import type { Broken } from './validate-pages.ts';

/** Which skeletons were found good, by whoever keeps that. */
export type Skeletons = {
  areGood(skeletons: readonly string[]): ReadonlySet<string>;
  remember(good: readonly string[]): void;
};

/** `length`: of its text. */
export type JudgedPage = readonly [path: string, skeleton: string | undefined, length: number];

/** `isEach`: every page is asked about, whatever it is like. */
export async function judgeMarkup(
  pages: readonly JudgedPage[],
  { validate }: Pick<Hands, 'validate'>,
  { known, isEach = false }: { known?: Skeletons; isEach?: boolean } = {},
): Promise<Finding[]> {
  const bySkeleton = isEach ? new Map<string, string[]>() : alike(pages);
  const good = known?.areGood([...bySkeleton.keys()]) ?? new Set();
  const unlike = pages.filter(([, skeleton]) => isEach || skeleton === undefined).map(([path]) => path);
  const asked = new Map([...bySkeleton].filter(([skeleton]) => !good.has(skeleton)));
  const firsts = [...asked.values()].map(([first = '']) => first);
  const broken = await validate([...firsts, ...unlike]);
  const bad = new Set(broken.map(({ path }) => path));
  const isBad = ([first = '']: readonly string[]) => bad.has(first);
  const others = [...asked.values()].filter(isBad).flatMap(([, ...rest]) => rest);
  broken.push(...(await validate(others)));
  known?.remember([...asked].filter(([, paths]) => !isBad(paths)).map(([skeleton]) => skeleton));
  return broken.map(findingOf);
}

/** By skeleton, the shortest first. */
function alike(pages: readonly JudgedPage[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [path, skeleton] of pages.toSorted(([, , one], [, , other]) => one - other)) {
    if (skeleton === undefined) continue;
    const paths = found.get(skeleton) ?? [];
    found.set(skeleton, paths);
    paths.push(path);
  }
  return found;
}

function findingOf({ path, rule, message, line, column }: Broken): Finding {
  const what = `The rule ${rule} of html-validate is broken: ${message.replace(/\.?\s*$/, '')}.`;
  const fix = 'Correct the layout or the text that makes this element.';
  return { path, line, column, subject: what, code: 'check/html', what, fix };
}
