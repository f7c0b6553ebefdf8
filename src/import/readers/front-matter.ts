/** Front matter of other programs, in YAML, TOML or JSON, and the text below it. */
import { parse as parseToml, TomlDate } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { plainValues } from './code-values.ts';

export type Front = Record<string, unknown>;

/** `bodyLine`: the line on which `body` begins, from 1. `fault`: why the front matter cannot be read, with its line. */
export type FrontFile = {
  front: Front;
  body: string;
  bodyLine: number;
  hasFront: boolean;
  fault?: { what: string; line: number };
};

const fences = [
  { opening: /^\uFEFF?---(?:ya?ml)?[ \t]*\n/, closing: /^(?:---|\.\.\.)[ \t]*$/m, read: readYaml },
  { opening: /^\uFEFF?\+\+\+[ \t]*\n/, closing: /^\+\+\+[ \t]*$/m, read: readToml },
  { opening: /^\uFEFF?---toml[ \t]*\n/, closing: /^---[ \t]*$/m, read: readToml },
  { opening: /^\uFEFF?---json[ \t]*\n/, closing: /^---[ \t]*$/m, read: JSON.parse },
  { opening: /^\uFEFF?---(?:js|javascript)[ \t]*\n/, closing: /^---[ \t]*$/m, read: plainValues },
] as const;

export function readFrontFile(written: string): FrontFile {
  const text = written.replace(/\r\n?/g, '\n');
  for (const { opening, closing, read } of fences) {
    const start = opening.exec(text)?.[0].length;
    if (start === undefined) continue;
    const end = closing.exec(text.slice(start));
    if (!end) break;
    const source = text.slice(start, start + end.index);
    const body = text.slice(start + end.index + end[0].length + 1);
    return { ...readWith(read, source), body, bodyLine: source.split('\n').length + 2, hasFront: true };
  }
  const json = /^\uFEFF?\{\n[\s\S]*?\n\}[ \t]*(?:\n|$)/.exec(text)?.[0];
  if (json !== undefined) {
    const found = readWith(JSON.parse, json);
    if (!found.fault)
      return { ...found, body: text.slice(json.length), bodyLine: json.split('\n').length, hasFront: true };
  }
  return { front: {}, body: text.replace(/^\uFEFF/, ''), bodyLine: 1, hasFront: false };
}

function readWith(read: (text: string) => unknown, source: string): Pick<FrontFile, 'front' | 'fault'> {
  try {
    const front = read(source);
    return { front: isRecord(front) ? front : {} };
  } catch (error) {
    const { message, line, linePos } = error as Error & { line?: number; linePos?: { line: number }[] };
    return { front: {}, fault: { what: message.split('\n')[0] ?? '', line: (linePos?.[0]?.line ?? line ?? 1) + 1 } };
  }
}

/** With its times as they stand there: those without an offset are in no zone yet. */
function readToml(source: string): unknown {
  return withTimesAsText(parseToml(source));
}

function withTimesAsText(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withTimesAsText);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withTimesAsText(each)]));
}

/** As the readers of other programs take it: a key that stands twice has its last value, tabs are spaces. */
function readYaml(source: string): unknown {
  const options = {
    uniqueKeys: false,
    strict: false,
    merge: true,
    logLevel: 'silent',
    version: '1.1',
    schema: 'core',
  } as const;
  try {
    return parseYaml(source, options);
  } catch (error) {
    // A text with a colon or a sign in it that should have stood between quotation marks.
    const mended = source
      .replace(/\t/g, '  ')
      .replace(
        /^([\w-]+):[ ]+(?!["'[{|>&*!])(.*(?:: |:$| #|^[@%`]).*)$/gm,
        (_, key, value) => `${key}: ${JSON.stringify(value.trim())}`,
      );
    if (mended === source) throw error;
    return parseYaml(mended, options);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A configuration in one of the three; undefined for what cannot be read. */
export function readSettings(name: string, text: string | undefined): Front | undefined {
  const read = readData(name, text);
  return read === undefined || isRecord(read) ? read : {};
}

/** The same of a file that may be a list. */
export function readData(name: string, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return (/\.toml$/.test(name) ? readToml : /\.json$/.test(name) ? JSON.parse : readYaml)(text);
  } catch {
    return undefined;
  }
}
