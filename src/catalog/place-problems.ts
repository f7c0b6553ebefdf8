/** Finds the line and column of Problems that were seen in the catalog, by reading their files again. */
import { plainText, splitFrontMatter } from '../content/front-matter.ts';
import { spellings } from '../content/spelling.ts';
import { type Field, placeInYaml } from '../content/yaml.ts';
import type { Position, Problem } from '../problem.ts';
import type { Source } from '../source/source.ts';
import type { UnplacedProblem } from './cross-check.ts';

export function placeProblems(source: Source, problems: readonly UnplacedProblem[]): Problem[] {
  const bytes = source.read(problems.map(({ file }) => file));
  return problems.flatMap(({ file, code, what, fix, field, search }) => {
    const text = plainText(bytes.get(file.path) ?? new Uint8Array());
    const positions =
      search === undefined ? [field && placeOfField(text, file.path, field)] : placesOfAddress(text, search);
    return positions.map((position) => ({ code, file: file.path, ...position, what, fix }));
  });
}

function placeOfField(text: string, path: string, field: Field): Position | undefined {
  if (path.endsWith('.yaml')) return placeInYaml(text, field, 1);
  const split = splitFrontMatter(text, path);
  return 'code' in split ? undefined : placeInYaml(split.yaml, field, split.yamlLine);
}

/**
 * Everywhere that an address stands as one and not as code, inline or in a reference, as the parser has it or as its
 * author wrote it; else where it stands at all.
 */
function placesOfAddress(text: string, search: string): (Position | undefined)[] {
  const written = spellings(search);
  const asAddress = new RegExp(
    `(?:\\]\\(<?|^ {0,3}\\[[^\\]\\n]+\\]: *<?|<)(?:[^\\s()]*/)?(?<address>${written.map(RegExp.escape).join('|')})(?=[\\s)>#?])`,
    'dgm',
  );
  const withoutCode = text.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, (code) => ' '.repeat(code.length));
  const found = [...withoutCode.matchAll(asAddress)].map((match) => match.indices?.groups?.address?.[0] ?? match.index);
  const first = written.map((each) => text.indexOf(each)).find((offset) => offset !== -1);
  const offsets = found.length > 0 ? found : first === undefined ? [] : [first];
  return offsets.length === 0 ? [undefined] : offsets.map((offset) => positionAt(text, offset));
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
