import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../layouts');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

test('only times.ts tells an hour, for it alone asks whether one was written', () => {
  const telling = files.filter((file) =>
    /\bwords\.(?:clock|dateAndClock|zone)\b/.test(readFileSync(join(folder, file), 'utf8')),
  );
  expect(telling).toEqual(['times.ts']);
});
