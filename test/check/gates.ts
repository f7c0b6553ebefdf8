/** One gate of those that judge files, as a test asks it: what the others would say takes time. */
import type { BuiltSite } from '../../src/check/built-site.ts';
import { checkFiles, type FileCheckOptions, type OfFiles } from '../../src/check/check-files.ts';
import type { Finding } from '../../src/check/finding.ts';
import { LinkSurvey } from '../../src/check/links.ts';
import { lookAtFiles, readPlaces } from '../../src/check/look-at-files.ts';
import type { LookedAt } from '../../src/check/looked-at.ts';

export function checkLinks(site: BuiltSite, onSurveyed?: FileCheckOptions['onSurveyed']): OfFiles {
  const { files, links } = lookAtFiles(site, site.paths);
  const survey = new LinkSurvey(site);
  survey.take(links);
  survey.end((path) => readPlaces(site, path));
  for (const file of files) onSurveyed?.(file);
  return verdict(survey.findings, { gate: 'links', counts: survey.counts });
}

export function checkPolicies(site: BuiltSite): OfFiles {
  const { findings, ...looked } = lookAtFiles(site, site.paths).policy;
  return verdict(findings, { gate: 'policy', ...looked });
}

export async function checkHtml(site: BuiltSite, options: FileCheckOptions = {}): Promise<OfFiles> {
  return (await checkFiles(site, options)).html;
}

function verdict(findings: Finding[], looked: LookedAt): OfFiles {
  return { findings, faulty: new Set(findings.map(({ path }) => path)), looked };
}
