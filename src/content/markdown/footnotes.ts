/**
 * Footnotes: `[^name]` with `[^name]: text` elsewhere, and `^[text]`, numbered in the order in which they are
 * referred to. Rules of our own, because those of markdown-it-footnote cost the square of a body with many.
 * On its own page a note of plain paragraphs stands a second time behind its first number, `hidden`: styles show it
 * beside its line where there is room, and then not at the end (`layouts/styles/prose.css`).
 */
import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import { idPrefix, resolveIn } from './environment.ts';

type Note = {
  /** The line of the body on which it is written. */
  line: number;
  references: number;
  /** From 0, by its first reference; undefined: nothing refers to it. */
  number?: number;
  /** It can stand beside the line that refers to it. */
  isBeside?: boolean;
  tokens: Token[];
};

/** Which one of those that lead to a note, from 0. */
type Reference = { note: Note; number: number; again: number };

type NamedNote = { name: string; line: number };

/** `repeated`: written under a name that another note has, which is lost. */
type Notes = { byName: Map<string, Note>; numbered: Note[]; repeated: NamedNote[] };

const notesByBody = new WeakMap<Env, Notes>();

function notesOf(env: Env): Notes {
  const notes = notesByBody.get(env) ?? { byName: new Map(), numbered: [], repeated: [] };
  notesByBody.set(env, notes);
  return notes;
}

/** Notes that nothing refers to, with the line on which each is written. */
export function unusedNotes(env: Env): NamedNote[] {
  const unused = [...notesOf(env).byName].filter(([, { number }]) => number === undefined);
  return unused.map(([name, { line }]) => ({ name, line }));
}

/** Notes under a name that was given before. */
export function repeatedNotes(env: Env): readonly NamedNote[] {
  return notesOf(env).repeated;
}

export function addFootnotes(parser: MarkdownIt): void {
  parser.block.ruler.before('reference', 'footnote_def', readNote, { alt: ['paragraph', 'reference'] });
  parser.inline.ruler.after('image', 'footnote_inline', readInlineNote);
  parser.inline.ruler.after('footnote_inline', 'footnote_ref', readReference);
  parser.core.ruler.after('inline', 'footnote_tail', putNotesAtEnd);
  addRenderers(parser);
}

/** No bracket in a name, so that each is looked at once however many are left open. */
const namePattern = /\[\^([^\s[\]]+)\]/y;

function nameAt(text: string, offset: number): string | undefined {
  namePattern.lastIndex = offset;
  return namePattern.exec(text)?.[1];
}

function readNote(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const name = nameAt(state.src, start);
  if (name === undefined) return false;
  const afterColon = start + name.length + 4;
  if (state.src[afterColon - 1] !== ':' || afterColon > (state.eMarks[startLine] ?? 0)) return false;
  if (silent) return true;
  const note: Note = { line: startLine, references: 0, tokens: [] };
  const { byName, repeated } = notesOf(state.env);
  if (byName.has(name)) repeated.push({ name, line: startLine });
  byName.set(name, note);
  const opening = new state.Token('footnote_reference_open', '', 1);
  opening.meta = note;
  opening.level = state.level++;
  state.tokens.push(opening);
  withinNote(state, startLine, afterColon, () => state.md.block.tokenize(state, startLine, endLine));
  const closing = new state.Token('footnote_reference_close', '', -1);
  closing.level = --state.level;
  state.tokens.push(closing);
  return true;
}

/** The text of a note begins behind its colon; lines that belong to it are indented by four. */
function withinNote(state: StateBlock, line: number, afterColon: number, read: () => void): void {
  const { parentType } = state;
  const [begin, shift, indent] = [state.bMarks[line] ?? 0, state.tShift[line] ?? 0, state.sCount[line] ?? 0];
  state.blkIndent += 4;
  state.bMarks[line] = afterColon;
  state.tShift[line] = Math.min(state.skipSpaces(afterColon), state.eMarks[line] ?? 0) - afterColon;
  state.sCount[line] = state.blkIndent;
  state.parentType = 'footnote' as typeof parentType;
  read();
  state.parentType = parentType;
  state.blkIndent -= 4;
  [state.bMarks[line], state.tShift[line], state.sCount[line]] = [begin, shift, indent];
}

function readInlineNote(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('^[', state.pos)) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const { numbered } = notesOf(state.env);
    const note: Note = { line: 0, references: 1, number: numbered.length, tokens: [] };
    numbered.push(note);
    const text = new state.Token('inline', '', 0);
    text.content = state.src.slice(state.pos + 2, end);
    text.children = [];
    note.tokens = [paragraph(state, 'paragraph_open', 1), text, paragraph(state, 'paragraph_close', -1)];
    state.md.inline.parse(text.content, state.md, state.env, text.children);
    state.push('footnote_ref', '', 0).meta = { number: note.number, again: 0, note };
  }
  state.pos = end + 1;
  return true;
}

