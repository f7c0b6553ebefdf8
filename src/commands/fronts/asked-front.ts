/** Which front is asked for, as addresses and forms of the page have it. */
import { defaultLanguage, type Language } from '../../content/names.ts';
import type { Site } from '../../content/site.ts';
import type { WhichFront } from '../../desk/fronts/front-change.ts';
import { frontsUrl } from '../desk-links.ts';

/** `words`: what is looked for. */
export type AskedFront = WhichFront & { language: Language; words: string };

/** Of a language and a section that the site has. */
export function askedFront(query: { get(name: string): unknown }, site: Site): AskedFront {
  const said = (name: string) => String(query.get(name) ?? '');
  return {
    language: site.languages.find((each) => each === said('language')) ?? defaultLanguage(site),
    section: site.sections.find(({ id }) => id === said('section'))?.id,
    words: said('words').trim(),
  };
}

/** The address of the page of a front, with what else is asked of it. */
export function addressOf({ language, section }: Omit<AskedFront, 'words'>, more: Record<string, string> = {}): string {
  return `${frontsUrl}?${new URLSearchParams({ language, ...(section !== undefined && { section }), ...more })}`;
}
