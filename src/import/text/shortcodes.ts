/**
 * Shortcodes and template tags of a text, whatever their signs: they are found, paired, and put into HTML by a table
 * (`shipped-codes.ts`, and that of `import.yaml`) before the text is read, so that nobody's parser meets them.
 */
import { codeRanges, isWithin } from './code-ranges.ts';

/** One as it is written; `inner` is what stands up to its end, if it has one. */
export type Code = {
  name: string;
  positional: readonly string[];
  named: Readonly<Record<string, string>>;
  inner?: string;
  written: string;
  /** An empty line would end the HTML that it stands in. */
  isAmongHtml?: boolean;
};

/** What stands in its place: HTML, around the text inside it if there is an `after`; or a `title` above that text. */
export type Expanded = { html: string; after?: string } | { title: string };

/** How the codes of a program are written. */
export type CodeSigns = {
  /** `name`, `rest`, and `close` or `alone` for what ends one and what has no end. */
  tag: RegExp;
  /** The name that the end of a code has. */
  endOf(name: string): readonly string[];
  /** What is inside of these is text, whatever signs it has. */
  literal: ReadonlySet<string>;
  /** Names of what is run inside of code too. */
  inCode?: ReadonlySet<string>;
  /** What has no end, as it says itself. */
  alone?: RegExp;
};

