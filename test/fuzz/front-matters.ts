/** Front matter at random: what editors write, most of it good, in all the ways YAML has. */
import type { Random } from './random.ts';
import { id, oddity, prose } from './texts.ts';

export type FuzzedStory = { path: string; text: string };

/** A whole story with a plain body; `n` tells it from the others. */
export function fuzzedMatter(random: Random, n: number): FuzzedStory {
  const month = String(random.int(1, 12)).padStart(2, '0');
  const day = String(random.int(1, 28)).padStart(2, '0');
  const date = `2015-${month}-${day}`;
  const fields: [key: string, value: string][] = [
    ['title', scalar(random, prose(random))],
    ['summary', scalar(random, prose(random, 0.004, 30))],
    ['date', `${date}${random.pick(['', ' 09:30', 'T09:30:00Z', ' 9:30', 'T23:59:59.999+03:00', ' 00:00'])}`],
    ['authors', random.pick(['[desk]', '\n  - desk', '["desk"]', '[desk] # all'])],
    ['section', random.pick(['world', 'culture', '"world"', random.chance(0.02) ? 'wrold' : 'world'])],
  ];
  const optional: [key: string, value: () => string][] = [
    ['place', () => scalar(random, prose(random, 0.01, 3))],
    ['topics', () => `[${[...new Set(random.some(0, 4, () => id(random)))].join(', ')}]`],
    ['thread', () => id(random)],
    ['points', () => list(random, () => scalar(random, prose(random)))],
    ['type', () => random.pick(['news', 'analysis', 'opinion', 'interview', 'feature'])],
    ['sources', () => list(random, () => `{title: ${JSON.stringify(prose(random))}, url: "${webAddress(random)}"}`)],
    ['sponsor', () => `{name: ${JSON.stringify(prose(random, 0.01, 3))}, url: "${webAddress(random)}"}`],
    ['license', () => JSON.stringify(random.pick(['CC BY 4.0', 'none', 'cc by', webAddress(random)]))],
    ['warning', () => scalar(random, prose(random, 0.01, 8))],
    ['updated', () => `${date} ${random.pick(['23:59', '23:59:30', '23:00+00:00'])}`],
    ['corrections', () => list(random, () => `{date: ${date}, text: ${JSON.stringify(prose(random))}}`)],
    ['redirectFrom', () => list(random, () => JSON.stringify(oldAddress(random, n)))],
    ['draft', () => random.pick(['true', 'false'])],
    ['withdrawn', () => `{date: ${random.pick([date, '2062-01-01'])}, reason: ${JSON.stringify(prose(random))}}`],
  ];
  for (const [key, value] of optional) if (random.chance(0.2)) fields.push([key, value()]);
  if (random.chance(0.02)) fields.push([prose(random, 1, 1), prose(random)]);
  const lines = fields.map(([key, value]) => `${key}: ${value}`);
  if (random.chance(0.1)) lines.splice(random.int(0, lines.length), 0, '# a note of the desk');
  return {
    path: `articles/2015/${month}/${day}/story-${n}.md`,
    text: `---\n${lines.join('\n')}\n---\nThe port was closed.\n`,
  };
}

/** A text as YAML may have it: bare, quoted in either way, or as a block. */
function scalar(random: Random, text: string): string {
  const how = random.int(0, 11);
  if (how < 6) return JSON.stringify(text.toWellFormed());
  if (how < 9) return `'${text.replaceAll("'", "''")}'`;
  if (how === 9) return `|\n  ${text}`;
  if (how === 10) return `>-\n  ${text}\n  ${prose(random, 0)}`;
  return text;
}

function list(random: Random, make: () => string): string {
  const items = random.some(0, 3, make);
  return items.length === 0 ? '[]' : `\n${items.map((item) => `  - ${item.replaceAll('\n', '\n  ')}`).join('\n')}`;
}

function webAddress(random: Random): string {
  return random.pick([
    'https://example.org/',
    'http://example.org:8080/a(b)?c=d&e=%20#f',
    'https://пример.example/путь',
    'https://example.org/a"b',
    'HTTPS://EXAMPLE.ORG',
    'https://example.org/<b>',
    'https://user:pw@example.org/',
    'https://[::1]/',
    'ftp://example.org/',
  ]);
}

/** Addresses that servers have answered, and some that none could. */
function oldAddress(random: Random, n: number): string {
  const path = random.pick([
    `/old/${n}`,
    `/новости/${n}/привет/`,
    `/%D0%BD/${n}/`,
    `/en/release/v18.0.${n}`,
    `/story-${n}.php`,
    `/a.html/b-${n}/`,
    `/story-${n}.html`,
    `/feed.xml/${n}/`,
    `/a,b(c)[d]/${n}`,
    `/?p=${n}`,
    `/index.php?id=${n}&x=y`,
    `/A B/${n}`,
    `/${'long/'.repeat(60)}${n}/`,
    `/${'ы'.repeat(120)}/${n}/`,
    `/${'x'.repeat(300)}/${n}/`,
    `/../${n}`,
    `//evil.example/${n}`,
    `/con/${n}/aux.txt`,
    `/${n}/.htaccess`,
    `/${n}/~tilde`,
    `/${n}/e\u0301`,
  ]);
  return random.chance(0.03) ? path + oddity(random) : path;
}
