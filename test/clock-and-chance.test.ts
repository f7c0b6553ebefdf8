/** The same commit, lockfile and `now` must give the same bytes: the clock and chance come in through src/commands, as arguments. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withoutComments } from '../src/own/purity.ts';

const projectRoot = join(import.meta.dirname, '..');

const clockOrChance =
  /\b(?:Date|DateTime|performance)\.now\b|\bDate\s*\(\s*\)|\bnew Date\b(?!\s*\()|\bDateTime\.(?:local|utc)\s*\(\s*\)|\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b/g;

/** What a newsroom’s own code may not say is shown there. */
const mistakes = 'src/desk/mistakes/in-own-code.ts';

function askedIn(text: string): string[] {
  return [...withoutComments(text).matchAll(clockOrChance)].map(([asked]) => asked);
}

test('only commands ask the clock or chance', () => {
  const files = globSync(['src/**/*.{ts,tsx,js}', 'layouts/**/*.{ts,tsx}', '.eleventy.ts'], { cwd: projectRoot });
  const others = files.filter((file) => !file.startsWith('src/commands/') && file !== mistakes);
  expect([others.length > 700, files.includes(mistakes)]).toEqual([true, true]);
  const asked = (file: string) => askedIn(readFileSync(join(projectRoot, file), 'utf8'));
  expect(others.flatMap((file) => asked(file).map((what) => `${file}: ${what}`))).toEqual([]);
});

test.each([
  'export const now = Date.now();',
  'export const clock = Date.now;',
  'export const now = new Date();',
  'export const now = new Date;',
  'export const now = Date ( );',
  `import { DateTime } from 'luxon';\nexport const now = DateTime.now();`,
  'export const now = [DateTime.local(), "https://a.example"];',
  'export const now = DateTime.utc();',
  'export const now = performance.now();',
  'export const chance = Math.random();',
  'export const chance = crypto.randomUUID();',
  `import { randomBytes as chance } from 'node:crypto';`,
  `import { randomInt } from 'node:crypto';`,
  'crypto.getRandomValues(new Uint8Array(8));',
])('it is seen in %j', (text) => expect(askedIn(text)).toHaveLength(1));

test.each([
  'export const given = (at: number) => new Date(at);',
  'export const noon = DateTime.utc(2015, 11, 26);',
  '/** As Date.now() says. */ export const at = Date.parse(given); // not new Date()',
  'export const updated = { DateTimes: [], random: true };',
])('it is not seen in %j', (text) => expect(askedIn(text)).toEqual([]));
