/**
 * `site.yaml` is read before the other files, which are read by it; while it is wrong, by what can be said of it. With it
 * is kept what every page needs besides: words, and which icons there are.
 */

import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../content/front-matter.ts';
import { ownIconPath } from '../content/icons.ts';
import { encodingProblem, notTextProblem } from '../content/not-text.ts';
import { iconFiles } from '../content/own-addresses.ts';
import { contentPath } from '../content/paths.ts';
import { parseSite, type Site } from '../content/site.ts';
import { sizeProblem } from '../content/size.ts';
import type { Problem } from '../problem.ts';
import type { ToTakeIn } from './intake.ts';

export function intakeSite(
  catalog: Catalog,
  {
    changed,
    source,
    words,
    isIconDrawn,
    isPreview,
    isWithoutPages,
  }: Pick<ToTakeIn, 'changed' | 'source' | 'words' | 'isIconDrawn' | 'isPreview' | 'isWithoutPages'>,
): { site: Site; problems: Problem[] } {
  const file = changed.get('site.yaml');
  if (file === undefined) {
    const known = catalog.record<Site>('site.yaml');
    if (known) return { site: known, problems: [] };
  }
  if (!file) {
    const problem = {
      code: 'site/missing',
      file: 'site.yaml',
      what: 'There is no site.yaml, so this is not a newsroom yet.',
      fix: 'Write one with title, url, description, timeZone, languages and sections; the README shows the shortest.',
    };
    return { site: unknownSite(), problems: [problem] };
  }
  const content = contentPath('site.yaml', file.mode);
  if (content && 'code' in content) return { site: unknownSite(), problems: [] }; // told with the other files
  const bytes = source.read([{ path: 'site.yaml', blob: file.blob }]).get('site.yaml') ?? new Uint8Array();
  const unreadable = notTextProblem(bytes, 'site.yaml') ?? sizeProblem('file', bytes.length, 'site.yaml');
  if (unreadable) return { site: unknownSite(), problems: [unreadable] };
  if (!words) throw new Error('The site was taken in without words');
  const text = plainText(bytes);
  const encoded = encodingProblem(bytes, { file: 'site.yaml', text, languages: [] });
  if (encoded) return { site: unknownSite(), problems: [encoded] };
  const { site, asRead, problems } = parseSite(text, 'site.yaml', words.languages);
  const judged = words.judge((site ?? asRead).languages);
  // Public files are taken in after the site.
  const isThere = (path: string) =>
    changed.has(path) ? changed.get(path) !== null : catalog.files.at(path) !== undefined;
  const icons = { isDrawn: isIconDrawn ?? false, own: iconFiles.filter((name) => isThere(ownIconPath(name))) };
  const seen = { ...(isPreview && { isPreview }), ...(isWithoutPages && { isWithoutPages }) };
  return {
    site: { ...(site ?? asRead), wording: judged.wording, icons, ...seen },
    problems: [...problems, ...judged.problems],
  };
}

/** One of which nothing is known. */
function unknownSite(): Site {
  return parseSite('', 'site.yaml', []).asRead;
}
