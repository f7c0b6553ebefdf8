/** A text that tells a number, once for each plural category of a language: for scripts, which then need no reader of messages. */

/** Numbers of every category of every language are below this. */
const tried = 200;

/** By category; `#` stands where the number does, if the text has it. */
export function inNumber(say: (n: number) => string, locale: string): Record<string, string> {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  const said: Record<string, string> = {};
  for (let n = 0; n < tried; n++) {
    const category = rules.select(n);
    said[category] ??= say(n).replace(digits.format(n), '#').replace(String(n), '#');
  }
  return said;
}
