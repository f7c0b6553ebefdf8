/** Old addresses that differ by capital letters alone: the old host told them apart, and no folder of ours can. */
import { isOtherwiseCased } from '../content/redirect.ts';
import type { Places } from './places.ts';
import type { Survey } from './survey.ts';

/** Their claims, each with an empty list. All are walked twice, so that few of a large archive are in memory. */
export function severalCases(
  placed: Places['placed'],
  { lists }: Pick<Survey, 'lists'>,
  claimOf: (url: string) => string,
): Map<string, string[]> {
  function* urls(): Generator<string> {
    for (const { facts } of placed.values()) yield* facts.urls;
    for (const each of lists) yield* [...each.urls, ...each.feeds];
  }
  const mayBeCased = (url: string) => /\p{Lu}|%/u.test(url) && !url.includes('?');
  const cased = new Map<string, Set<string>>();
  for (const url of urls())
    if (mayBeCased(url)) {
      const claim = claimOf(url);
      cased.set(claim, (cased.get(claim) ?? new Set()).add(url));
    }
  for (const url of cased.size === 0 ? [] : urls()) if (!mayBeCased(url)) cased.get(claimOf(url))?.add(url);
  return new Map(
    [...cased].flatMap(([claim, [first = '', ...others]]) =>
      others.some((each) => isOtherwiseCased(first, each)) ? [[claim, []]] : [],
    ),
  );
}
