/** How programs make addresses of names and of patterns. */

/** `/a/b/` of `a//b/`; the file name of an index is left out. */
export function pathOf(...parts: readonly string[]): string {
  const path = `/${parts.join('/')}`.replace(/\/{2,}/g, '/');
  return path.replace(/\/index\.[sx]?html?$/, '/');
}

/** `2015-11-26-a-story` has a day in it. */
export function datedName(name: string): { day?: string; slug: string } {
  const [, year, month = '', dayOf = '', slug = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})[-_](.+)$/.exec(name) ?? [];
  if (year === undefined) return { slug: name };
  return { day: `${year}-${month.padStart(2, '0')}-${dayOf.padStart(2, '0')}`, slug };
}

export function withoutEnding(file: string): string {
  return file.replace(/\.[^./]+$/, '');
}

export function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

export function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}

/** As Hugo and Zola write a name into an address: letters stay, spaces are hyphens. */
export function urlName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_.~+#/\s-]+/gu, '')
    .replace(/#/g, '')
    .replace(/\s+/g, '-')
    .replace(/-{2,}/g, '-');
}

/** As most others do: letters and digits, with hyphens between. */
export function slugName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The parts of a day for a pattern; undefined where the text has none. */
export function dayParts(
  text: string | undefined,
): { year: string; month: string; day: string; hour: string; minute: string; second: string } | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):?(\d{2})?:?(\d{2})?)?/.exec(text ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return { year, month: month.padStart(2, '0'), day: day.padStart(2, '0'), hour, minute, second };
}

/** Fills `:name` in a pattern; what is not known is left out. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string | undefined>>): string {
  return pattern.replace(/:([a-z_]+)(?:\[[^\]]*\])?/gi, (_, name: string) => values[name] ?? '');
}

/** The day that a path has in it, as `2015/11/26/a.md`, `2015-11-26/a.md` and `20151126-a.md` have. */
export function dayInPath(path: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /(?:^|[/_-])((?:19|20)\d\d)([-/_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![\d])/
      .exec(path)
      ?.filter((_, index) => index !== 2) ?? [];
  return year === '' ? undefined : `${year}-${month}-${day}`;
}

/** Without `.`, `..` and empty names; undefined for what leads out of the folder. */
export function normal(path: string): string | undefined {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') {
      if (names.pop() === undefined) return undefined;
    } else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}
