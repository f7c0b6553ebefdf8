/** Parts of templates that texts of Eleventy include: they stand in their place, where all that they show is known here. */
import { folderOf, normal } from './addresses.ts';

/** `folders`: those that parts are looked for in. */
type Parts = { folders: readonly string[]; read(file: string): Promise<string | undefined> };

const literal = /\{%-?\s*(raw|verbatim|comment)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}|\{#[\s\S]*?#\}/g;
const include = /\{%-?\s*include\s+["']([^"'\n%]+)["']\s*-?%\}/g;
/** What goes through data, or asks for it. */
const ofData = /\{%-?\s*(?:for|else|elif|elsif|elseif|case|unless|macro|import|from|call|extends|block)\b/;
const asked = /\{%-?\s*if\s+([^%]*?)\s*-?%\}/g;
const shown = /\{\{-?\s*(\w+)/g;
const taken = /\{%-?\s*(?:set|capture|assign)\s+(\w+)/g;
const mostDepth = 6;

export function withIncludes(text: string, file: string, parts: Parts): Promise<string> {
  return expanded(text, [file], new Set(namesTaken(text)), parts);
}

/** `files`: that of the text, and those that it is shown in; `known`: names of texts that are kept there. */
async function expanded(
  text: string,
  files: readonly [string, ...string[]],
  known: ReadonlySet<string>,
  parts: Parts,
): Promise<string> {
  if (!/\{%-?\s*include/.test(text)) return text;
  const ranges = [...text.matchAll(literal)].map(({ 0: found, index }) => [index, index + found.length] as const);
  let written = '';
  let at = 0;
  for (const { 0: tag, 1: path = '', index } of text.matchAll(include)) {
    if (ranges.some(([from, to]) => index >= from && index < to)) continue;
    const part = await partAt(path, files[0], parts);
    if (part === undefined || files.includes(part.file) || files.length > mostDepth || asksForData(part.text, known))
      continue;
    const names = new Set([...known, ...namesTaken(part.text)]);
    written += text.slice(at, index) + (await expanded(part.text.trim(), [part.file, ...files], names, parts));
    at = index + tag.length;
  }
  return written + text.slice(at);
}

async function partAt(
  path: string,
  file: string,
  { folders, read }: Parts,
): Promise<{ file: string; text: string } | undefined> {
  const from = path.startsWith('.') ? [folderOf(file)] : folders;
  for (const found of from.map((folder) => normal(`${folder}/${path}`))) {
    const text = found === undefined ? undefined : await read(found);
    if (found !== undefined && text !== undefined) return { file: found, text };
  }
  return undefined;
}

/** What shows a text of the page has to be there in any case. */
function asksForData(text: string, known: ReadonlySet<string>): boolean {
  const plain = text.replace(literal, '');
  if ([...plain.matchAll(shown)].some(([, name = '']) => known.has(name))) return false;
  const own = new Set([...known, ...namesTaken(plain)]);
  return ofData.test(plain) || [...plain.matchAll(asked)].some(([, name = '']) => !own.has(name));
}

function namesTaken(text: string): string[] {
  return [...text.matchAll(taken)].map(([, name = '']) => name);
}