export const hugoSigns: CodeSigns = {
  tag: /\{\{(?<sign>[<%])\s*(?<close>\/)?\s*(?<name>[\w./-]*\w)(?<rest>\s(?:"(?:[^"\\]|\\.)*"|`[^`]*`|(?!\{\{[<%])[^"`])*?)??\s*(?<alone>\/)?\s*[%>]\}\}/g,
  endOf: (name) => [name],
  literal: new Set(['highlight']),
};

/** Zola: `{{ name(…) }}` and `{% name(…) %}…{% end %}`; nothing else in braces is a code. */
export const zolaSigns: CodeSigns = {
  tag: /\{%-?\s*(?<name>end)\s*-?%\}|\{%-?\s*(?<name>[a-zA-Z_][\w.:]*)\((?<rest>(?:"[^"]*"|'[^']*'|`[^`]*`|[^"'`)])*)\)\s*-?%\}|\{\{-?\s*(?<call>[a-zA-Z_][\w.:]*)\((?<args>(?:"[^"]*"|'[^']*'|`[^`]*`|[^"'`)])*)\)\s*-?\}\}/g,
  endOf: () => ['end'],
  literal: new Set(),
};

/** Liquid and Nunjucks. */
export const liquidSigns: CodeSigns = {
  tag: /\{%[-+]?\s*(?<name>include_relative\s+\S+|include(?:_cached)?\s+\S+|[a-zA-Z_]\w*)(?<rest>(?:"[^"]*"|'[^']*'|(?!%\})[^"'])*?)[-+]?%\}|\{\{[-+]?(?:\s*(?<call>[a-z_]\w*)\((?<args>[^{}]*)\)\s*|(?<output>(?:"[^"]*"|'[^']*'|(?!\}\})[^"'])*?))[-+]?\}\}|\{#[\s\S]*?#\}/g,
  endOf: (name) => [`end${name}`, 'end'],
  literal: new Set(['raw', 'verbatim', 'comment', 'highlight']),
  inCode: new Set(['raw', 'endraw', 'verbatim', 'endverbatim', 'endset', 'endcapture']),
  alone: /^set\s[^=]*=/,
};

type Tag = {
  name: string;
  rest: string;
  from: number;
  to: number;
  isEnd: boolean;
  isAlone: boolean;
  isOutput: boolean;
};
type Found = Tag & { end?: Tag };

/** `expand` gives undefined for what is not known: it goes, and what is inside stays. */
export function expandCodes(text: string, signs: CodeSigns, expand: (code: Code) => Expanded | undefined): string {
  if (!/\{[{%#]/.test(text)) return text;
  const found = pair(tagsIn(text, signs), signs);
  const write = (from: number, to: number, codes: readonly Found[]): string => {
    let written = '';
    let at = from;
    for (const code of codes) {
      if (code.from < at || code.from >= to) continue;
      written += text.slice(at, code.from);
      const end = code.end?.to ?? code.to;
      const isAmong = isAmongHtml(text, code.from);
      const isBlock = standsAlone(text, code.from, end);
      const raw = code.end && text.slice(code.to, code.end.from);
      const expanded = expand({
        name: code.name,
        ...parameters(code.rest),
        ...(raw === undefined ? {} : { inner: raw }),
        written: text.slice(code.from, code.to),
        isAmongHtml: isAmong,
      });
      const inner = () => {
        if (!code.end) return '';
        if (signs.literal.has(code.name)) return raw ?? '';
        return write(
          code.to,
          code.end.from,
          found.filter((each) => each.from > code.from && each.from < (code.end?.from ?? 0)),
        );
      };
      const isLeftOut = expanded === undefined && isBlock && isAmong;
      const rest = isLeftOut ? inner().trim() : '';
      if (isLeftOut) written += rest;
      else if (expanded && 'title' in expanded)
        written += isBlock
          ? `\n\n${indentAt(text, code.from)}${expanded.title}\n\n${inner()}\n\n`
          : `${expanded.title} ${inner()}`;
      else if (expanded === undefined) written += isBlock ? `\n\n${inner()}\n\n` : inner();
      else if (expanded.after === undefined)
        written += isBlock && !isAmong && expanded.html.startsWith('<') ? `\n\n${expanded.html}\n\n` : expanded.html;
      else
        written += isBlock
          ? `\n\n${expanded.html}\n\n${inner().trim()}\n\n${expanded.after}\n\n`
          : `${expanded.html}${inner()}${expanded.after}`;
      // A line with nothing left on it would end the HTML too.
      at = isLeftOut && rest === '' ? Math.min(to, text.indexOf('\n', end) + 1 || text.length) : end;
    }
    return written + text.slice(at, to);
  };
  return write(0, text.length, found);
}

function tagsIn(text: string, { tag, inCode, alone }: CodeSigns): Tag[] {
  const ranges = codeRanges(text);
  const tags: Tag[] = [];
  for (const match of text.matchAll(tag)) {
    const groups = match.groups ?? {};
    const name = groups.name ?? groups.call ?? '';
    if (isWithin(ranges, match.index) && !inCode?.has(name)) continue;
    tags.push({
      name: name.replace(/\s+/g, ' '),
      rest: groups.rest ?? groups.args ?? groups.output ?? '',
      from: match.index,
      to: match.index + match[0].length,
      isEnd: groups.close !== undefined || /^end/.test(name),
      isAlone:
        groups.alone !== undefined || groups.call !== undefined || alone?.test(`${name} ${groups.rest}`) === true,
      isOutput: groups.output !== undefined || name === '',
    });
  }
  return tags;
}

/** Each beginning with its end, in the order of the text; an end without a beginning is a code of its own. */
function pair(tags: readonly Tag[], { endOf, literal }: CodeSigns): Found[] {
  const found: Found[] = [];
  const open: Found[] = [];
  let literalEnd: readonly string[] | undefined;
  for (const tag of tags) {
    if (literalEnd && !(tag.isEnd && literalEnd.includes(tag.name))) continue;
    if (!tag.isEnd) {
      const code = { ...tag };
      found.push(code);
      if (!tag.isAlone && !tag.isOutput) {
        open.push(code);
        if (literal.has(tag.name)) literalEnd = endOf(tag.name);
      }
      continue;
    }
    literalEnd = undefined;
    const at = open.findLastIndex((each) => endOf(each.name).includes(tag.name));
    const opening = open[at];
    if (opening) {
      opening.end = tag;
      open.length = at;
    } else found.push({ ...tag });
  }
  return found.sort((a, b) => a.from - b.from);
}

function standsAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const lineEnd = text.indexOf('\n', to);
  return before.trim() === '' && text.slice(to, lineEnd === -1 ? text.length : lineEnd).trim() === '';
}

/** The spaces before it, which put it into a list. */
function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? '';
}

/** The line before it, but for other codes, is one of HTML. */
function isAmongHtml(text: string, from: number): boolean {
  let end = text.lastIndexOf('\n', from - 1);
  for (let seen = 0; end > 0 && seen < mostLines; seen++) {
    const start = text.lastIndexOf('\n', end - 1);
    const line = text.slice(start + 1, end).trim();
    if (!/^\{[{%#].*[}%#]\}$/.test(line)) return /^<[/a-zA-Z!]|>$/.test(line) && !/^>/.test(line);
    end = start;
  }
  return false;
}

const mostLines = 10;

const parameter =
  /([\w-]+)\s*[=:]\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[^\s,]+)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|([^\s,]+)/g;

export function parameters(written: string): Pick<Code, 'positional' | 'named'> {
  const positional: string[] = [];
  const named: Record<string, string> = {};
  for (const [, key, value, quoted, bare] of written.matchAll(parameter)) {
    if (key !== undefined) named[key] = unquoted(value ?? '');
    else positional.push(unquoted(quoted ?? bare ?? ''));
  }
  return { positional, named };
}

function unquoted(text: string): string {
  const quote = text.charAt(0);
  if (!`"'\``.includes(quote) || quote === '') return text;
  const inside = text.slice(1, -1);
  return quote === '`' ? inside : inside.replace(/\\(["'\\])/g, '$1');
}
