/**
 * What was measured of publishing, beside its goal: printed, and kept for the table at the end of `npm run test:publish`.
 * A goal of time is never asserted: machines differ.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export type Figure = { what: string; goal: string; measured: string; isMet: boolean };

export function figure(what: string, goal: string, measured: string, isMet: boolean): void {
  const row: Figure = { what, goal, measured, isMet };
  const file = process.env.BROADSHEET_FIGURES;
  if (file === undefined) return;
  console.log(tableRow(row));
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(row)}\n`);
}

/** At most so many seconds; of several, the median is told, and the longest. */
export function timeFigure(what: string, most: number, seconds: readonly number[]): void {
  const sorted = [...seconds].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const all =
    sorted.length > 1 ? `${median.toFixed(2)} s, at most ${sorted.at(-1)?.toFixed(2)} s` : `${median.toFixed(2)} s`;
  figure(what, `≤ ${most} s`, all, median <= most);
}

export function tableRow({ what, goal, measured, isMet }: Figure): string {
  return `| ${what} | ${goal} | ${measured} | ${isMet ? 'met' : 'missed'} |`;
}
