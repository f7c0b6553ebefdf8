/** The address of the page on which readers search. */
import type { Language } from '../names.ts';
import { searchPage } from '../own-addresses.ts';
import type { Site } from '../site.ts';
import { frontUrl } from '../urls.ts';

export function searchUrl(language: Language, site: Site): string {
  return `${frontUrl(language, site)}${searchPage}/`;
}
