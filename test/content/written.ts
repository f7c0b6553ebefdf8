/** Content as an author writes it, for the tests beside this file; `‸` stands where a Problem is expected. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Article, parseArticle } from '../../src/content/article.ts';
import type { Known } from '../../src/content/known.ts';
import { outlineBody } from '../../src/content/markdown/outline.ts';
import type { ParsedFile } from '../../src/content/parsed-file.ts';
import { parseSite, type Site } from '../../src/content/site.ts';
import { type Position, type Problem, placeOf } from '../../src/problem.ts';
import { siteYaml } from '../support/newsroom.ts';

export const storyPath = 'articles/2015/11/26/storm.md';

const needed = {
  title: 'A storm',
  summary: 'What it did.',
  date: '2015-11-26 09:30',
  authors: '[desk]',
  section: 'world',
};

/** An article whose front matter is given as raw YAML; a field that is undefined is left out. */
export function story(fields: Record<string, string | undefined> = {}, body = 'A paragraph of text.'): string {
  const lines = Object.entries({ ...needed, ...fields }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** A notice in the same way. */
export function notice(fields: Record<string, string | undefined> = {}, body = 'Give what you can.'): string {
  const matter = { slot: 'footer', from: '2015-11-26 09:00', until: '2015-12-20 09:00', ...fields };
  const lines = Object.entries(matter).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** The text without its mark, and the line and column where that stood. */
export function unmark(text: string): { text: string; place: string | undefined } {
  const offset = text.indexOf('‸');
  if (offset === -1) return { text, place: undefined };
  const before = text.slice(0, offset).split('\n');
  return { text: text.replace('‸', ''), place: `${before.length}:${(before.at(-1)?.length ?? 0) + 1}` };
}

/** A text with the edits that its Problems have, from its end to its beginning; of two on one place, the first. */
export function applied(text: string, problems: readonly Problem[]): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: Position) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const edits = problems.flatMap(({ replacement }) =>
    replacement ? [{ from: offset(replacement.from), to: offset(replacement.to), text: replacement.text }] : [],
  );
  let [mended, end] = [text, Number.POSITIVE_INFINITY];
  for (const edit of edits.sort((one, other) => other.from - one.from || other.to - one.to)) {
    if (edit.to > end) continue;
    mended = mended.slice(0, edit.from) + edit.text + mended.slice(edit.to);
    end = edit.from;
  }
  return mended;
}

function siteOf(yaml = siteYaml): Site {
  const { site, problems } = parseSite(yaml, 'site.yaml', ['en', 'ru']);
  if (!site) throw new Error(JSON.stringify(problems));
  return site;
}

export const site = siteOf();

export function parseStory(text: string | Uint8Array, of: Site = site, known?: Known): ParsedFile<Article> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const path = { kind: 'article', path: storyPath, story: '2015/11/26/storm', language: undefined } as const;
  return parseArticle(bytes, path, of, known);
}

/** `code line:column` of each Problem. */
export function briefly(problems: readonly Problem[]): string[] {
  return problems.map((problem) => `${problem.code} ${placeOf({ ...problem, file: '' })}`);
}

/** The Problems of a body that begins on line 1, each with the place that the mark in it says. */
export function bodyProblems(body: string): string[] {
  return briefly(outlineBody(body, 'x.md', 1, site).problems);
}

export function sourceText(path: string): string {
  return readFileSync(path, 'utf8');
}

/** What people are told is in whole sentences, and in their words. */
export function expectSentences({ what, fix }: Pick<Problem, 'what' | 'fix'>): void {
  for (const text of [what, fix]) {
    expect(text).toMatch(/^[\p{Lu}“"].*[.?]$/su);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  }
}
