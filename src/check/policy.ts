/**
 * Every page against its own policy: what is on the page is in the policy, what is in the policy is on the page, and no
 * code or style is in an attribute. So browsers refuse nothing that we made, and everything else.
 */

import { isHashSource, nothing, type Policy, policyOf, readPolicy } from '../content/policy/policy.ts';
import { positionFinder } from '../content/position-finder.ts';
import type { Finding, Said } from './finding.ts';
import type { FoundNeed, PageNeeds } from './page-needs.ts';
import * as say from './policy-problems.ts';

type Fault = Said & { subject: string; offset: number };

export type PolicyCounts = {
  pages: number;
  'inline blocks': number;
  'allowed sources': number;
  'scripted pages': number;
};

/** Files of `public/` are the newsroom's own, and are named in `passedOver`. */
export class PolicySurvey {
  readonly findings: Finding[] = [];
  readonly counts: PolicyCounts = { pages: 0, 'inline blocks': 0, 'allowed sources': 0, 'scripted pages': 0 };
  readonly passedOver: string[] = [];

  add(path: string, text: string, page: PageNeeds): void {
    this.counts.pages += 1;
    this.counts['inline blocks'] += page.inlineBlocks;
    this.counts['scripted pages'] += Number(page.loadsScripts);
    this.counts['allowed sources'] += sourcesOf(readPolicy(page.policies[0]?.text ?? '')).length;
    const find = positionFinder(text);
    for (const { offset, ...said } of faultsOf(page)) this.findings.push({ path, ...find(offset), ...said });
  }

  /** What another has found in a part of the files. */
  take({ findings, counts, passedOver }: Pick<PolicySurvey, 'findings' | 'counts' | 'passedOver'>): void {
    this.findings.push(...findings);
    for (const [name, count] of Object.entries(counts)) this.counts[name as keyof PolicyCounts] += count;
    this.passedOver.push(...passedOver);
  }
}

function faultsOf(page: PageNeeds): Fault[] {
  const inAttributes = page.attributes.map(({ what, found, offset }) => ({
    subject: found,
    offset,
    ...say.inAttribute(what, found),
  }));
  const [policy, second] = page.policies;
  if (!policy) return [...inAttributes, { subject: '', offset: 0, ...say.noPolicy() }];
  const late = page.needs.find(({ offset }) => offset < policy.offset);
  return [
    ...inAttributes,
    ...(second ? [{ subject: second.text, offset: second.offset, ...say.twoPolicies() }] : []),
    ...(late ? [{ subject: late.found, offset: late.offset, ...say.latePolicy(late.found) }] : []),
    ...refused(page.needs, readPolicy(policy.text)),
    ...unused(page, readPolicy(policy.text)).map((fault) => ({ ...fault, offset: policy.offset })),
  ];
}

/** What is on the page, and not in the policy. */
function refused(needs: readonly FoundNeed[], policy: Policy): Fault[] {
  return needs
    .filter(({ directive, source }) => !policy.get(directive)?.has(source))
    .map(({ offset, ...need }) => ({ subject: `${need.directive} ${need.source}`, offset, ...say.refused(need) }));
}

/** What is in the policy, and not on the page. A script may ask for what no markup names. */
function unused({ needs, loadsScripts }: PageNeeds, policy: Policy): Omit<Fault, 'offset'>[] {
  const needed = policyOf(needs);
  const said = sourcesOf(policy).filter(
    ({ directive, source }) =>
      source !== nothing &&
      !needed.get(directive)?.has(source) &&
      !(loadsScripts && isForScripts(directive) && /^('self'$|https:)/.test(source)),
  );
  const open = sourcesOf(needed).filter(
    ({ directive, source }) => source === nothing && !policy.get(directive)?.has(source),
  );
  return [
    ...said.map((each) => ({ subject: `${each.directive} ${each.source}`, ...say.unused(each) })),
    ...open.map(({ directive }) => ({ subject: directive, ...say.open(directive) })),
  ];
}

function isForScripts(directive: string): boolean {
  return ['script-src', 'connect-src', 'img-src'].includes(directive);
}

function sourcesOf(policy: Policy): { directive: string; source: string; isHash: boolean }[] {
  return [...policy].flatMap(([directive, sources]) =>
    [...sources].map((source) => ({ directive, source, isHash: isHashSource(source) })),
  );
}
