/** Says a message: the arguments in their places, a number in the form and the digits of the language. */
import type { Choice, Message } from '../src/content/message.ts';

export type Numbers = { locale: string; digits: string };

/** `valueFor`: what stands for an argument; asked only for those that the message says. */
export function say(message: Message, valueFor: (argument: string) => string | number, numbers: Numbers): string {
  let said = '';
  for (const part of message) {
    if (typeof part === 'string') said += part;
    else if ('options' in part) said += say(chosen(part, valueFor(part.argument), numbers), valueFor, numbers);
    else {
      const value = valueFor(part.argument);
      said += typeof value === 'number' ? number(value, numbers) : value;
    }
  }
  return said;
}

function chosen({ by, options }: Choice, value: string | number, { locale }: Numbers): Message {
  const form = by === 'word' ? String(value) : (ownForm(options, value) ?? rulesIn(locale, by).select(Number(value)));
  return options[form] ?? options.other ?? [];
}

/** `=1`: for the number itself, whatever its form. */
function ownForm(options: Choice['options'], value: string | number): string | undefined {
  return `=${value}` in options ? `=${value}` : undefined;
}

/** Made when first asked for, since they take long: a build that shows no Russian does not pay for it. */
const made = new Map<string, Intl.PluralRules | Intl.NumberFormat>();

function rulesIn(locale: string, type: Intl.PluralRuleType): Intl.PluralRules {
  const key = `${locale} ${type}`;
  const rules = made.get(key) ?? new Intl.PluralRules(locale, { type });
  made.set(key, rules);
  return rules as Intl.PluralRules;
}

/** A count in the digits and the groups of the language: `1,234`. */
function number(n: number, { locale, digits }: Numbers): string {
  if (digits === 'latn' && Number.isInteger(n) && n >= 0 && n < 1000) return String(n);
  const key = `${locale} ${digits}`;
  const format = made.get(key) ?? new Intl.NumberFormat(locale, { numberingSystem: digits });
  made.set(key, format);
  return (format as Intl.NumberFormat).format(n);
}

/** A text of digits, such as a year, in other ones. */
export function inDigits(text: string, numbers: Numbers): string {
  return numbers.digits === 'latn' ? text : text.replace(/\d/g, (digit) => number(Number(digit), numbers));
}

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** So many bytes in thousands, millions and so on, at least one thousand: `1.2 MB`. */
export function fileSize(bytes: number, { locale, digits }: Numbers): string {
  const power = bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  const size = Math.max(1, bytes / 1000 ** power);
  const unit = units[power - 1] ?? 'kilobyte';
  const maximumFractionDigits = size < 10 && power > 1 ? 1 : 0;
  const options = { style: 'unit', unit, numberingSystem: digits, maximumFractionDigits } as const;
  return new Intl.NumberFormat(locale, options).format(size);
}
