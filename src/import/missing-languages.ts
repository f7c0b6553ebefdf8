/** What to do for stories of a language that the site does not have: they stand in its first until then. */
import { isLanguage, type Language, wordsLanguages } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import { languageHere } from './guess.ts';
import type { Mapping } from './mapping.ts';
import type { Survey } from './survey.ts';

/** In sentences. `words`: the languages that there are words for. */
export function missingLanguageLines(
  { survey, mapping, site }: { survey: Pick<Survey, 'languages'>; mapping: Mapping; site: Site },
  words: readonly Language[],
): string[] {
  const codes = [...survey.languages.keys()]
    .filter((each) => languageHere(each, mapping, site) === undefined)
    .map((each) => mapping.languages[each] ?? each);
  const missing = [...new Set(codes)].filter(isLanguage).sort();
  const wordless = missing.filter((each) => wordsLanguages(each, words).length === 0);
  return [
    ...wordless.map(
      (code) =>
        `There are no words for ${code}: copy the engine’s layouts/words/en.yaml to layouts/words/${code}.yaml and translate it.`,
    ),
    ...(missing.length === 0
      ? []
      : [
          `To have them in their own language, add ${missing.join(', ')} to the languages in content/site.yaml and import again.`,
        ]),
  ];
}
