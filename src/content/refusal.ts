/** What a schema may say of a value that it refuses. */
import type { z } from 'zod';

/** A permanent code and a sentence; and the remedy, without one the line with the value or the key as it should be. */
export type Refusal = {
  code: string;
  what: string;
  fix?: string;
  /** If nothing can be said: the example. */
  right?: string;
  /** The key as it should be, where that is what is wrong; `` where nobody can say. */
  rightKey?: string;
  /** Goes on with the sentence that is made. */
  rest?: string;
};

/** One that says itself what to do. */
export type PlainRefusal = Pick<Refusal, 'code' | 'what'> & { fix: string };

/** Makes a zod string check that refuses with a Problem of its own. */
export function refuse(isGood: (value: string) => boolean, refusal: (value: string) => Refusal) {
  return refuseBy((value) => (isGood(value) ? [] : [refusal(value)]));
}

/** The same, for whatever is wrong with a value. */
export function refuseBy(refusalsOf: (value: string) => readonly Refusal[]) {
  return (value: string, context: z.RefinementCtx) => {
    for (const params of refusalsOf(value)) context.addIssue({ code: 'custom', params, input: value });
  };
}
