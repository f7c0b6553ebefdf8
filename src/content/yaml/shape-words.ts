/** Values and the shapes that they should have, in the words of authors. */
import type { Field } from '../yaml.ts';
import { isNeeded } from './mend.ts';
import type { Shape } from './schema.ts';

/** A field as people name it, without the numbers of items. */
export function nameOf(field: Field): string {
  return field.filter((step) => typeof step === 'string').join('.');
}

export function subjectOf(field: Field): string {
  if (field.length === 0) return 'What stands here';
  return typeof field.at(-1) === 'number' ? `An item of “${nameOf(field)}”` : `“${nameOf(field)}”`;
}

const mostShown = 40;

/** A value as it is written, in a sentence. */
export function shownValue(input: unknown, source: string): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a group of keys';
  const text = typeof input === 'string' ? input.replace(/\s+/g, ' ').trim() : source || String(input);
  return `“${text.length > mostShown ? `${text.slice(0, mostShown)}…` : text}”`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** What a value should be, as the end of a sentence that says what it cannot be. */
export function shapeWords(shape: Shape, input: unknown): string {
  switch (shape.is) {
    case 'list':
      return ': it is a list, even of one';
    case 'map': {
      const needed = Object.keys(shape.of).filter((key) => isNeeded(shape.of[key]));
      const keys = needed.length > 0 ? needed : Object.keys(shape.of);
      return `: it is made of ${listed(keys.map((key) => `“${key}”`))}`;
    }
    case 'truth':
      return ': it is either true or false';
    case 'word':
      return '';
    case 'text': {
      const isMisread = typeof input !== 'object' && typeof input !== 'string';
      const misread = isMisread ? ', and without quotes YAML takes this for something else' : '';
      const perLanguage = shape.isPerLanguage && !isMisread ? ', or one for each language' : '';
      return `: it is ${shape.isProse || isMisread ? 'a text' : 'a single value'}${perLanguage}${misread}`;
    }
  }
}
