/**
 * A shard: the terms of one bucket of a period, each on a line with the seats of the stories that have it. Terms that begin
 * alike stand together.
 */
import { readSeats, type Seat } from './seats.ts';

/** By term the seats, as they are written. */
export type Shard = ReadonlyMap<string, string>;

/** Whatever the order of the terms. A line end stands before each, so that it is found where it begins. */
export function writeShard(lines: Shard): string {
  let text = '\n';
  for (const term of [...lines.keys()].sort()) text += `${term}\t${lines.get(term)}\n`;
  return text;
}

export function readShard(text: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab !== -1) lines.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return lines;
}

export function seatsBehind(text: string, term: string): Seat[] {
  const at = text.indexOf(`\n${term}\t`);
  if (at === -1) return [];
  const from = at + term.length + 2;
  return readSeats(text.slice(from, text.indexOf('\n', from)));
}

export function termsBeginning(text: string, beginning: string): string[] {
  const terms: string[] = [];
  for (let at = text.indexOf(`\n${beginning}`); at !== -1; ) {
    const tab = text.indexOf('\t', at);
    if (tab === -1) break;
    terms.push(text.slice(at + 1, tab));
    const next = text.indexOf('\n', tab);
    at = next !== -1 && text.startsWith(beginning, next + 1) ? next : -1;
  }
  return terms;
}
