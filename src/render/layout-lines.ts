/** Which files `layouts/layouts` imports for which kinds of route, by its lines: `article: pageOf('article', ArticlePage),`. */

export type LayoutLines = {
  /** Paths below the engine's folder, by the kinds whose lines name what they export. */
  claimed: ReadonlyMap<string, readonly string[]>;
  /** What no line names, and so is for all kinds. */
  unclaimed: readonly string[];
};

const imports = /^import (?!type\b)(?:\{([^}]*)\} from )?['"](\.\/[^'"]+)['"]/gm;
const listOfKinds = /\blayouts(?:: \w+)? = \{\n([\s\S]*?)\n\};?$/m;

/** Of the text of the file, as it is written or compiled. Whatever is not in this form counts for every kind. */
export function kindsOfLayouts(text: string): LayoutLines {
  const files = [...text.matchAll(imports)].map(([, names = '', path = '']) => ({
    path: `layouts/${path.slice(2)}`,
    names: names.match(/[\w$]+/g) ?? [],
  }));
  const lines = linesOf(listOfKinds.exec(text)?.[1] ?? '');
  const claims = [...(lines ?? [])].map(([kind, line]): [string, string[]] => {
    const words = new Set(line.match(/[\w$]+/g));
    return [kind, files.filter(({ names }) => names.some((name) => words.has(name))).map(({ path }) => path)];
  });
  const taken = new Set(claims.flatMap(([, paths]) => paths));
  return {
    claimed: new Map(claims),
    unclaimed: files.map(({ path }) => path).filter((path) => !taken.has(path)),
  };
}

/** What stands after each kind's name; a line further in belongs to the one before. Undefined if any line is of another form. */
function linesOf(list: string): Map<string, string> | undefined {
  const [, indent = ''] = /^(\s+)/.exec(list) ?? [];
  const lines = new Map<string, string>();
  let kind = '';
  for (const line of list.split('\n')) {
    const [, name] = /^\s+["']?([a-z][\w-]*)["']?: /.exec(line) ?? [];
    const isFirst = line.startsWith(indent) && !/^\s/.test(line.slice(indent.length));
    if (isFirst && name === undefined && !/^\s*[)}\]]/.test(line)) return undefined;
    if (isFirst && name !== undefined) kind = name;
    lines.set(kind, `${lines.get(kind) ?? ''}\n${line}`);
  }
  return lines;
}
