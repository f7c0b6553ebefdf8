/** The address that search engines and those who share a link are to use for a page. */
import type { FullArticle } from '../src/content/records.ts';
import { absoluteUrl } from '../src/content/urls.ts';
import type { Here } from './here.ts';

/** The page's own, or where its story was published first. */
export function canonicalAddress(url: string, story: Pick<FullArticle, 'canonical'> | undefined, here: Here): string {
  return story?.canonical ?? absoluteUrl(url, here.site);
}
