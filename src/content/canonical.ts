/** `canonical`: where a story was published first. Of every other story its own page is the canonical one, without a word. */
import type { Problem } from '../problem.ts';
import type { Written } from './article-form.ts';
import { pathOnSite, pathUnderWww } from './links.ts';
import type { MarkdownFile } from './markdown-file.ts';
import type { Site } from './site.ts';

export function canonicalProblems(
  { written: { canonical }, isKnown, place, removal }: MarkdownFile<Pick<Written, 'canonical'>>,
  site: Site,
): Problem[] {
  const field = ['canonical'];
  if (canonical === undefined || !isKnown(field) || site.unknown?.includes('url')) return [];
  if (pathOnSite(canonical, site) === undefined && pathUnderWww(canonical, site) === undefined) return [];
  return [
    {
      code: 'article/canonical-here',
      ...place(field),
      what: `“${canonical}” is on this site, but “canonical” is for a story that another site published first.`,
      fix: 'Remove it: the page of a story is its canonical one.',
      replacement: removal(field),
    },
  ];
}
