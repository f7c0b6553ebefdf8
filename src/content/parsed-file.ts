/** What comes of reading a file of content. */
import { isFault, type Problem } from '../problem.ts';
import type { StoryWords } from './search/vocabulary.ts';

export type ParsedFile<T> = {
  value?: T;
  problems: Problem[];
  /** In place of a value that has faults: what it would be without, so that others are found by comparing it with other files. */
  asRead?: T;
  /** Of a story what it is found by; absent where nothing is searched. */
  words?: StoryWords;
};

export function parsedFile<T>(value: T, problems: Problem[]): ParsedFile<T> {
  return problems.some(isFault) ? { asRead: value, problems } : { value, problems };
}
