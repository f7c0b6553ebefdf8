/** Schemas of the fields that several kinds of content have. What their checks refuse, `meta` says for editors, as far as JSON Schema can. */
import { z } from 'zod';
import { invisibleRefusal } from './hidden-characters.ts';
import { maxCharacters, maxItems } from './lengths.ts';
import { idFrom, idPattern, isId, isLanguage, isWebAddress, meantLanguage, type Text } from './names.ts';
import { plainRefusals } from './plain-text.ts';
import { type Refusal, refuse, refuseBy } from './refusal.ts';
import { readTime } from './times.ts';
import { meantTime } from './written-times.ts';
import { asPerLanguage, asProse } from './yaml/schema.ts';

/** A text that is no prose: a time, the name of a file. */
export function word(most = maxCharacters.word) {
  return z
    .string()
    .trim()
    .min(1)
    .superRefine(refuseBy((value) => lengthRefusals(value, most)))
    .meta({ maxLength: most });
}

/** A time; a number, as YAML takes 20151126 for, is told of as one that cannot be read. */
export const time = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), word());

/** A day of the calendar: `2015-11-26`. */
export const day = time.superRefine(
  refuse(isDay, (value) => ({
    code: 'content/bad-day',
    what: `“${value}” is not a day of the calendar.`,
    right: meantTime(value, { day: '', timeZone: 'UTC', languages: ['en'] })?.slice(0, 10),
  })),
);

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && 'at' in readTime(value, 'utc');
}

/** Words that readers see, as they are typed; empty only where that is said on purpose. */
function prose(most: number, least = 1, refusals = plainRefusals) {
  const trimmed = z.string().trim();
  return asProse(
    (least > 0 ? trimmed.min(least) : trimmed)
      .superRefine(
        refuseBy((value) => {
          const refusal = invisibleRefusal(value);
          return refusal ? [refusal] : [...lengthRefusals(value, most), ...refusals(value)];
        }),
      )
      .meta({ maxLength: most }),
  );
}

/** A headline, a heading, the title of a source. */
export const title = prose(maxCharacters.title);
/** Of a person, a place, a thing. */
export const name = prose(maxCharacters.name);
/** Of who paid for a story. */
export const sponsorName = prose(maxCharacters.sponsor);
/** A sentence that readers are warned with. */
export const warning = prose(maxCharacters.warning);
/** Sentences. */
export const passage = prose(maxCharacters.passage);
/** Sentences with links and emphasis, whose findings are those of a body (`corrections.ts`). */
export const markdownLine = prose(maxCharacters.passage, 1, () => []);
/** What a picture shows; nothing, written as "", for one that needs no words. */
export const alt = prose(maxCharacters.passage, 0);

export const id = z
  .string()
  .superRefine(
    refuseBy((value) => {
      const tooLong = lengthRefusals(value, maxCharacters.id);
      return tooLong.length > 0 || isId(value) ? tooLong : [badId(value)];
    }),
  )
  .meta({ pattern: idPattern.source, maxLength: maxCharacters.id });

function badId(value: string): Refusal {
  return {
    code: 'content/bad-id',
    what: `“${value}” cannot be an id, which has only lower-case letters a–z, digits and single hyphens.`,
    right: idFrom(value),
  };
}

/** A list of so many at most. */
export function list<T extends z.ZodType>(of: T, most: number = maxItems.list) {
  return z.array(of).superRefine((value, context) => {
    if (value.length <= most) return;
    const params: Refusal = {
      code: 'content/too-many',
      what: `This list has ${value.length.toLocaleString('en')} items; the most is ${most}.`,
      fix: 'Keep those that matter, and remove the others.',
    };
    context.addIssue({ code: 'custom', params, input: value });
  });
}

/** What is wrong with a word in the place of a language. */
export function languageRefusal(word: string): Refusal {
  return { code: 'content/bad-language', what: `“${word}” is not a language code.`, right: meantLanguage(word) };
}

function languageKeyRefusal(word: string): Refusal {
  const { right, ...told } = languageRefusal(word);
  return right === undefined
    ? { ...told, fix: 'Write a language code as in “en”, “ru”, “pt-BR” or “zh-Hant”.', rightKey: '' }
    : { ...told, rightKey: right };
}

/** One text for all languages, or one per language. */
export function inLanguages(text: z.ZodType<string>): z.ZodType<Text> {
  const perLanguage = z
    .record(z.string(), text)
    .refine((texts) => Object.keys(texts).length > 0)
    .superRefine((texts, context) => {
      for (const key of Object.keys(texts))
        if (!isLanguage(key))
          context.addIssue({
            code: 'custom',
            params: languageKeyRefusal(key),
            input: key,
            path: [key],
            continue: true,
          });
    });
  return z.union([text, asPerLanguage(perLanguage)]);
}

/** `what` goes on from the value that is not good, which `right` would be. */
export function address(
  isGood: (value: string) => boolean,
  what: string,
  right: (value: string) => string | undefined,
) {
  return z
    .string()
    .superRefine(refuse((value) => !hasPassword(value), withPassword))
    .superRefine(refuseBy((value) => lengthRefusals(value, maxCharacters.address)))
    .superRefine(
      refuse(isGood, (value) => ({
        code: 'content/bad-address',
        what: `“${value.slice(0, maxCharacters.address)}” ${what}.`,
        right: right(value),
      })),
    );
}

export const webAddress = address(
  isWebAddress,
  'is not a web address, which has https:// at its beginning',
  wholeAddress,
);

/** `https://port.example/a` of `port.example/a` and of what comes near it; undefined of what is no address at all. */
export function wholeAddress(value: string): string | undefined {
  const rest = value.trim().replace(/^(?:https?|htps?|hhtps?|htttps?)?:?\/{0,3}(?=[^/])/i, '');
  const whole = `https://${rest}`;
  return /^[^\s/.@]+(?:\.[^\s/.@]+)+(?:[/?#]\S*)?$/.test(rest) && isWebAddress(whole) ? whole : undefined;
}

function hasPassword(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.username + url.password !== '' && /^https?:$/.test(url.protocol);
}

function withPassword(address: string): Refusal {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return {
    code: 'content/address-with-user',
    what: 'This address has a user name or a password in it, which every reader would see.',
    right: url.href,
    rest: ', and choose another password: this file has been read by others',
  };
}

export function lengthRefusals({ length }: string, most: number): Refusal[] {
  if (length <= most) return [];
  const [long, limit] = [length, most].map((each) => each.toLocaleString('en'));
  return [
    {
      code: 'content/too-long',
      what: `This has ${long} characters; the most is ${limit}.`,
      fix: 'Shorten it.',
    },
  ];
}
