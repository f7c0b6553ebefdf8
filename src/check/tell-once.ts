/**
 * What is wrong with one thing is one Problem, however many files show it: at the line of the text that it came from,
 * where there is one, else at the first page.
 */
import { isFeedFile } from '../content/own-addresses.ts';
import type { Problem } from '../problem.ts';
import { isHtml } from './built-site.ts';
import type { Finding } from './finding.ts';

/** Tells groups of findings, each of one subject, at the texts that they came from; `rest` of each group came from none. */
export type TellAtTexts = (groups: Finding[][]) => Promise<{ problems: Problem[]; rest: Finding[][] }>;

/** `file` names a file of the site. */
export async function tellOnce(
  findings: readonly Finding[],
  file: (path: string) => string,
  atTexts: TellAtTexts = async (rest) => ({ problems: [], rest }),
): Promise<Problem[]> {
  const groups = [...Map.groupBy(findings, ({ code, subject }) => `${code} ${subject}`).values()];
  const { problems, rest } = await atTexts(groups);
  return [...problems, ...rest.filter(({ length }) => length > 0).map((group) => tellAtFirst(group, file))];
}

function tellAtFirst(group: readonly Finding[], file: (path: string) => string): Problem {
  const [first = group[0] as Finding] = group.toSorted(
    (a, b) => Number(isHtml(b.path)) - Number(isHtml(a.path)) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
  );
  const { path, line, column, code, weight, what, fix } = first;
  const isAlone = group.every((each) => each.path === path);
  return {
    code,
    ...(weight && { weight }),
    file: file(path),
    line,
    column,
    what: isAlone ? what : `${what} ${seenIn(group)}`,
    fix,
  };
}

const counting = new Intl.ListFormat('en-GB');

/** `Seen on 12 pages and in 7 feeds.` */
export function seenIn(group: readonly Finding[]): string {
  const paths = [...new Set(group.map(({ path }) => path))];
  const pages = paths.filter(isHtml).length;
  const feeds = paths.filter((path) => isFeedFile(path.slice(path.lastIndexOf('/') + 1))).length;
  const counts = [
    count('on', pages, 'page'),
    count('in', feeds, 'feed'),
    count('in', paths.length - pages - feeds, 'other file'),
  ];
  return `Seen ${counting.format(counts.filter((each) => each !== ''))}.`;
}

function count(where: string, n: number, noun: string): string {
  return n === 0 ? '' : `${where} ${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
