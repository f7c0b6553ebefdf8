/**
 * Edits, each labelled: are readers to be told of it? Two hundred were written before there was any code, one half of them by
 * somebody else; the others after it, and none of them had been tried before. A label stays as it is, also where one may think otherwise.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareStories } from '../../../src/check/against/compare-stories.ts';
import { isPublicAt, readVersion, saysSo, type Version } from '../../../src/check/against/version.ts';
import { parseSite } from '../../../src/content/site.ts';
import { lateEnough, siteYaml } from '../../support/newsroom.ts';

type State = { fields: Record<string, unknown>; body: string } | null;
type Edit = { id: string; language: string; verdict: 'tell' | 'pass'; before: State; after: State };
type Judge = (edit: Edit) => 'tell' | 'pass';

const languages = ['en', 'ru', 'uk', 'ka', 'hy', 'el', 'de', 'fr', 'tr', 'ar', 'zh', 'es'];
const { asRead: site } = parseSite(siteYaml.replace('[en, ru]', `[${languages.join(', ')}]`), 'site.yaml', languages);
const mostWrong = 0.05;

function editsIn(file: string): Edit[] {
  const text = readFileSync(join(import.meta.dirname, 'safe-changes', file), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const files = ['by-somebody-else.jsonl', 'by-us.jsonl', 'after-the-code.jsonl'];
const sets = files.map((file) => ({ file, edits: editsIn(file) }));

function versionOf(state: State, language: string): Version | undefined {
  if (!state) return undefined;
  const { fields, body } = state;
  const story = `${String(fields.date).slice(0, 10).replaceAll('-', '/')}/story`;
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const path = `articles/${story}.${language}.md`;
  return readVersion(
    Buffer.from(`---\n${lines.join('\n')}\n---\n${body}`),
    { kind: 'article', path, story, language },
    site,
  );
}

const judge: Judge = ({ language, ...edit }) => {
  const [before, after] = [versionOf(edit.before, language), versionOf(edit.after, language)];
  if (!before || !after || !isPublicAt(before, lateEnough) || !isPublicAt(after, lateEnough)) return 'pass';
  if (saysSo(before, after)) return 'pass';
  return compareStories(before.text, after.text, language).length > 0 ? 'tell' : 'pass';
};

function wrongBy(judge: Judge, edits: readonly Edit[]): string[] {
  return edits.filter((edit) => judge(edit) !== edit.verdict).map(({ id }) => id);
}

test.each(sets)('of the edits $file at most one in twenty is judged wrong', ({ edits }) => {
  const wrong = wrongBy(judge, edits);
  expect(wrong.length / edits.length, wrong.join(', ')).toBeLessThanOrEqual(mostWrong);
});

test('there are two hundred of them and more', () => {
  expect(sets.map(({ edits }) => edits.length)).toEqual([100, 100, 55]);
});

test('who tells of everything, of nothing, or of every other word is wrong far more often', () => {
  const words = ({ before, after }: Edit) => JSON.stringify(before) !== JSON.stringify(after);
  for (const { edits } of sets)
    for (const lazy of [() => 'tell', () => 'pass', (edit: Edit) => (words(edit) ? 'tell' : 'pass')] as Judge[])
      expect(wrongBy(lazy, edits).length / edits.length).toBeGreaterThan(6 * mostWrong);
});
