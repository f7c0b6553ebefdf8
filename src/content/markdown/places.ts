/** Places in a text that a link can lead to: its headings, by their words. */
import { suggestion } from '../suggest.ts';
import { idPrefix } from './environment.ts';
import type { Finding } from './finding.ts';
import { headingFragment } from './heading-id.ts';

/** Ids that the parser gives to what is no heading; they are not written by hand, and not doubted. */
const madeByTheParser = /^s_(?:note|ref|quote)\./;

/** No story has as many; of more, only these are compared with what was written. */
const mostSuggested = 200;

/** What is wrong with a place that a link names in a text with these headings; undefined where it is there. */
export function placeFault(
  place: string,
  headings: ReadonlySet<string>,
): Pick<Finding, 'code' | 'what' | 'fix'> | undefined {
  const [id = ''] = headingFragment(place).split(':~:');
  if (id === '' || madeByTheParser.test(id) || headings.has(id.slice(idPrefix.length))) return undefined;
  return {
    code: 'link/unknown-place',
    what: `No heading there is called “${place}”.`,
    fix: suggestion(
      `#${id.slice(idPrefix.length)}`,
      [...headings].slice(0, mostSuggested).map((each) => `#${each}`),
      'Name a heading by its words, or link to the page without a #.',
    ),
  };
}
