/** The first gate after a change: judges what was written since the last check, and what links to what has gone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, sortProblems } from '../problem.ts';
import type { BuiltSite } from './built-site.ts';
import type { EditionChecked } from './check-edition.ts';
import type { KnownLinks } from './known-links.ts';
import { checkLinks, readPlaces, type SurveyedFile } from './links.ts';

/** The verdict is that of a survey of everything; linkinator is not asked, since it knows only whole sites. */
export async function checkChanges(known: KnownLinks, whole: Omit<BuiltSite, 'paths'>): Promise<EditionChecked> {
  const { files, unchecked } = known.count();
  const judged = new Map<string, SurveyedFile>();
  const problems: Problem[] = [];
  const faulty = new Set<string>();
  const counts: Record<string, number> = {};
  const isHere = (path: string) => existsSync(join(whole.out, path));
  // A page that is neither known nor here is told of itself.
  const placesOf = async (path: string) => known.placesOf(path) ?? (isHere(path) ? readPlaces(whole, path) : undefined);
  for (let paths = known.unchecked(); paths.length > 0; ) {
    const round: SurveyedFile[] = [];
    const absent = paths.filter((path) => !isHere(path));
    problems.push(...absent.map((path) => notAtHand(path, whole)));
    for (const path of absent) faulty.add(path);
    const here = paths.filter((path) => !absent.includes(path));
    const verdict = await checkLinks({ ...whole, paths: here }, (file) => round.push(file), placesOf);
    problems.push(...verdict.problems);
    for (const path of verdict.faulty) faulty.add(path);
    for (const [name, count] of Object.entries(verdict.looked.counts)) counts[name] = (counts[name] ?? 0) + count;
    for (const file of round) judged.set(file.path, file);
    paths = known.namingMissingPlaces(round).filter((path) => !judged.has(path) && !faulty.has(path));
  }
  const looked = judged.size > 0 ? [{ gate: 'links', counts }] : [];
  if (judged.size > 0) {
    const { checkHtml } = await import('./html.ts');
    const html = await checkHtml({ ...whole, paths: [...judged.keys()] });
    problems.push(...html.problems);
    for (const path of html.faulty) faulty.add(path);
    looked.push(html.looked);
  }
  known.remember(judged.values(), faulty);
  return { problems: sortProblems(problems), looked, knownGood: Math.max(0, files - unchecked) };
}

/** A page that `--changed-only` did not build again, and that is not good as it stands. */
function notAtHand(path: string, { file }: Pick<BuiltSite, 'file'>): Problem {
  return {
    code: 'check/not-at-hand',
    file: file(path),
    what: 'This file was not built again, and it links to something that has gone, or was not good when it was judged last.',
    fix: 'Build the whole site without --changed-only and check that, to see what is wrong with it.',
  };
}
