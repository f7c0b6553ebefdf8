/** Finds the line and column of Problems that were seen in the catalog, by reading their files again. */
import { parseArticle } from '../content/article.ts';
import { parseFront } from '../content/front.ts';
import { plainText } from '../content/front-matter.ts';
import { contentPath } from '../content/paths.ts';
import type { Site } from '../content/site.ts';
import type { Position, Problem } from '../problem.ts';
import type { UnplacedProblem } from './cross-check.ts';
import type { Source } from './source.ts';

export function placeProblems(source: Source, site: Site, problems: readonly UnplacedProblem[]): Problem[] {
  const bytes = source.read(problems.map(({ file }) => file));
  return problems.map(({ file, code, what, fix, field, search }) => {
    const position = find(bytes.get(file.path) ?? new Uint8Array(), file.path, file.mode, site, field, search);
    return { code, file: file.path, ...position, what, fix };
  });
}

function find(bytes: Uint8Array, path: string, mode: number, site: Site, field?: readonly (string | number)[], search?: string): Position | undefined {
  if (search !== undefined) return findText(plainText(bytes), search);
  const content = contentPath(path, mode);
  if (field === undefined || content === undefined || 'code' in content) return undefined;
  const parsed = content.kind === 'article' ? parseArticle(bytes, content, site) : content.kind === 'front' ? parseFront(bytes, path) : undefined;
  return parsed?.at?.(field);
}

function findText(text: string, search: string): Position | undefined {
  const offset = text.indexOf(search);
  if (offset === -1) return undefined;
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
