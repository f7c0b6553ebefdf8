/** The languages of a page as search engines want them: every version that they are told of names itself, all others and a default. */
import type { Site } from '../src/content/site.ts';
import { absoluteUrl } from '../src/content/urls.ts';
import type { PageHead } from '../src/routes/kind.ts';

type Alternate = { hreflang: string; href: string };

/** Nothing for a page that they are told of in one language only; the default is the site's first language, if the page has it. */
export function alternatesOf(all: PageHead['alternates'], site: Site): Alternate[] {
  const versions = all.filter(({ isForSearch }) => isForSearch !== false);
  const byDefault = versions.find(({ language }) => language === site.languages[0]) ?? versions[0];
  if (versions.length < 2 || !byDefault) return [];
  const named = versions.map(({ language, url }) => ({ hreflang: language, href: absoluteUrl(url, site) }));
  return [...named, { hreflang: 'x-default', href: absoluteUrl(byDefault.url, site) }];
}