function paragraph(state: StateInline, type: string, nesting: 1 | -1): Token {
  return Object.assign(new state.Token(type, 'p', nesting), { block: true });
}

function readReference(state: StateInline, silent: boolean): boolean {
  const name = nameAt(state.src, state.pos);
  const { byName, numbered } = notesOf(state.env);
  const note = name === undefined ? undefined : byName.get(name);
  if (name === undefined || !note || state.pos + name.length + 3 > state.posMax) return false;
  if (!silent) {
    if (note.number === undefined) note.number = numbered.push(note) - 1;
    state.push('footnote_ref', '', 0).meta = { number: note.number, again: note.references++, note };
  }
  state.pos += name.length + 3;
  return true;
}

/** Takes notes out of the text and puts those that it refers to below it. */
function putNotesAtEnd(state: StateCore): void {
  const text: Token[] = [];
  const open: Note[] = [];
  for (const token of state.tokens) {
    if (token.type === 'footnote_reference_open') open.push(token.meta as Note);
    else if (token.type === 'footnote_reference_close') open.pop();
    else (open.at(-1)?.tokens ?? text).push(token);
  }
  setBeside(text);
  const { numbered } = notesOf(state.env);
  if (numbered.length > 0) {
    const push = (type: string, nesting: 1 | 0 | -1, meta?: object) =>
      text.push(Object.assign(new state.Token(type, '', nesting), { meta }));
    push('footnote_block_open', 1);
    for (const { number, references, isBeside, tokens } of numbered) {
      push('footnote_open', 1, { number, isBeside });
      const last = tokens.at(-1)?.type === 'paragraph_close' ? tokens.pop() : undefined;
      for (const token of tokens) text.push(token);
      for (let again = 0; again < references; again++) push('footnote_anchor', 0, { number, again });
      if (last) text.push(last);
      push('footnote_close', -1);
    }
    push('footnote_block_close', -1);
  }
  state.tokens = text;
}

const plain = new Set(['paragraph_open', 'inline', 'paragraph_close']);
/** Where a box beside the text would have no place, or be part of a name. */
const closed = /^(container_block|heading|t[hd])_(open|close)$/;

/** Notes of nothing but lines of text, that paragraphs, lists and quotations of the text refer to. */
function setBeside(text: readonly Token[]): void {
  let within = 0;
  for (const { type, nesting, children } of text) {
    if (closed.test(type)) within += nesting;
    if (within > 0) continue;
    for (const child of children ?? []) {
      if (child.type !== 'footnote_ref') continue;
      const { again, note } = child.meta as Reference;
      if (again === 0) note.isBeside = note.tokens.every((token) => plain.has(token.type));
    }
  }
}

/** Their links lead back to the page the body is on. No heading's id has a dot. */
function addRenderers(parser: MarkdownIt): void {
  const { rules } = parser.renderer;
  const number = (token: Token | undefined) => Number(token?.meta?.number) + 1;
  const back = (token: Token | undefined) => {
    const again = Number(token?.meta?.again) > 0 ? `-${token?.meta?.again}` : '';
    return `${idPrefix}ref.${number(token)}${again}`;
  };
  rules.footnote_ref = (tokens, index, _options, env) => {
    const n = number(tokens[index]);
    const { again, note } = (tokens[index] as Token).meta as Reference;
    const beside =
      again === 0 && note.isBeside && resolveIn(env).page === ''
        ? `<span class="side" hidden><b>${n}</b> ${linesOf(note, (line) => parser.renderer.renderInline(line, parser.options, env))}</span>`
        : '';
    return `<sup><a href="${resolveIn(env).page}#${idPrefix}note.${n}" id="${back(tokens[index])}">${n}</a></sup>${beside}`;
  };
  rules.footnote_block_open = () => '<ol class="footnotes">\n';
  rules.footnote_block_close = () => '</ol>\n';
  rules.footnote_open = (tokens, index, _options, env) => {
    const n = number(tokens[index]);
    // Its number stays where those before it stand elsewhere.
    const standing = tokens[index]?.meta?.isBeside ? ' class="beside"' : ` value="${n}"`;
    return `<li id="${idPrefix}note.${n}"${resolveIn(env).page === '' ? standing : ''}>`;
  };
  rules.footnote_close = () => '</li>\n';
  rules.footnote_anchor = (tokens, index, _options, env) =>
    ` <a href="${resolveIn(env).page}#${back(tokens[index])}">↩\uFE0E</a>`;
}

function linesOf({ tokens }: Note, render: (line: Token[]) => string): string {
  return tokens.flatMap(({ type, children }) => (type === 'inline' ? [render(children ?? [])] : [])).join('<br>');
}
