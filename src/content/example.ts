/**
 * What a field looks like in this newsroom: a schema says what is right, the example beside it shows it. The remedy of
 * a value that is wrong is made of both, and of what was written.
 */
import { type IdAndNames, meantName } from './suggest.ts';
import type { Field } from './yaml.ts';

export type Example = string | number | boolean | OneOf | readonly Example[] | { readonly [key: string]: Example };

/** An id that has to be one of those that the newsroom has. */
export class OneOf {
  readonly #all: readonly IdAndNames[];
  readonly #otherwise: string;

  /** `otherwise` shows what such an id looks like while there is none. */
  constructor(all: readonly IdAndNames[], otherwise: string) {
    this.#all = all;
    this.#otherwise = otherwise;
  }

  /** The id that is meant by a word: itself, that of its name, or the nearest. */
  meant(word: string): string | undefined {
    return meantName(word, this.#all);
  }

  get first(): string {
    return this.#all[0]?.id ?? this.#otherwise;
  }
}

/** The example of a field; of a text in one language, that of the text. */
export function exampleAt(example: Example | undefined, field: Field): Example | undefined {
  return field.reduce<Example | undefined>((here, step) => {
    if (typeof here !== 'object' || here instanceof OneOf) return here;
    if (isList(here)) return here[0];
    return Object.hasOwn(here, step) ? here[step] : undefined;
  }, example);
}

/** The example of a field as a value; undefined where there is none. */
export function exampleValue(example: Example, field: Field): unknown {
  const shown = exampleAt(example, field);
  return shown === undefined ? undefined : shownExample(shown);
}

/** An example as a value. */
export function shownExample(example: Example): unknown {
  if (typeof example !== 'object') return example;
  if (example instanceof OneOf) return example.first;
  if (isList(example)) return example.map(shownExample);
  return Object.fromEntries(Object.entries(example).map(([key, each]) => [key, shownExample(each)]));
}

function isList(example: Example): example is readonly Example[] {
  return Array.isArray(example);
}
