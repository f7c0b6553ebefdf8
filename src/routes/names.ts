/** What `/topics/` and `/authors/` have in common: everything of a sort that has stories, by the language's own alphabet. */
import type { Language } from '../content/names.ts';
import { listings, readScope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { namesUrl } from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';
import { eachLanguage, type Kind, type PageHead, pageHead } from './kind.ts';

export type NamesProps = PageHead & {
  of: 'topics' | 'authors';
  /** By letter, in the order of the language. */
  letters: { letter: string; names: NameInList[] }[];
};

export type NameInList = { name: string; url: string; role?: string };

export function namesKind(
  name: string,
  of: NamesProps['of'],
  find: (queries: Queries, language: Language, site: Site) => NameInList[],
): Kind<NamesProps> {
  return {
    name,
    always: (site) => eachLanguage(site, (language) => listings.all(language)),
    url({ scope, bucket }, site) {
      const { of: listing, language } = readScope(scope);
      return listing === 'all' && bucket === 0 ? namesUrl(of, language, site) : undefined;
    },
    props(queries, { scope }, site) {
      const { language } = readScope(scope);
      return {
        ...pageHead(queries, site, language, (each) => namesUrl(of, each, site)),
        of,
        letters: byLetter(find(queries, language, site), language),
      };
    },
  };
}

/**
 * Sorted as a reader of the language expects: Åland stands under A, except where Å is a letter of its own. A name that
 * does not begin with a letter stands under `#`.
 */
function byLetter(names: NameInList[], language: Language): NamesProps['letters'] {
  const { compare } = new Intl.Collator(language);
  const sorted = [...names].sort((a, b) => compare(a.name, b.name) || (a.url < b.url ? -1 : 1));
  const base = new Intl.Collator(language, { sensitivity: 'base' });
  const letters: NamesProps['letters'] = [];
  for (const name of sorted) {
    const first = /^\p{L}\p{M}*/u.exec(name.name)?.[0].toLocaleUpperCase(language) ?? '#';
    const plain = first.normalize('NFD').replace(/\p{M}/gu, '');
    const letter = base.compare(first, plain) === 0 ? plain : first;
    const last = letters.at(-1);
    if (last?.letter === letter) last.names.push(name);
    else letters.push({ letter, names: [name] });
  }
  return letters;
}
