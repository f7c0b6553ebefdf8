/** Emphasis and code inside of words, which nobody writes on purpose where words stand apart: `5*3*2`, `O`ahu and Hawai`i`. */
import type { Token } from 'markdown-it';
import type { Finding } from './finding.ts';
import { spaceless } from './scripts.ts';

const opening = new Set(['em_open', 'strong_open', 's_open']);

export function emphasisFindings(children: readonly Token[], line: number): Finding[] {
  const findings: Finding[] = [];
  const open: number[] = [];
  let told = -1;
  for (const [index, { type, markup, content }] of children.entries()) {
    if (type === 'softbreak' || type === 'hardbreak') line++;
    if (type === 'code_inline' && isInWord(content.charAt(0), content.slice(-1), children, index, index))
      findings.push(finding(markup, content, line));
    if (opening.has(type)) open.push(index);
    if (!/^(?:em|strong|s)_close$/.test(type)) continue;
    const from = open.pop() ?? index;
    const first = textAt(children, from, 1).at(0) ?? '';
    const last = textAt(children, index, -1).at(-1) ?? '';
    if (!isInWord(first, last, children, from, index)) continue;
    if (told !== index - 1) findings.push(finding(markup, textAt(children, from, 1).join(''), line));
    told = index;
  }
  return findings;
}

function finding(markup: string, inside: string, line: number): Finding {
  return {
    code: 'markdown/emphasis-inside-word',
    line,
    search: `${markup}${inside}`,
    what: `The signs of “${markup}${inside}${markup}” stand inside of words or numbers, and would be taken for markup and not shown.`,
    fix: 'Write \\ before each of them, as in 5\\*3\\*2; emphasis begins or ends where a word does.',
  };
}

/** Letters or digits on both sides of both signs, in a script that puts spaces between words. */
function isInWord(first: string, last: string, children: readonly Token[], from: number, to: number): boolean {
  const sides = [textAt(children, from, -1).at(-1), first, last, textAt(children, to, 1).at(0)];
  return sides.every((side) => side !== undefined && /[\p{L}\p{M}\p{N}]/u.test(side) && !spaceless.test(side));
}

/** The characters beside a token, through the signs beside it. */
function textAt(children: readonly Token[], index: number, step: 1 | -1): string[] {
  let at = index + step;
  while (children[at]?.nesting || children[at]?.content === '') at += step;
  const { type, content = '' } = children[at] ?? {};
  if (type !== 'text' && type !== 'text_special' && type !== 'code_inline') return [];
  return [...(step === 1 ? content.slice(0, maxShown) : content.slice(-maxShown))];
}

const maxShown = 24;
