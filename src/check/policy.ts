/**
 * Every page against its own policy: what is on the page is in the policy, what is in the policy is on the page, and no
 * code or style is in an attribute. So browsers refuse nothing that we made, and everything else.
 */

import { isHashSource, nothing, type Policy, policyOf, readPolicy } from '../content/policy/policy.ts';
import { positionFinder } from '../content/position-finder.ts';
import { type BuiltSite, isHtml, readText } from './built-site.ts';
import type { Finding, Said } from './finding.ts';
import type { Verdict } from './looked-at.ts';
import { type FoundNeed, type PageNeeds, readPageNeeds } from './page-needs.ts';
import * as say from './policy-problems.ts';

type Fault = Said & { subject: string; offset: number };

/** Files of `public/` are the newsroom's own, and are named. */
export async function checkPolicies(site: BuiltSite): Promise<Verdict & { faulty: Set<string> }> {
  const counts = { pages: 0, 'inline blocks': 0, 'allowed sources': 0, 'scripted pages': 0 };
  const findings: Finding[] = [];
  const passedOver: string[] = [];
  for (const path of site.paths.filter(isHtml)) {
    if (site.isAsItWas(path)) {
      passedOver.push(path);
      continue;
    }
    const text = await readText(site, path);
    const page = readPageNeeds(text);
    counts.pages += 1;
    counts['inline blocks'] += page.inlineBlocks;
    counts['scripted pages'] += Number(page.loadsScripts);
    counts['allowed sources'] += sourcesOf(readPolicy(page.policies[0]?.text ?? '')).length;
    const find = positionFinder(text);
    for (const { offset, ...said } of faultsOf(page)) findings.push({ path, ...find(offset), ...said });
  }
  return {
    findings,
    faulty: new Set(findings.map(({ path }) => path)),
    looked: { gate: 'policy', counts, passedOver },
  };
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
