/** Text up to the next sign that may mean something, in one go: markdown-it looks at each character by itself. */
import type { MarkdownIt } from 'markdown-it';

/** The signs at which markdown-it stops for its other rules, and for ours. */
const run = /[^\n!#$%&*+\-:<=>@[\\\]^_`{}~]+/y;

export function addTextRuns(parser: MarkdownIt): void {
  parser.inline.ruler.at('text', (state, isSilent) => {
    run.lastIndex = state.pos;
    if (!run.test(state.src)) return false;
    const end = Math.min(run.lastIndex, state.posMax);
    if (!isSilent) state.pending += state.src.slice(state.pos, end);
    state.pos = end;
    return true;
  });
}
