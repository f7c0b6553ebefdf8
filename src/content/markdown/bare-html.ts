/**
 * The HTML that is read: `<br>`, `<sup>…</sup>` and `<sub>…</sub>` without attributes, and comments, of which
 * nothing is left. Rules of our own, so that `html: false` stays; all else is text, and a Problem.
 */
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const lessThan = 0x3c;
const tag = /<(br *\/?|sup|sub)>/iy;
/** How far the end of what is raised or lowered may be. */
const maxRaised = 300;

export function addBareHtml(parser: MarkdownIt): void {
  parser.inline.ruler.before('autolink', 'bare_html', (state, isSilent) => {
    if (state.src.charCodeAt(state.pos) !== lessThan) return false;
    if (state.src.startsWith('<!--', state.pos)) return skipComment(state);
    tag.lastIndex = state.pos;
    const [whole, name] = tag.exec(state.src) ?? [];
    if (whole === undefined || name === undefined || state.pos + whole.length > state.posMax) return false;
    if (/^su/i.test(name)) return readRaised(state, whole, name.toLowerCase(), isSilent);
    if (!isSilent) state.push('hardbreak', 'br', 0);
    state.pos += whole.length;
    return true;
  });
  parser.block.ruler.before('fence', 'comment', skipCommentLines, { alt: ['paragraph', 'reference', 'blockquote'] });
}

function readRaised(state: StateInline, opening: string, name: string, isSilent: boolean): boolean {
  const from = state.pos + opening.length;
  const { posMax } = state;
  const size = state.src
    .slice(from, Math.min(posMax, from + maxRaised))
    .toLowerCase()
    .indexOf(`</${name}>`);
  if (size < 1) return false;
  if (!isSilent) {
    state.push(`${name}_open`, name, 1);
    state.pos = from;
    state.posMax = from + size;
    state.md.inline.tokenize(state);
    state.push(`${name}_close`, name, -1);
    state.posMax = posMax;
  }
  state.pos = from + size + opening.length + 1;
  return true;
}

function skipComment(state: StateInline): boolean {
  const end = commentEnd(state, state.pos);
  if (end === undefined || end > state.posMax) return false;
  state.pos = end;
  return true;
}

/** A comment on lines of its own, which may have empty ones in it. */
function skipCommentLines(state: StateBlock, startLine: number, endLine: number, isSilent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith('<!--', start) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const end = commentEnd(state, start);
  if (end === undefined || end > (state.eMarks[endLine - 1] ?? 0)) return false;
  if (!isAloneAfter(state, end)) return false;
  let line = startLine;
  while ((state.eMarks[line] ?? 0) < end) line++;
  if (!isSilent) state.line = line + 1;
  return true;
}

/** Whether only spaces follow on the line of an end; asked before the lines are counted, and found once for each end. */
function isAloneAfter(state: StateBlock, end: number): boolean {
  const found = known.get(state);
  if (!found) return false;
  found.isAlone ??= state.skipSpaces(end) >= state.src.length || state.src[state.skipSpaces(end)] === '\n';
  return found.isAlone;
}

/** The last end looked for in each text, and from where: many beginnings before one end are looked up once. */
const known = new WeakMap<object, { from: number; end: number; isAlone?: boolean }>();

function commentEnd(state: StateBlock | StateInline, start: number): number | undefined {
  const from = start + '<!--'.length;
  if (/^-?>/.test(state.src.slice(from, from + 2))) return undefined; // empty for browsers, which show what follows
  let found = known.get(state);
  if (!found || from < found.from || (from > found.end && found.end !== -1)) {
    found = { from, end: state.src.indexOf('-->', from) };
    known.set(state, found);
  }
  return found.end === -1 ? undefined : found.end + '-->'.length;
}
