/** The scripts that social cards can be drawn in, and the fonts that have them: packages `@fontsource-variable/…`. */
import { type Language, scriptOf } from './names.ts';
import type { Site } from './site.ts';

/** Has Latin, Cyrillic and Greek letters, and the signs and digits of all. */
const common = 'noto-serif';

type Script = { font: string; letters: RegExp };

/** By the script that a language is written in, as ISO 15924 has it. */
const scripts: Readonly<Record<string, Script>> = {
  Arab: { font: 'noto-naskh-arabic', letters: /\p{sc=Arab}/u },
  Armn: { font: 'noto-serif-armenian', letters: /\p{sc=Armn}/u },
  Deva: { font: 'noto-serif-devanagari', letters: /\p{sc=Deva}/u },
  Geor: { font: 'noto-serif-georgian', letters: /\p{sc=Geor}/u },
  Hans: { font: 'noto-serif-sc', letters: /\p{sc=Hani}/u },
  Hant: { font: 'noto-serif-tc', letters: /\p{sc=Hani}/u },
  Hebr: { font: 'noto-serif-hebrew', letters: /\p{sc=Hebr}/u },
  Jpan: { font: 'noto-serif-jp', letters: /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}]/u },
  Kore: { font: 'noto-serif-kr', letters: /[\p{sc=Hang}\p{sc=Hani}]/u },
  Thai: { font: 'noto-serif-thai', letters: /\p{sc=Thai}/u },
};

/** Of no script of its own: signs, digits, accents. */
const inAnyFont = /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Zyyy}\p{sc=Zinh}]/u;

/** The fonts of a card, in the order in which each sign is looked for: those of its own language, then of all, then of the site's others. */
export function cardFonts(language: Language, { languages }: Pick<Site, 'languages'>): string[] {
  const own = scriptIn(language)?.font ?? [];
  return [...new Set([own, common, languages.flatMap((each) => scriptIn(each)?.font ?? [])].flat())];
}

/** Whether a site's cards have fonts for all letters of a text: those of its languages, and Latin, Cyrillic and Greek. */
export function isInCardFonts(text: string, { languages }: Pick<Site, 'languages'>): boolean {
  const letters = [inAnyFont, ...languages.flatMap((each) => scriptIn(each)?.letters ?? [])];
  return [...text].every((sign) => letters.some((each) => each.test(sign)));
}

function scriptIn(language: Language): Script | undefined {
  return scripts[scriptOf(language) ?? ''];
}
