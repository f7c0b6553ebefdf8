/** A day that stands in a line of a page, as readers see it: in numbers, or with the name of a month in their language. */

/** `2015-11-26`, with ` 09:30` where the line says that too; undefined where no day is in it, or it could be either of two. */
export function writtenDate(line: string, language = 'en'): string | undefined {
  const text = line.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase();
  for (const { pattern, read } of [...numbers, ...named(language), ...named('en'), ...named('en-GB')]) {
    const found = pattern.exec(text);
    const day = found ? dayOf(read(found.groups ?? {})) : undefined;
    if (!found || day === undefined) continue;
    const [, hour, minute, half] =
      /^[\s,·|/–-]*(?:\p{L}{1,3} |t)?(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?\s?([ap]m\b)?/u.exec(
        text.slice(found.index + found[0].length),
      ) ?? [];
    return hour === undefined ? day : `${day} ${clock(Number(hour), half)}:${minute}`;
  }
  return undefined;
}

function clock(hour: number, half: string | undefined): string {
  return String(half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)).padStart(2, '0');
}

type Parts = { year: number; month: number; day: number };
type Form = { pattern: RegExp; read(groups: Record<string, string>): Parts };

const numeric = (groups: Record<string, string>): Parts => ({
  year: Number(groups.year),
  month: Number(groups.month),
  day: Number(groups.day),
});

/** What has the year first, or points, says by that which number is the month. */
const numbers: readonly Form[] = [
  { pattern: /(?<!\d)(?<year>(?:19|20)\d\d)([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d)/, read: numeric },
  { pattern: /(?<year>(?:19|20)\d\d) ?[年년] ?(?<month>\d{1,2}) ?[月월] ?(?<day>\d{1,2}) ?[日일]/, read: numeric },
  { pattern: /(?<![\d.])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>(?:19|20)\d\d)(?!\d)/, read: numeric },
];

const known = new Map<string, readonly Form[]>();

/** `26 november 2015`, `26. november 2015`, `26 de novembro de 2015`, `november 26th, 2015`, `2015. november 26`. */
function named(language: string): readonly Form[] {
  const forms = known.get(language) ?? formsOf(language);
  known.set(language, forms);
  return forms;
}

function formsOf(language: string): readonly Form[] {
  const months = monthsOf(language);
  const names = [...months.keys()].sort((a, b) => b.length - a.length).map((name) => name.replaceAll('.', '\\.'));
  if (names.length === 0) return [];
  const month = `(?<!\\p{L})(?<month>${names.join('|')})(?!\\p{L})\\.?`;
  const day = '(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|ª)?(?!\\d)';
  const year = '(?<year>(?:19|20)\\d\\d)(?!\\d)';
  const read = (groups: Record<string, string>) => ({ ...numeric(groups), month: months.get(groups.month ?? '') ?? 0 });
  const between = '(?:[\\s,./-]|\\bde\\b|\\bdel\\b|\\bof\\b)*';
  return [
    [day, month, year],
    [month, day, year],
    [year, month, day],
  ].map((parts) => ({ pattern: new RegExp(parts.join(between), 'u'), read }));
}

/** Long and short, alone and as they stand beside a day. */
function monthsOf(language: string): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ];
  for (const form of forms) {
    const writer = writerOf(language, form);
    for (let month = 1; month <= 12; month++) {
      const parts = writer?.formatToParts(new Date(Date.UTC(2015, month - 1, 3))) ?? [];
      const name = parts
        .find(({ type }) => type === 'month')
        ?.value.toLowerCase()
        .replace(/\.$/, '');
      if (name && /\p{L}{3}/u.test(name) && !months.has(name)) months.set(name, month);
    }
  }
  return months;
}

function writerOf(language: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat(language, {
      ...form,
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone: 'UTC',
    });
  } catch {
    return undefined; // no language
  }
}

function dayOf({ year, month, day }: Parts): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : undefined;
}
