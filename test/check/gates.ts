/** One gate of those that judge files, as a test asks it. */
import type { BuiltSite } from '../../src/check/built-site.ts';
import { checkFiles, type FileCheckOptions, type OfFiles } from '../../src/check/check-files.ts';

export async function checkLinks(site: BuiltSite, onSurveyed?: FileCheckOptions['onSurveyed']): Promise<OfFiles> {
  return (await checkFiles(site, { onSurveyed })).links;
}

export async function checkHtml(site: BuiltSite, options: FileCheckOptions = {}): Promise<OfFiles> {
  return (await checkFiles(site, options)).html;
}

export async function checkPolicies(site: BuiltSite): Promise<OfFiles> {
  const { others } = await checkFiles(site);
  return others.find(({ looked }) => looked.gate === 'policy') as OfFiles;
}
