/**
 * Which numbers the stories of a month have in the index. They rise with their instants and leave some out, so that a story that
 * comes or goes changes the numbers of few others, and so few shards.
 */
import type { Seconds } from '../times.ts';

/** So many numbers there are for each story at the least: with more of them shards would be longer, with fewer more stories move. */
const forEach = 2;

/** `instants`: of all stories of the month, rising; `span`: its first second and its last. */
export function monthNumbers(instants: readonly Seconds[], span: { from: Seconds; to: Seconds }): number[] {
  const length = span.to - span.from + 1;
  const numbers = 2 ** Math.ceil(Math.log2(forEach * instants.length));
  let last = -1;
  return instants.map((at) => {
    last = Math.max(last + 1, Math.floor(((at - span.from) / length) * numbers));
    return last;
  });
}
