/** Numbers in digits, however they are written: `1,200,000`, `1 200 000`, `٤٠`, `18:30`, `6.30 pm`, `26.11.2015`. */

/** `value` as all ways of writing it have it; `end` is where it ends in the text. */
export type WrittenNumber = { start: number; end: number; values: string[] };

const digits = String.raw`\p{Nd}`;
const grouped = String.raw`${digits}{1,3}(?:(?<separator>[,.'’\u00a0\u202f\u066c ])${digits}{3}(?!${digits}))(?:\k<separator>${digits}{3}(?!${digits}))*`;
const pattern = new RegExp(
  [
    `(?<year>${digits}{4})-(?<month>${digits}{2})-(?<day>${digits}{2})(?!${digits})`,
    String.raw`(?<first>${digits}{1,2})(?<between>[./])(?<second>${digits}{1,2})\k<between>(?<last>${digits}{4})(?!${digits})`,
    String.raw`(?<hour>${digits}{1,2})(?<clock>[:.h])(?<minute>${digits}{2})(?!${digits})(?![.,]?${digits})(?<half> ?[ap]\.?m\b\.?)?`,
    String.raw`(?<![\p{L}${digits}])(?<wholeHour>${digits}{1,2})(?<wholeHalf> ?[ap]\.?m\b\.?)`,
    String.raw`(?<whole>${grouped})(?<fraction>[.,\u066b]${digits}+)?`,
    String.raw`(?<plain>${digits}+)(?<rest>[.,\u066b]${digits}+)?`,
  ].join('|'),
  'giu',
);

/** `decimal` is the sign before fractions in the language of the text. */
export function numbersIn(text: string, decimal: string): WrittenNumber[] {
  return [...text.matchAll(pattern)].map((match) => {
    const start = match.index;
    const times = scaleAt(text, start + match[0].length);
    const values = valuesOf(match[0], match.groups ?? {}, decimal);
    if (times) return { start, end: start + match[0].length + 1, values: [String(Number(values[0]) * times)] };
    const isBelowZero = /(?:^|[^\p{Nd}\s]\s|\()[-−–]$/u.test(text.slice(Math.max(0, start - 3), start));
    const [first = '', ...others] = values;
    return { start, end: start + match[0].length, values: [isBelowZero ? `-${first}` : first, ...others] };
  });
}

/** `150万`: no word of its own, as the next sign may belong to it. */
function scaleAt(text: string, end: number): number | undefined {
  return { 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 천: 1e3, 만: 1e4, 억: 1e8 }[text.charAt(end)];
}

type Groups = Partial<Record<string, string>>;

function valuesOf(written: string, groups: Groups, decimal: string): string[] {
  const { year, month, day, first, second, last, hour, minute, clock, half, wholeHour, wholeHalf } = groups;
  if (year && month && day) return [numberOf(year), `month:${numberOf(month)}`, numberOf(day)];
  if (first && second && last) {
    const [one, other] = [numberOf(first), numberOf(second)];
    return Number(other) <= 12 ? [one, `month:${other}`, numberOf(last)] : [other, `month:${one}`, numberOf(last)];
  }
  const isClock = hour && minute && (clock !== '.' || half) && Number(numberOf(hour)) < 25;
  if (isClock) return [timeOf(numberOf(hour), numberOf(minute), half)];
  if (wholeHour && wholeHalf) return [timeOf(numberOf(wholeHour), '0', wholeHalf)];
  return [amountOf(written, decimal)];
}

function timeOf(hour: string, minute: string, half: string | undefined): string {
  const isAfternoon = /p/i.test(half ?? '');
  const isMorning = /a/i.test(half ?? '');
  const hours = (Number(hour) % (half ? 12 : 25)) + (isAfternoon ? 12 : 0);
  return `${isMorning && hours === 12 ? 0 : hours}:${minute.padStart(2, '0')}`;
}

/** Three digits behind a sign that is not the decimal one are thousands. */
function amountOf(written: string, decimal: string): string {
  const ascii = asciiOf(written).replaceAll('\u066b', '.').replaceAll('\u066c', ',');
  const signs = ascii.match(/[.,]/g) ?? [];
  const isFraction = (sign: string) => {
    if (signs.filter((each) => each === sign).length > 1) return false;
    const after = ascii.slice(ascii.lastIndexOf(sign) + 1);
    if (/[.,]/.test(after)) return false;
    return sign === decimal || after.length !== 3 || ascii.startsWith('0');
  };
  const point = [...new Set(signs)].find(isFraction);
  const whole = [...ascii].filter((each) => /\d/.test(each) || each === point).join('');
  return String(Number(point === undefined ? whole : whole.replace(point, '.')));
}

function numberOf(written: string): string {
  return String(Number(asciiOf(written)));
}

function asciiOf(written: string): string {
  return written.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}
