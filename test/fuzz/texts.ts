/** Words and signs of which authors' texts are made at random: ordinary ones, odd ones, hostile ones. */
import type { Random } from './random.ts';

const words = [
  'harbour',
  'the',
  'closed',
  'Порт',
  'закрыт',
  'größer',
  'Straße',
  'İstanbul',
  'ığdır',
  'yö',
  'sääksi',
  '港口',
  '今日は',
  'ღვინო',
  'الميناء',
  'مُغلق',
  'می‌خواهم',
  'שלום',
  'हिन्दी',
  'ไทย',
  '한국어',
  'Ελλάδα',
  'e\u0301t\u00e9',
  '👩‍👩‍👧',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '2015',
  '3:2',
  '−5°',
  '50\u00a0%',
  'No. 5',
  'AT&T',
  'C++',
  'C#',
  '$5',
  '#MeToo',
  '@port',
  '“quoted”',
  '«Заря»',
  '„gut“',
  '—',
  '–',
  '…',
  '[sic]',
  '(see below)',
  "o'clock",
  'x_1',
  'R&D',
  '5 < 6',
  'a > b',
  '½',
  'https://example.org/a_b?c=d&e=f#g',
  'ann@example.org',
];

const odd = [
  ' #1',
  ': ',
  '- ',
  '* ',
  '1986. ',
  '**',
  '__',
  '~~',
  '](',
  '][',
  '{{',
  '{%',
  '<b>',
  '</b>',
  '<!-- x -->',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '0; url=javascript:alert(1)',
  '&amp;',
  '&#8217;',
  '\\',
  '\\*',
  '`',
  '```',
  '|',
  '>',
  '\u202e',
  '\u200b',
  '\u0000',
  '\u001b]0;x\u0007',
  '\ufeff',
  '\u2028',
  '\ud800',
  ']]>',
  '%00',
  '\t',
  '<<<<<<< HEAD',
  "'",
  '"',
  '!tag',
  '&anchor',
  '*alias',
  '---',
  '...',
];

/** A few words, now and then with something odd among them. */
export function prose(random: Random, oddness = 0.004, most = 8): string {
  return random.some(1, most, () => random.pick(random.chance(oddness) ? odd : words)).join(' ');
}

export function oddity(random: Random): string {
  return random.pick(odd);
}

/** Lower-case letters, digits and hyphens, of any length that an id may have and a little more. */
export function id(random: Random): string {
  if (random.chance(0.02)) return 'a'.repeat(random.int(90, 300));
  return random.some(1, 3, () => random.pick(['sea', 'port', '2015', 'x', 'con', 'nul', 'aux', 'feed-xml'])).join('-');
}
