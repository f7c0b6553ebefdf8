/**
 * Says how far long work has come: a bar with rate and time left on a terminal, a line every few
 * seconds elsewhere. Work that is over sooner says nothing.
 */

import { complain } from './terminal.ts';

/** Told after each batch of a piece of work. */
export type Progress = (work: string, done: number, total: number) => void;

type Terminal = { isTTY?: boolean; columns?: number; write(text: string): void };

const firstWordAfterSeconds = 2;
const secondsBetween = { bar: 0.1, line: 5 };

/** `seconds` gives the time; the caller ends it before it prints anything else. */
export function showProgress(terminal: Terminal, seconds: () => number): { progress: Progress; end(): void } {
  let current = '';
  let began = seconds();
  let last = 0;
  let said = Number.NEGATIVE_INFINITY;
  let isBarShown = false;
  const progress: Progress = (work, done, total) => {
    const now = seconds();
    if (work !== current || done < last) [current, began] = [work, now]; // another round of it is timed for itself
    last = done;
    const wait = terminal.isTTY ? secondsBetween.bar : secondsBetween.line;
    if (now - began < firstWordAfterSeconds || now - said < wait) return;
    said = now;
    const text = describe(work, done, total, now - began);
    isBarShown = terminal.isTTY ?? false;
    terminal.write(
      isBarShown ? `\r\u001b[K${bar(done / total, (terminal.columns ?? 80) - text.length - 2)} ${text}` : `${text}\n`,
    );
  };
  const end = () => {
    if (isBarShown) terminal.write('\r\u001b[K');
    isBarShown = false;
  };
  return { progress, end };
}

/** The same on standard error; `announce` says a sentence there, between two words of it. */
export function showProgressHere(): ReturnType<typeof showProgress> & { announce(sentence: string): void } {
  const shown = showProgress(process.stderr, () => performance.now() / 1000);
  const announce = (sentence: string) => {
    shown.end();
    complain(sentence);
  };
  return { ...shown, announce };
}

/** `Rendering: 12,000 of 24,733, 1,050 a second, 12 s left`. */
function describe(work: string, done: number, total: number, seconds: number): string {
  const rate = done / seconds;
  const left = rate > 0 ? `, ${duration((total - done) / rate)} left` : '';
  return `${work}: ${count(done)} of ${count(total)}, ${count(Math.round(rate))} a second${left}`;
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

function count(n: number): string {
  return n.toLocaleString('en');
}

function bar(part: number, width: number): string {
  const cells = Math.max(0, Math.min(30, width));
  const full = Math.round(Math.min(1, part) * cells);
  return '█'.repeat(full) + '░'.repeat(cells - full);
}
