/** Content as an author writes it, for the tests beside this file; `‸` stands where a Problem is expected. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Article, parseArticle } from '../../src/content/article.ts';
import type { Known } from '../../src/content/known.ts';
import { outlineBody } from '../../src/content/markdown/outline.ts';
import type { ParsedFile } from '../../src/content/parsed-file.ts';
import { parseSite, type Site } from '../../src/content/site.ts';
import { siteYaml, story, storyPath } from '../../src/desk/mistakes/room.ts';
import { type Problem, placeOf } from '../../src/problem.ts';

export { applied, unmark } from '../../src/desk/mistakes/follow.ts';
export { story, storyPath };

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

/** What people are told is in whole sentences, and in their words; one may begin with an address. */
export function expectSentences({ what, fix }: Pick<Problem, 'what' | 'fix'>): void {
  for (const text of [what, fix]) {
    expect(text).toMatch(/^[\p{Lu}“"/].*[.?]$/su);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  }
}
