/** Emphasis and code inside of words, which nobody writes on purpose where words stand apart: `5*3*2`, `O`ahu and Hawai`i`. */
import type { Token } from 'markdown-it';
import type { Finding } from './finding.ts';
import { cjk, spaceless } from './scripts.ts';

const opening = new Set(['em_open', 'strong_open', 's_open']);
const looked: ReadonlySet<string> = new Set([...opening, 'code_inline']);

export function emphasisFindings(children: readonly Token[], line: number): Finding[] {
  if (!children.some(({ type }) => looked.has(type))) return [];
  const findings: Finding[] = [];
  const beside = besideEach(children);
  const open: number[] = [];
  let told = -1;
  for (const [index, { type, markup, content }] of children.entries()) {
    if (type === 'softbreak' || type === 'hardbreak') line++;
    if (type === 'code_inline' && isCodeInWord(content, beside, index)) findings.push(finding(markup, content, line));
    if (opening.has(type)) {
      open.push(index);
      if (hasSignLeft(children[index - 1], -1, markup)) findings.push(unlike(markup, line));
    }
    if (!/^(?:em|strong|s)_close$/.test(type)) continue;
    const from = open.pop() ?? index;
    if (hasSignLeft(children[index + 1], 0, markup)) findings.push(unlike(markup, line));
    const first = textAt(beside, from, 1).at(0) ?? '';
    const last = textAt(beside, index, -1).at(-1) ?? '';
    // Of `*Leser*innen*` the sign in the middle was meant to be shown; `*Titanic*s` is as it was meant.
    const isCut = type === 'em_close' && /^[\p{L}\p{M}\p{N}]{1,40}\*/u.test(textAt(beside, index, 1).join(''));
    if (!isCut && !isInWord([first, last], beside, [from, index])) continue;
    if (told !== index - 1) findings.push(finding(markup, textAt(beside, from, 1).join(''), line));
    told = index;
  }
  return findings;
}

function finding(markup: string, inside: string, line: number): Finding {
  return {
    code: 'markdown/emphasis-inside-word',
    line,
    search: `${markup}${inside}`,
    what: `The signs in “${markup}${inside}${markup}” are inside words or numbers; they would be read as markup and not shown.`,
    fix: 'Write \\ before each of them, as in 5\\*3\\*2; emphasis begins and ends where a word does.',
  };
}

function unlike(markup: string, line: number): Finding {
  const sign = markup.charAt(0);
  return {
    code: 'markdown/half-emphasis',
    line,
    search: sign.repeat(2),
    what: `There are more ${sign} on one side of the emphasized words than on the other, and readers would see one.`,
    fix: `Write as many before the words as after; to show one of them, write \\${sign}.`,
  };
}

/** Whether beside emphasis a sign of its own kind stands that is part of none, and was not escaped. */
function hasSignLeft(beside: Token | undefined, at: 0 | -1, markup: string): boolean {
  return markup.startsWith('*') && beside?.type === 'text' && beside.content.at(at) === '*';
}

/** Of what goes on over several words, the sign that begins it is enough: `п`ятому місці `Динамо``. */
function isCodeInWord(code: string, beside: Beside, index: number): boolean {
  if (isInWord([code.charAt(0), code.slice(-1)], beside, [index, index])) return true;
  return /\s/.test(code) && areInWord([textAt(beside, index, -1).at(-1), code.charAt(0)]);
}

/** Letters or digits on both sides of both signs, in a script that puts spaces between words. */
function isInWord(inside: [first: string, last: string], beside: Beside, [from, to]: [number, number]): boolean {
  return areInWord([textAt(beside, from, -1).at(-1), ...inside, textAt(beside, to, 1).at(0)]);
}

/** Hangul has spaces, but its words end in particles that touch emphasis. */
function areInWord(sides: readonly (string | undefined)[]): boolean {
  return sides.every(
    (side) => side !== undefined && /[\p{L}\p{M}\p{N}]/u.test(side) && !spaceless.test(side) && !cjk.test(side),
  );
}

/** For each token the one before and after it, through the signs between them. */
type Beside = Record<-1 | 1, (Token | undefined)[]>;

function besideEach(children: readonly Token[]): Beside {
  const before: (Token | undefined)[] = [];
  let last: Token | undefined;
  for (const child of children) {
    before.push(last);
    if (isShown(child)) last = child;
  }
  const after: (Token | undefined)[] = [];
  let next: Token | undefined;
  for (const child of children.toReversed()) {
    after.push(next);
    if (isShown(child)) next = child;
  }
  return { [-1]: before, 1: after.toReversed() };
}

/** Not what has neither a sign nor a letter; a break of the line stands between words. */
function isShown({ type, nesting, content }: Token): boolean {
  return nesting === 0 && (type !== 'text' || content !== '');
}

function textAt(beside: Beside, index: number, step: 1 | -1): string[] {
  const { type, content = '' } = beside[step][index] ?? {};
  if (type !== 'text' && type !== 'text_special' && type !== 'code_inline') return [];
  return [...(step === 1 ? content.slice(0, maxShown) : content.slice(-maxShown))];
}

const maxShown = 24;
