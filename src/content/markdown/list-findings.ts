/**
 * Lists and quotations that came of what nobody writes on purpose: a year or a day that begins a line
 * (`1986. The reactor burned.`), a minus (`- 5 degrees`), a dash where a long line was broken. Readers
 * would see other facts: lists are numbered anew and lose their signs. All is judged by what was written.
 */
import type { Token } from 'markdown-it';
import type { Finding } from './finding.ts';

type List = {
  line: number;
  markup: string;
  /** As written; none in a list with bullets. */
  numbers: string[];
  items: number;
  firstText: string;
  /** Every item begins with one. */
  hasOnlyNumbers: boolean;
  /** It begins right under a line of text, without an empty line between. */
  lineAbove: string | undefined;
  /** A line of an item goes on at the start of a line. */
  isLazy: boolean;
  /** The line of the first item that has nothing in it. */
  emptyItem: number | undefined;
  isNested: boolean;
  /** Every item is one paragraph. */
  isPlain: boolean;
};

/** Nobody numbers so many points of a story; a day has not more. */
const lastDay = 31;
const beginsWithNumber = /^[$€£¥₽₺₴₾₹~≈]?\s?[.,]?\p{N}/u;

export function listFindings(tokens: readonly Token[], lines: readonly string[]): Finding[] {
  const hasMark = tokens.some(({ type, content }) => type === 'inline' && /[^\s*\\]\*(?![*\p{L}\p{N}])/u.test(content));
  const lists = [...listsOf(tokens, lines)];
  // A text that has more of them is written in steps.
  const mayBeNote = hasMark && lists.filter(({ markup }) => markup === '*').length === 1;
  const starts = new Set(lists.map(({ numbers }) => Number(numbers[0])));
  const ends = new Set<number>();
  const findings: Finding[] = [];
  for (const list of lists) {
    const found = list.numbers.length > 0 ? ordered(list, ends, starts) : bulleted(list, mayBeNote);
    if (found) findings.push({ code: 'markdown/accidental-list', line: list.emptyItem ?? list.line, ...found });
    if (list.numbers.length > 0) ends.add(Number(list.numbers.at(-1)));
  }
  return [...findings, ...quotationFindings(tokens, lines)];
}

type Found = Pick<Finding, 'what' | 'fix' | 'search'>;

function ordered(list: List, ends: ReadonlySet<number>, starts: ReadonlySet<number>): Found | undefined {
  const numbers = list.numbers.map(Number);
  const [first = 0, second] = numbers;
  const isSame = first < 2 && numbers.every((number) => number === first);
  const countsUp = numbers.every((number, index) => number === first + index);
  const goesOn = ends.has(first - 1);
  const isAlone = second === undefined && !list.isNested;
  const isDay = isAlone && list.isPlain && first > 0 && !starts.has(first + 1) && /^\p{L}/u.test(list.firstText);
  const isMeant = first < 2 ? (isSame || countsUp) && !isDay : countsUp && (goesOn || (first <= lastDay && !isAlone));
  if (isMeant && !(isAlone && list.lineAbove !== undefined) && list.emptyItem === undefined) return undefined;
  const written = list.numbers.map((number) => `${number}${list.markup}`);
  const start = written[0] ?? '';
  return {
    search: start,
    what: `“${written.slice(0, 3).join(' … ')}” at the start of a line makes a list, which gets new numbers and is set apart from the text.`,
    fix: `If this is not a list, write ${start.slice(0, -1)}\\${list.markup}; if it is, number it from 1.`,
  };
}

