/** Addresses of Eleventy: of a path, or of a `permalink` with what it puts in of a text. */
import { datedName, dayParts, folderOf, nameOf, pathOf, slugName } from './addresses.ts';

/** `stem`: the path of a text below the folder of all, without its ending. */
export function addressOfPath(stem: string): string {
  const [folder, name] = [folderOf(stem), nameOf(stem)];
  const isOfFolder = name === 'index' || nameOf(folder) === name;
  return pathOf(folder, isOfFolder ? '' : name, '/');
}

/** What Eleventy calls `page.fileSlug`. */
export function fileSlug(stem: string): string {
  const { slug } = datedName(nameOf(stem));
  return slug === 'index' ? datedName(nameOf(folderOf(stem))).slug : slug;
}

/** What Eleventy calls `page.filePathStem`. */
export function filePathStem(stem: string): string {
  return pathOf(folderOf(stem), datedName(nameOf(stem)).slug);
}

type Values = { values: Readonly<Record<string, unknown>>; date: string | undefined };

/** The pattern with its `{{ }}` filled in; undefined where it asks for what is not known here. */
export function fillPermalink(pattern: string, { values, date }: Values): string | undefined {
  if (/\{%/.test(pattern)) return undefined;
  let isKnown = true;
  const filled = pattern.replace(/\{\{-?([\s\S]*?)-?\}\}/g, (_, expression: string) => {
    const value = evaluate(expression, { values, date });
    isKnown &&= value !== undefined;
    return value ?? '';
  });
  return isKnown ? pathOf(filled) : undefined;
}

function evaluate(expression: string, { values, date }: Values): string | undefined {
  const [name = '', ...filters] = expression.split('|').map((part) => part.trim());
  const literal = /^(["'])(.*)\1$/.exec(name)?.[2];
  const value = literal ?? (name === 'page.date' || name === 'date' ? date : values[name]);
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  return filters.reduce<string | undefined>((text, filter) => filtered(text, filter), String(value));
}

function filtered(text: string | undefined, filter: string): string | undefined {
  const [, name = '', argument = ''] = /^([\w.]+)\s*(?:[:(]\s*["']([^"']*)["']\s*\)?)?/.exec(filter) ?? [];
  if (text === undefined) return undefined;
  if (/^(?:slug|slugify|slugifyString)$/.test(name)) return slugName(text.normalize('NFKD').replace(/\p{M}/gu, ''));
  if (/^(?:lower|downcase)$/.test(name)) return text.toLowerCase();
  if (/^(?:url|safe|trim|strip)$/.test(name)) return text.trim();
  if (/date/i.test(name)) return dated(text, argument || (/path|url/i.test(name) ? 'yyyy/MM/dd' : 'yyyy-MM-dd'));
  return undefined;
}

/** `%Y/%m/%d`, as Liquid has it, and `yyyy/MM/dd`. Filters of a site’s own, which are not run, have it in their names. */
function dated(text: string, format: string): string | undefined {
  const parts = dayParts(text);
  if (!parts) return undefined;
  const { year, month, day } = parts;
  const filled = format
    .replace(/%Y|yyyy|YYYY/g, year)
    .replace(/%m|MM/g, month)
    .replace(/%d|dd|DD/g, day)
    .replace(/%y/g, year.slice(2));
  return /[A-Za-z%]/.test(filled) ? undefined : filled;
}
