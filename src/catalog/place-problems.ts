/** Finds the line and column of Problems that were seen in the catalog, by reading their files again. */
import { plainText, splitFrontMatter } from '../content/front-matter.ts';
import { positionFinder } from '../content/position-finder.ts';
import { decodedPath, spellings } from '../content/spelling.ts';
import type { YamlPlaces } from '../content/yaml/places.ts';
import { type Field, placesInYaml } from '../content/yaml.ts';
import type { Position, Problem } from '../problem.ts';
import type { Source } from '../source/source.ts';
import type { CatalogFile } from './tables/files.ts';

/** A Problem whose place is still to be found in the file: at a field, or where a text stands in the body; or the whole file. */
export type UnplacedProblem = {
  file: CatalogFile;
  code: string;
  weight?: 'advice';
  what: string;
  fix: string;
  /** The file that is not there. */
  missing?: string;
  field?: Field;
  search?: string;
  /** What the field should be, as `fix` says. */
  right?: unknown;
  /** Whether the field is to be taken away. */
  isToGo?: boolean;
};

const filesPerRead = 500;

export function placeProblems(source: Source, problems: readonly UnplacedProblem[]): Problem[] {
  const byFile = [...Map.groupBy(problems, ({ file }) => file.path)];
  const placed: Problem[] = [];
  for (let start = 0; start < byFile.length; start += filesPerRead) {
    const some = byFile.slice(start, start + filesPerRead);
    const bytes = source.read(some.flatMap(([, [first]]) => first?.file ?? []));
    for (const [path, ofFile] of some)
      for (const problem of placeInFile(path, plainText(bytes.get(path) ?? new Uint8Array()), ofFile))
        placed.push(problem);
  }
  return placed;
}

function placeInFile(path: string, text: string, problems: readonly UnplacedProblem[]): Problem[] {
  let fields: ReturnType<typeof placesOfFields> | undefined;
  let addresses: ReturnType<typeof placesOfAddresses> | undefined;
  return problems.flatMap(({ file: _file, field, search, right, isToGo, ...said }) => {
    if (search === undefined) fields ??= placesOfFields(text, path);
    else addresses ??= placesOfAddresses(text);
    const positions = search === undefined ? [field && fields?.at(field)] : (addresses?.(search) ?? []);
    const edit = field && right !== undefined ? fields?.line(field, right).replacement : undefined;
    const replacement = field && isToGo ? fields?.removal(field) : edit;
    return positions.map((position) => ({ ...said, file: path, ...position, ...(replacement && { replacement }) }));
  });
}

function placesOfFields(text: string, path: string): YamlPlaces | undefined {
  if (path.endsWith('.yaml')) return placesInYaml(text, 1);
  const { split } = splitFrontMatter(text, path);
  return split && placesInYaml(split.yaml, split.yamlLine);
}

const address = /(?:\]\(<?|^ {0,3}\[[^\]\n]+\]: *<?|<)(?<address>[^\s<>)]*)/dgm;

/**
 * Everywhere that an address stands as one and not as code, inline or in a reference; else where it stands first, in the
 * body if it does. It is found by itself, without its query or fragment, and by the name of its file, in the parser's
 * spelling or another; one whose host is in another script at least by what follows that.
 */
function placesOfAddresses(text: string): (search: string) => (Position | undefined)[] {
  const offsets = new Map<string, number[]>();
  for (const { groups, indices } of withoutCode(text).matchAll(address)) {
    const whole = groups?.address ?? '';
    const start = indices?.groups?.address?.[0] ?? 0;
    for (const written of new Set([whole, whole.replace(/[?#].*$/s, '')])) {
      const name = written.lastIndexOf('/') + 1;
      for (const from of new Set([0, name])) {
        const key = spelledOut(written.slice(from));
        const known = offsets.get(key);
        if (known) known.push(start + from);
        else offsets.set(key, [start + from]);
      }
    }
  }
  const position = positionFinder(text);
  const body = Math.max(0, text.indexOf('\n---', 1));
  return (search) => {
    const wanted = [search, search.replace(host, '')].filter(({ length }) => length > 1).flatMap(spellings);
    const anywhere = [body, 0].flatMap((from) => wanted.map((each) => text.indexOf(each, from)));
    const found = offsets.get(spelledOut(search)) ?? [anywhere.find((offset) => offset !== -1) ?? -1];
    return found.map((offset) => (offset === -1 ? undefined : position(offset)));
  };
}

const host = /^(?:https?:)?\/\/[^/?#]*/i;

/** One spelling for all that mean the same address; a host is as the parser has it. */
function spelledOut(address: string): string {
  const decoded = decodedPath(address) ?? address;
  return decoded.replace(host, (written) => URL.parse(written, 'https://x.example')?.origin ?? written);
}

/** The text with spaces for what stands between backticks on one line. */
function withoutCode(text: string): string {
  const runs = [...text.matchAll(/`+|\n/g)];
  const next = new Map<number, number>();
  const ends = runs.map(() => -1);
  for (const [back, [run]] of runs.toReversed().entries()) {
    const index = runs.length - 1 - back;
    if (run === '\n') next.clear();
    else {
      ends[index] = next.get(run.length) ?? -1;
      next.set(run.length, index);
    }
  }
  let plain = '';
  let from = 0;
  for (let index = 0; index < runs.length; index++) {
    const closing = runs[ends[index] ?? -1];
    if (!closing) continue;
    const start = runs[index]?.index ?? 0;
    const end = closing.index + closing[0].length;
    plain += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
    index = ends[index] ?? index;
  }
  return plain + text.slice(from);
}
