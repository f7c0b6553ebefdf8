/** What is wrong with a line of `gone.yaml`: its address has not ended, another file leads on from it, or it leads nowhere. */

import type { UnplacedProblem } from '../catalog/place-problems.ts';
import { type Ending, type Gone, gonePath, isForHosts } from '../content/endings.ts';
import { frontAbove } from '../content/former.ts';
import { addressOf, pathOnSite, readLink } from '../content/links.ts';
import { isForMachines } from '../content/own-addresses.ts';
import { claimOf, filesAbove } from '../content/redirect.ts';
import type { CheckedFile } from './cross-check.ts';
import { type Fault, isEver, linkFault } from './link-targets.ts';
import { ownerAt, rivalFault, shownPath } from './url-claims.ts';

/** Of the lines with one of some claims, or that such a line is in the way of; of all lines without. */
export function endingProblems(
  context: CheckedFile,
  { endings }: Gone,
  claims?: ReadonlySet<string>,
): UnplacedProblem[] {
  const near = claims && new Set([...claims].flatMap((claim) => [claim, ...filesAbove(claim)]));
  return endings.flatMap((ending, index) => {
    if (ending.url === '' || (near && !near.has(claimOf(ending.url)))) return [];
    return [...placeProblems(context, ending, index), ...targetProblems(context, ending, index)];
  });
}

function placeProblems(context: CheckedFile, ending: Ending, index: number): UnplacedProblem[] {
  const { file } = context;
  const { url } = ending;
  const fault = (isForHosts(ending) ? undefined : stillThere(context, url)) ?? ledElsewhere(context, url);
  if (fault) return [{ file, field: [index], isToGo: true, ...fault }];
  const rival = rivalFault(context, file, url);
  const isToGo = rival?.code === 'redirect/claimed-twice';
  return rival ? [{ file, field: isToGo ? [index] : [index, 'url'], isToGo, ...rival }] : [];
}

/** Something is there at some instant: now, before, or still to come. */
function stillThere(context: CheckedFile, url: string): Fault | undefined {
  const { site } = context;
  const address = addressOf(claimOf(url), site);
  if (url.includes('?') || site.unknown !== undefined) return undefined;
  const targets = [url, address].map((each) => readLink(each, site));
  const owner = ownerAt(context, targets, url);
  if (owner)
    return {
      code: 'gone/still-there',
      what: `“${url}” has not ended: it is the address of ${shownPath(owner.path)}.`,
      fix: 'Remove this line, or remove that file if it is to go.',
    };
  const isKept = address.startsWith('/.') || isForMachines(address.slice(1, -1));
  if (!isKept && !targets.some((target) => isEver(context, target))) return undefined;
  return {
    code: 'gone/still-there',
    what: `“${url}” has not ended: what is there is made by Broadsheet, of what the newsroom has.`,
    fix: 'Remove this line.',
  };
}

/** Below a front that was renamed, its archive and its feeds are led to the new one. */
function ledElsewhere({ catalog }: CheckedFile, url: string): Fault | undefined {
  const front = frontAbove(url);
  const path = front === undefined ? undefined : catalog.claims.pathOf(front);
  if (path === undefined || path === gonePath || path.startsWith('articles/')) return undefined;
  return {
    code: 'gone/led-elsewhere',
    what: `“${url}” leads on already, with “${front}” in redirectFrom of content/${path}.`,
    fix: 'Remove this line.',
  };
}

function targetProblems(context: CheckedFile, { url, to }: Ending, index: number): UnplacedProblem[] {
  const { file, site } = context;
  if (to === undefined || pathOnSite(to, site) === undefined) return [];
  const field = [index, 'to'];
  const next = context.catalog.endings.at(to.replace(/#.*$/s, ''));
  if (next && !isForHosts({ url, to }) && !readsAsThere(context, to)) {
    const isFurther =
      next.to !== undefined && claimOf(next.to) !== claimOf(url) && claimOf(next.to) !== claimOf(next.url);
    return [
      {
        file,
        field,
        code: 'gone/leads-to-ended',
        what: `Readers of “${url}” are led to “${to}”, which has ended itself.`,
        fix: isFurther
          ? `Write “to: ${next.to}”.`
          : 'Give the address of a page that is there, or a reason in place of “to”.',
        ...(isFurther ? { right: next.to } : {}),
      },
    ];
  }
  const fault = linkFault(context, to);
  return fault ? [{ file, field, ...fault }] : [];
}

function readsAsThere(context: CheckedFile, to: string): boolean {
  return isEver(context, readLink(to, context.site));
}
