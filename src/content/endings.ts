/** Addresses that ended on purpose: what `gone.yaml` (`gone.ts`) says of each, and what the site has of it. */
import { pathOnSite, readLink } from './links.ts';
import { defaultLanguage, type Language, type Text, textIn } from './names.ts';
import { isOtherwiseCased } from './redirect.ts';
import { type Scope, singles } from './scopes.ts';
import type { Site } from './site.ts';
import { frontUrl } from './urls.ts';

/** Below the content folder. */
export const gonePath = 'gone.yaml';

/**
 * `url`: as readers ask for it, `` where it cannot be read. `to`: from the site’s root, or whole. `also`: others that lead
 * there and differ from it by capital letters alone, as a host tells them apart.
 */
export type Ending = { url: string; reason?: Text; to?: string; also?: readonly string[] };
export type Gone = { endings: Ending[] };

/** The place that it makes: one with its notice, or a redirect. */
export function placeOfEnding({ url, to }: Ending): Scope {
  return to === undefined ? singles.gone(url) : singles.redirect(url);
}

/** The address on the site that it leads to, without a place on its page; undefined of one elsewhere. */
export function targetOf({ to }: Ending, site: Site): string | undefined {
  return to === undefined || pathOnSite(to, site) === undefined ? undefined : readLink(to, site).url;
}

/** Whether it leads to what has its address already but for capital letters, so that a host alone can answer there. */
export function isForHosts({ url, to }: Ending): boolean {
  return to !== undefined && isOtherwiseCased(url, to.replace(/#.*$/s, ''));
}

/** What readers are told at an address: `language` is that of its page, `reasonLanguage` that of the reason. */
export type GoneNotice = { language: Language; reason: string; reasonLanguage: Language; isStory: boolean };

export function goneNotice({ url, reason = '' }: Ending, site: Site): GoneNotice {
  const language =
    site.languages.slice(1).find((each) => url.startsWith(frontUrl(each, site))) ?? defaultLanguage(site);
  const isStory = readLink(url, site).kind === 'article';
  if (typeof reason === 'string') return { language, reason, reasonLanguage: language, isStory };
  const said = [language, ...site.languages].find((each) => reason[each] !== undefined) ?? language;
  return { language, reason: textIn(reason, said, site.languages), reasonLanguage: said, isStory };
}
