/**
 * Counts work where time would only be measured: how often each block of the program and of its libraries runs (as V8
 * counts for coverage), how far built-in functions look, and the steps of regular expressions.
 */
import { Session } from 'node:inspector';
import { stepsOf } from './regex-steps.ts';

const session = new Session();
session.connect();

/** Only what is loaded after this is counted. */
export function startCounting(): void {
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

type Coverage = { result: { url: string; functions: { ranges: { count: number }[] }[] }[] };

function ask(method: string, params: object = {}): unknown {
  let answer: unknown;
  session.post(method, params, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}

const isOfTests = /\/growth\/(?:work|regex-steps)\.ts|\/node_modules\/(?:vitest|@vitest|vite|chai|tinyrainbow|pathe)\//;

/** Blocks that ran since the last time this was asked; those of the counting itself are left out. */
function blocksRun(): number {
  const { result } = ask('Profiler.takePreciseCoverage') as Coverage;
  let sum = 0;
  for (const { url, functions } of result) {
    if (isOfTests.test(url)) continue;
    for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  }
  return sum;
}

let looked = 0;

/** The work of one run, in small steps. */
export function workOf(run: () => void): number {
  looked = 0;
  const restore = watchBuiltIns();
  try {
    run();
  } finally {
    restore();
  }
  return blocksRun() + looked;
}

/** How far a built-in function looked, told from what it was called on, with what, and what came of it. */
type Cost = (subject: never, args: never, result: never) => number;

const { indexOf } = String.prototype;
const { exec } = RegExp.prototype;

const whole = ({ length }: ArrayLike<unknown>) => length;
const made = (_subject: unknown, _args: unknown, { length }: ArrayLike<unknown>) => length;
const upTo = ({ length }: ArrayLike<unknown>, from = 0, found = -1) => (found === -1 ? length : found) - from;

const ofStrings: Record<string, Cost> = {
  indexOf: (text: string, [, from]: [string, number?], found: number) => upTo(text, from, found),
  includes: (text: string, [wanted, from]: [string, number?]) => upTo(text, from, indexOf.call(text, wanted, from)),
  lastIndexOf: (text: string, [, from = text.length]: [string, number?], found: number) => from - Math.max(found, 0),
  split: whole,
  replaceAll: whole,
  normalize: whole,
  toLowerCase: whole,
  toUpperCase: whole,
  repeat: made,
  padStart: made,
};

const ofArrays: Record<string, Cost> = {
  indexOf: (list: unknown[], _args, found: number) => upTo(list, 0, found),
  includes: whole,
  concat: made,
  slice: made,
  toReversed: made,
  toSorted: made,
  splice: ({ length }: unknown[], [from]: [number]) => Math.max(length - from, 0),
  unshift: whole,
  join: whole,
};

type BuiltIn = (this: never, ...args: never[]) => never;

/** Until the function that comes back is called. */
function watchBuiltIns(): () => void {
  const undo: (() => void)[] = [];
  const watch = (prototype: object, name: string, cost: Cost) => {
    const original = Reflect.get(prototype, name) as BuiltIn;
    const watched: BuiltIn = function (this: never, ...args: never[]) {
      const result = original.apply(this, args);
      looked += 1 + Math.max(cost(this, args as never, result), 0);
      return result;
    };
    const put = (value: BuiltIn) =>
      Object.defineProperty(prototype, name, { value, configurable: true, writable: true, enumerable: false });
    put(watched);
    undo.push(() => put(original));
  };
  for (const [name, cost] of Object.entries(ofStrings)) watch(String.prototype, name, cost);
  for (const [name, cost] of Object.entries(ofArrays)) watch(Array.prototype, name, cost);
  // `test`, `match`, `replace`, `split` and the others go through it as soon as it is not V8's own.
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const result = exec.call(this, text);
    looked += withoutWatching(() => stepsOf(this, String(text), from, result?.index));
    return result;
  };
  undo.push(() => {
    RegExp.prototype.exec = exec;
  });
  return () => {
    for (const each of undo) each();
  };
}

function withoutWatching(count: () => number): number {
  const watched = RegExp.prototype.exec;
  RegExp.prototype.exec = exec;
  const before = looked;
  const steps = count();
  looked = before;
  RegExp.prototype.exec = watched;
  return steps;
}