function bulleted(list: List, mayBeNote: boolean): Found | undefined {
  const { markup, firstText, lineAbove, items, isNested } = list;
  const isAlone = items === 1 && !isNested;
  // Nobody sets a + before a point that is a number, but before what grew.
  const isNumber = list.hasOnlyNumbers && (isAlone || markup === '+');
  const isNote = isAlone && markup === '*' && mayBeNote;
  const isSpoken = markup === '-' && /[,!?.…»"”] - /.test(firstText);
  const isBroken = lineAbove !== undefined && !isLabel(lineAbove) && !isNested && (isAlone || list.isLazy);
  if (!isNumber && !isNote && !isSpoken && !isBroken && list.emptyItem === undefined) return undefined;
  const number = /^\S*\p{N}/u.exec(firstText)?.[0] ?? '';
  const sign = markup === '-' ? `−${number} (minus sign)` : `\\${markup} before it`;
  return {
    search: markup,
    what: `The ${markup} at the start of this line makes a list, and readers would see a bullet instead.`,
    fix: isNumber
      ? `If this is not a list, write ${sign}; make a single point a paragraph instead.`
      : `Write ${markup === '-' ? 'a dash (—)' : `\\${markup}`} if this is not a list; a list needs an empty line above it and more than one point.`,
  };
}

/** A line that says what the list below it is of: `Ships:`, `**Ships**`. */
function isLabel(line: string): boolean {
  return /[:：][*_]*\s*$/.test(line) || /^[\s>]*(\*\*|__)\S.*\1\s*$/.test(line);
}

function* listsOf(tokens: readonly Token[], lines: readonly string[]): Generator<List> {
  const open: List[] = [];
  for (const [index, token] of tokens.entries()) {
    const list = open.at(-1);
    if (/^(?:bullet|ordered)_list_open$/.test(token.type)) open.push(beginning(tokens, index, lines, open.length > 0));
    else if (/^(?:bullet|ordered)_list_close$/.test(token.type) && list) yield open.pop() as List;
    else if (token.type === 'list_item_open' && list) {
      list.items++;
      if (token.info) list.numbers.push(token.info);
      if (tokens[index + 1]?.type === 'list_item_close') list.emptyItem ??= token.map?.[0];
      list.isPlain &&= tokens[index + 2]?.type === 'inline' && tokens[index + 4]?.type === 'list_item_close';
      list.hasOnlyNumbers &&= beginsWithNumber.test(tokens[index + 2]?.content ?? '');
    } else if (token.type === 'inline' && list) {
      if (list.firstText === '') list.firstText = token.content;
      const [from, to] = tokens[index - 1]?.map ?? [0, 0];
      list.isLazy ||= lines.slice(from + 1, Math.min(to, from + 3)).some((text) => /^\S/.test(text));
    }
  }
}

function beginning(tokens: readonly Token[], index: number, lines: readonly string[], isNested: boolean): List {
  const { map, markup = '' } = tokens[index] ?? {};
  const line = map?.[0] ?? 0;
  const isUnderText = tokens[index - 1]?.type === 'paragraph_close';
  const above = lines[line - 1] ?? '';
  return {
    line,
    markup,
    numbers: [],
    items: 0,
    firstText: '',
    hasOnlyNumbers: true,
    lineAbove: isUnderText && /[^\s>]/.test(above) ? above : undefined,
    isLazy: false,
    emptyItem: undefined,
    isNested,
    isPlain: true,
  };
}

/** `> 5 %` is more than five per cent; what is quoted over several lines may begin with a number. */
/** A number at the start, that is no year and no part of a word such as 18F. */
const moreThan =
  /^=?\s?[-+−–±~≈]?\s?[$€£¥₽₺₴₾₹]?\s?[.,]?(?!(?:1[5-9]|20)\d\d(?![\d.,]\d| ?[%‰°$€£¥₽₺₴₾₹]))\p{N}[\p{N}.,]{0,20}(?![\p{L}\p{N}])/u;

function quotationFindings(tokens: readonly Token[], lines: readonly string[]): Finding[] {
  return tokens.flatMap(({ type, map }, index) => {
    if (type !== 'blockquote_open') return [];
    const isNumber = moreThan.test(tokens[index + 2]?.content ?? '');
    const marked = lines.slice(...(map ?? [])).filter((line) => /^[^\p{L}\p{N}]*>/u.test(line));
    if (!isNumber || marked.length > 1) return [];
    return {
      code: 'markdown/accidental-quotation',
      line: map?.[0] ?? 0,
      search: '>',
      what: 'The > at the start of this line makes a quotation, and would not be shown.',
      fix: 'Write \\> to show it, or say “more than”; to quote, begin with words.',
    };
  });
}
