/** Texts of MDX that others import and show as an element: they stand in its place, as readers saw them. */
import { codeRanges, isWithin } from '../text/code-ranges.ts';
import { folderOf, normal } from './addresses.ts';
import { readFrontFile } from './front-matter.ts';

/** `folder`: that of the site, which `@site` stands for. */
type Site = { folder: string; read(file: string): Promise<string | undefined> };

const imported = /(?:^|(?<=["'];[ \t]{0,4}))import\s+([A-Z][\w$]*)\s+from\s*["']([^"'\n]+\.mdx?)["'];?[ \t]*\n?/gm;
/** A text may show one that shows another, and so on; and nobody’s shows itself. */
const mostDepth = 6;

export async function withPartials(text: string, file: string, site: Site, depth = 0): Promise<string> {
  if (depth === mostDepth || !/^import\s/m.test(text)) return text;
  const ranges = codeRanges(text);
  const parts = new Map<string, string>();
  const own = [...text.matchAll(imported)].filter(({ index }) => !isWithin(ranges, index));
  const known = new Set<string>();
  for (const { 0: statement, 1: name = '', 2: written = '' } of own) {
    const path = partPath(written.replaceAll('\\', ''), file, site);
    const found = path === undefined ? undefined : await site.read(path);
    if (found === undefined || path === undefined) continue;
    const whole = await withPartials(readFrontFile(found).body, path, site, depth + 1);
    parts.set(name, asWrittenIn(whole, folderOf(path), folderOf(file)));
    known.add(statement);
  }
  if (parts.size === 0) return text;
  const rest = text.replace(imported, (statement, ...groups) =>
    known.has(statement) && !isWithin(ranges, groups.at(-2) as number) ? '' : statement,
  );
  return shown(rest, parts);
}

function partPath(written: string, file: string, { folder }: Site): string | undefined {
  if (written.startsWith('@site/')) return normal(`${folder}/${written.slice('@site/'.length)}`);
  return written.startsWith('.') ? normal(`${folderOf(file)}/${written}`) : undefined;
}

function shown(text: string, parts: ReadonlyMap<string, string>): string {
  const ranges = codeRanges(text);
  const tag = /(?:^[ \t]*)?<([A-Z][\w$]*)((?:\s[^<>]*)?)(?:\/>|>\s*<\/\1>)/gm;
  return text.replace(tag, (found: string, name: string, said: string, offset: number) => {
    const part = parts.get(name);
    const indent = /^[ \t]*/.exec(found)?.[0] ?? '';
    if (part === undefined || isWithin(ranges, offset + indent.length)) return found;
    const filled = part.replace(/\{\s*props\.(\w+)\s*\}/g, (whole, key: string) => saidIn(said, key) ?? whole).trim();
    const isAlone =
      (offset === 0 || text[offset - 1] === '\n') && /^[ \t]*(?:\n|$)/.test(text.slice(offset + found.length));
    return isAlone ? `\n${filled.replace(/^(?=.)/gm, indent)}\n` : `${indent}${filled}`;
  });
}

function saidIn(said: string, key: string): string | undefined {
  return new RegExp(`\\s${key}=\\{?(["'\`])([^"'\`]*)\\1`).exec(said)?.[2];
}

/** With its addresses as they lead from the folder of the text that it stands in. */
function asWrittenIn(text: string, from: string, to: string): string {
  if (from === to) return text;
  const up = to === '' ? '' : '../'.repeat(to.split('/').length);
  const ranges = codeRanges(text);
  return text.replace(
    /(\]\(\s*<?|\b(?:src|href)=["']|\bfrom\s*["'])(\.{0,2}\/?[\w-][^\s)"'>:]*)(?=[\s)"'>])/g,
    (found, before: string, path: string, offset: number) =>
      isWithin(ranges, offset) ||
      path.startsWith('/') ||
      path.startsWith('@') ||
      (/from/.test(before) && !path.startsWith('.'))
        ? found
        : `${before}${up}${from}/${path}`,
  );
}
