/** Finds the line and column of Problems that were seen in the catalog, by reading their files again. */
import { plainText, splitFrontMatter } from '../content/front-matter.ts';
import { type Field, placeInYaml } from '../content/yaml.ts';
import type { Position, Problem } from '../problem.ts';
import type { UnplacedProblem } from './cross-check.ts';
import type { Source } from './source.ts';

export function placeProblems(source: Source, problems: readonly UnplacedProblem[]): Problem[] {
  const bytes = source.read(problems.map(({ file }) => file));
  return problems.map(({ file, code, what, fix, field, search }) => {
    const text = plainText(bytes.get(file.path) ?? new Uint8Array());
    const position = search === undefined ? placeOfField(text, file.path, field ?? []) : placeOfText(text, search);
    return { code, file: file.path, ...position, what, fix };
  });
}

function placeOfField(text: string, path: string, field: Field): Position | undefined {
  if (path.endsWith('.yaml')) return placeInYaml(text, field, 1);
  const split = splitFrontMatter(text, path);
  return 'code' in split ? undefined : placeInYaml(split.yaml, field, split.yamlLine);
}

function placeOfText(text: string, search: string): Position | undefined {
  const offset = text.indexOf(search);
  if (offset === -1) return undefined;
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
