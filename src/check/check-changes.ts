/** The first gate after a change: judges what was written since the last check, and what links to what has gone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from './built-site.ts';
import type { Judged } from './check-edition.ts';
import { checkFiles } from './check-files.ts';
import type { Finding } from './finding.ts';
import type { KnownLinks } from './known-links.ts';
import type { WhatMayNotStand } from './leaks.ts';
import type { SurveyedFile } from './links.ts';
import { readPlaces } from './look-at-files.ts';
import type { LookedAt } from './looked-at.ts';

/** The verdict is that of a survey of everything; linkinator is not asked, since it knows only whole sites. */
export async function checkChanges(
  { known, mayNotStand }: { known: KnownLinks; mayNotStand?: WhatMayNotStand },
  whole: Omit<BuiltSite, 'paths'>,
): Promise<Judged> {
  const { files, unchecked } = known.count();
  const judged = new Map<string, SurveyedFile>();
  const findings: Finding[] = [];
  const faulty = new Set<string>();
  const looks = new Map<string, LookedAt>();
  const isHere = (path: string) => existsSync(join(whole.out, path));
  // A page that is neither known nor here is told of itself.
  const placesOf = (path: string) => known.placesOf(path) ?? (isHere(path) ? readPlaces(whole, path) : undefined);
  for (let paths = known.unchecked(); paths.length > 0; ) {
    const round: SurveyedFile[] = [];
    const here = paths.filter(isHere);
    const there = new Set(here);
    for (const path of paths) {
      if (there.has(path)) continue;
      findings.push(notAtHand(path));
      faulty.add(path);
    }
    const site = { ...whole, paths: here };
    const onSurveyed = (file: SurveyedFile) => round.push(file);
    const { links, html, others } = await checkFiles(site, {
      mayNotStand,
      skeletons: known.skeletons,
      onSurveyed,
      placesOf,
    });
    for (const verdict of [links, html, ...others]) {
      for (const finding of verdict.findings) findings.push(finding);
      for (const path of verdict.faulty) faulty.add(path);
      addLook(looks, verdict.looked);
    }
    for (const file of round) judged.set(file.path, file);
    paths = known.namingMissingPlaces(round).filter((path) => !judged.has(path) && !faulty.has(path));
  }
  known.remember(judged.values(), faulty);
  const looked = judged.size > 0 ? [...looks.values()] : [];
  return { findings, looked, knownGood: Math.max(0, files - unchecked) };
}

function addLook(looks: Map<string, LookedAt>, { gate, counts, passedOver = [] }: LookedAt): void {
  const known = looks.get(gate);
  const sums = { ...known?.counts };
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
  looks.set(gate, { gate, counts: sums, passedOver: [...(known?.passedOver ?? []), ...passedOver] });
}

/** A page that `--changed-only` did not build again, and that is not good as it stands. */
function notAtHand(path: string): Finding {
  return {
    path,
    subject: '',
    code: 'check/not-at-hand',
    what: 'This file was not built again, but it links to something that is gone, or had a problem when it was last checked.',
    fix: 'To see what is wrong, build the whole site without --changed-only and check it.',
  };
}
