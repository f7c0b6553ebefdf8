/** The first gate after a change: judges what was written since the last check, and what links to what has gone. */
import { type Problem, sortProblems } from '../problem.ts';
import type { BuiltSite } from './built-site.ts';
import type { EditionChecked } from './check-edition.ts';
import type { KnownLinks } from './known-links.ts';
import { checkLinks, type SurveyedFile } from './links.ts';

/** The verdict is that of a survey of everything; linkinator is not asked, since it knows only whole sites. */
export async function checkChanges(known: KnownLinks, whole: Omit<BuiltSite, 'paths'>): Promise<EditionChecked> {
  const { files, unchecked } = known.count();
  const judged = new Map<string, SurveyedFile>();
  const problems: Problem[] = [];
  const faulty = new Set<string>();
  const counts: Record<string, number> = {};
  for (let paths = known.unchecked(); paths.length > 0; ) {
    const round: SurveyedFile[] = [];
    const verdict = await checkLinks({ ...whole, paths }, (file) => round.push(file));
    problems.push(...verdict.problems);
    for (const path of verdict.faulty) faulty.add(path);
    for (const [name, count] of Object.entries(verdict.looked.counts)) counts[name] = (counts[name] ?? 0) + count;
    for (const file of round) judged.set(file.path, file);
    paths = known.namingMissingPlaces(round).filter((path) => !judged.has(path));
  }
  const looked = [{ gate: 'links', counts }];
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
