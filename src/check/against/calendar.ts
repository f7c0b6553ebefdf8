/** Names of months, days of the week and countries, as the runtime has them in each language. */

export type Calendar = {
  /** `month:11` or `day:2`; `isCapital`: whether the word was written with a capital. */
  partOf(word: string, isCapital: boolean): string | undefined;
  /** Whether two words name different countries. */
  areOtherCountries(one: string, other: string): boolean;
};

const known = new Map<string, Calendar>();

/** `fold` is how words are folded. */
export function calendarOf(language: string, fold: (word: string) => string): Calendar {
  const made = known.get(language) ?? makeCalendar(language, fold);
  known.set(language, made);
  return made;
}

function makeCalendar(language: string, fold: (word: string) => string): Calendar {
  const parts = new Map<string, string>();
  let isCapitalised = false;
  const learn = (part: string, written: string) => {
    const word = written.replace(/[.։]$/, '');
    if (!/^\p{L}{3,}$/u.test(word)) return;
    isCapitalised ||= /^\p{Lu}/u.test(word);
    if (!parts.has(fold(word))) parts.set(fold(word), part);
  };
  const part = (options: Intl.DateTimeFormatOptions, type: string, at: number) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' })
      .formatToParts(at)
      .find((each) => each.type === type)?.value ?? '';
  const dayMilliseconds = 86_400_000;
  for (const length of ['long', 'short'] as const) {
    // Short names in small letters are words too, as `mar` is.
    if (length === 'short' && !isCapitalised) break;
    for (let month = 0; month < 12; month++) {
      const at = Date.UTC(2015, month, 15);
      learn(`month:${month + 1}`, part({ month: length }, 'month', at));
      learn(`month:${month + 1}`, part({ month: length, day: 'numeric' }, 'month', at));
    }
    // A day of the week is as much a date as a name is; in small letters it is a word like others.
    for (let day = 0; day < 7 && isCapitalised; day++)
      learn(`day:${day + 1}`, part({ weekday: length }, 'weekday', Date.UTC(2015, 5, 1) + day * dayMilliseconds));
  }
  const inflected = [...parts].filter(([word]) => word.length >= 6).map(([word, each]) => [word.slice(0, -1), each]);
  let countries: ReadonlyMap<string, string> | undefined;
  const countryOf = (word: string) => {
    countries ??= countriesIn(language, fold);
    const exact = countries.get(word);
    if (exact !== undefined) return [exact];
    return [...countries].flatMap(([name, code]) => (isFormOf(word, name) ? [code] : []));
  };
  return {
    partOf(word, isCapital) {
      if (isCapitalised && !isCapital) return undefined;
      return (
        parts.get(word) ?? inflected.find(([stem = '']) => word.startsWith(stem) && word.length - stem.length <= 3)?.[1]
      );
    },
    areOtherCountries(one, other) {
      const [first, second] = [countryOf(one), countryOf(other)];
      return first.length > 0 && second.length > 0 && !first.some((code) => second.includes(code));
    },
  };
}

/** `Ирана` of `Иран`, `Грузии` of `Грузия`. */
function isFormOf(word: string, name: string): boolean {
  const stem = /[aeiouаеиоуыяюьαηο]$/u.test(name) ? name.slice(0, -1) : name;
  return stem.length >= 3 && word.startsWith(stem) && word.length - stem.length <= 4;
}

/** Folded names of one word, each with its code. */
function countriesIn(language: string, fold: (word: string) => string): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  return new Map(
    codes.flatMap((code): [string, string][] => {
      const name = names.of(code);
      return name && /^[\p{L}\p{M}]+$/u.test(name) ? [[fold(name), code]] : [];
    }),
  );
}
