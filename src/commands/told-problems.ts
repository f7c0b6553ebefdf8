/** Problems as the windows of a preview tell them. A build leaves them in its cache, for the server to read. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultLanguage } from '../content/names.ts';
import { contentPath } from '../content/paths.ts';
import type { Site } from '../content/site.ts';
import { articleUrl, authorUrl, frontUrl, pageUrl, topicUrl } from '../content/urls.ts';
import { isFault, type Problem, sortProblems } from '../problem.ts';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFile } from '../source/replace-file.ts';
import { modes } from '../source/source.ts';
import type { TextsOf } from '../sync/problem-texts.ts';
import { namesIn } from './file-names.ts';
import { excerptText, linesIn } from './problem-text.ts';

export type ToldProblem = {
  code: string;
  /** Its path below the content folder. */
  of: string;
  isFault: boolean;
  /** As people call it, and its whole path: empty where the file is on no disk. */
  file: string;
  path: string;
  line?: number | undefined;
  column?: number | undefined;
  what: string;
  fix: string;
  /** The lines around, with a caret. */
  excerpt: string;
  /** Of the page that shows the file, if it has one. */
  url?: string | undefined;
};

export type Told = {
  problems: ToldProblem[];
  /** How much of the site is as the content says; of the rest windows show what was there before. */
  built: 'all' | 'in part' | 'nothing';
  /** Why the build ended, if it was no Problem: some pages may have been built. */
  failure?: string | undefined;
  /** Where this is not the site of the working tree: what it is, where its text is edited, and below which address it is shown. */
  of?: { note: string; editor: string; below: string };
};

const nothing: Told = { problems: [], built: 'all' };
const fileIn = (cache: string) => join(cache, 'problems.json');

type Found = { problems: readonly Problem[]; textsOf: TextsOf; site: Site | undefined };

/** `content` and `newsroom` are folders. */
export function toldProblems({ problems, textsOf, site }: Found, content: string, newsroom: string): ToldProblem[] {
  const name = namesIn(content, newsroom);
  const sorted = sortProblems([...problems]);
  const texts = textsOf([...new Set(sorted.flatMap(({ file, line }) => (line === undefined ? [] : file)))]);
  return sorted.map((problem) => {
    const { code, file, line, column, what, fix } = problem;
    const text = texts.get(file);
    return {
      ...{
        code,
        of: file,
        isFault: isFault(problem),
        file: name(file),
        path: resolve(content, file),
        line,
        column,
        what,
        fix,
      },
      excerpt: text === undefined ? '' : excerptText(problem, linesIn(text)),
      url: site && urlOfFile(file, site),
    };
  });
}

/** With the advice of the builds before, which is told once, as far as nothing shows that it was taken. */
export function withStanding(
  problems: readonly ToldProblem[],
  cache: string,
  stands: (advice: { code: string; file: string }) => boolean = () => true,
): ToldProblem[] {
  const keyOf = ({ code, of, line, what }: ToldProblem) => JSON.stringify([code, of, line, what]);
  const told = new Set(problems.map(keyOf));
  const isStanding = (each: ToldProblem) =>
    !each.isFault && !told.has(keyOf(each)) && stands({ code: each.code, file: each.of });
  return [...problems, ...readTold(cache).problems.filter(isStanding)];
}

/** The page of a story for what lies beside it, too. */
export function urlOfFile(file: string, site: Site): string | undefined {
  const content = contentPath(file, modes.file);
  if (!content || 'code' in content) return undefined;
  const language = ('language' in content ? content.language : undefined) ?? defaultLanguage(site);
  if ('story' in content) return articleUrl(content.story, language, site);
  if (content.kind === 'front') return frontUrl(language, site);
  if (content.kind === 'page') return pageUrl(content.id, language, site);
  if (content.kind === 'topic') return topicUrl(content.id, language, site);
  return content.kind === 'author' ? authorUrl(content.id, language, site) : undefined;
}

export function keepTold(cache: string, told: Told): void {
  makeFolder(cache);
  replaceFile(fileIn(cache), JSON.stringify(told));
}

export function readTold(cache: string): Told {
  try {
    return JSON.parse(readFileSync(fileIn(cache), 'utf8'));
  } catch {
    return nothing; // no build has left anything yet, or somebody took it away
  }
}
