/** Numbers and dates in a language, whatever the machine's own locale and time zone are. */
import type { DateTime } from 'luxon';

type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** `(2) => '2 stories'` from the forms that the language's plural rules name. */
export function counter(locale: string, forms: PluralForms): (n: number) => string {
  return (n) => {
    const { rules, digits } = numbersIn(locale);
    return `${digits.format(n)} ${forms[rules.select(n)] ?? forms.other}`;
  };
}

type Numbers = { rules: Intl.PluralRules; digits: Intl.NumberFormat };

const numbersByLocale = new Map<string, Numbers>();

/** Made when first asked for: a build that shows no Russian does not pay for it. */
function numbersIn(locale: string): Numbers {
  let numbers = numbersByLocale.get(locale);
  if (!numbers) {
    numbers = {
      rules: new Intl.PluralRules(locale),
      digits: new Intl.NumberFormat(locale, { numberingSystem: 'latn' }),
    };
    numbersByLocale.set(locale, numbers);
  }
  return numbers;
}

/** Writes a time by a pattern of Luxon's, in the zone that the time carries. */
export function dateFormat(locale: string, pattern: string): (time: DateTime) => string {
  return (time) => time.reconfigure({ locale, numberingSystem: 'latn', outputCalendar: 'gregory' }).toFormat(pattern);
}

/** `UTC+3`, `UTC+5:30`, `UTC`: for zones that have no name of their own in a language. */
export function offsetName(time: DateTime): string {
  return time.offset === 0 ? 'UTC' : `UTC${dateFormat('en', 'Z')(time).replace(':00', '')}`;
}
