/**
 * A text without our `:::` blocks: each becomes the HTML that readers have of it, with its Markdown inside, between two
 * comments from which `ownText` makes the block again, letter for letter. All else in our texts is CommonMark with tables
 * and footnotes, and stays as it is.
 */
import type { Token } from 'markdown-it';
import type { Block, Say } from '../content/blocks/block.ts';
import { blockNamed } from '../content/blocks/blocks.ts';
import { escapeHtml, unescapeHtml } from '../content/blocks/markup.ts';
import { readBlockHead } from '../content/markdown/block-head.ts';
import { valuesOf } from '../content/markdown/blocks.ts';
import type { Resolve } from '../content/markdown/environment.ts';
import { createParser } from '../content/markdown/parser.ts';

const parser = createParser({ anyLink: true });

/** What a text is among: how its blocks say things, and the name of the folder with its files. */
export type TextPlace = { say: Say; folder: string };

export function plainText(body: string, place: TextPlace): string {
  const lines = body.split('\n');
  for (const { line, fence, head, id, isOpening } of fencesIn(body).toReversed()) {
    const written = lines[line] ?? '';
    const prefix = /^(.*?):{3,}/.exec(written)?.[1] ?? '';
    // Below a bullet there are blanks.
    const below = prefix.replace(/[^\s>]/g, ' ');
    const blank = below.trimEnd();
    const [before, after] = htmlAround(head, id, place);
    if (isOpening) {
      const mark = openMark((lines[fence] ?? '').slice(prefix.length));
      lines.splice(line, 1, prefix + mark, ...(before === '' ? [] : [below + before]), blank);
    } else lines.splice(line, 1, blank, ...(after === '' ? [] : [prefix + after]), prefix + endMark, blank);
  }
  return lines.join('\n');
}

const endMark = '<!-- broadsheet: end -->';

/** The line of the block is in it, without a sign that could end the comment. */
function openMark(fence: string): string {
  return `<!-- broadsheet: ${fence.replaceAll('&', '&amp;').replaceAll('>', '&gt;')} -->`;
}

const marked = /^(.*?)<!-- broadsheet: (.*) -->$/;

/** The text that `plainText` was made of. What was added around a block goes, whatever has become of it. */
export function ownText(plain: string): string {
  const lines = plain.split('\n');
  const written: string[] = [];
  const open: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    const [, prefix = '', inside] = marked.exec(line) ?? [];
    if (inside === undefined) written.push(line);
    else if (line.endsWith(endMark)) {
      // Up to the blank line before it, all was added.
      while (written.length > 0 && !isBlank(written.at(-1) as string)) written.pop();
      written.pop();
      written.push(prefix + (/^:+/.exec(open.pop() ?? '')?.[0] ?? ':::'));
      if (isBlank(lines[index + 1] ?? '-')) index++;
    } else {
      open.push(unescapeHtml(inside));
      written.push(prefix + open.at(-1));
      while (index + 1 < lines.length && !isBlank(lines[index + 1] as string)) index++;
      index++;
    }
  }
  return written.join('\n');
}

/** A line of a quotation is blank if nothing is in it. */
function isBlank(line: string): boolean {
  return /^[\s>]*$/.test(line);
}

/** `fence`: the line on which the block begins. */
type Fence = { line: number; fence: number; head: string; id: string; isOpening: boolean };

/** The first and last lines of all blocks, which a sound text has, in their order; a block may be in another. */
function fencesIn(body: string): Fence[] {
  const found: Fence[] = [];
  const open: Token[] = [];
  for (const token of parser.parse(body, {})) {
    if (token.type === 'container_block_open') open.push(token);
    if (token.type !== 'container_block_close') continue;
    const { map, info, attrs } = open.pop() as Token;
    const [first = 0, last = 0] = map ?? [];
    const id = String(attrs?.find(([key]) => key === 'id')?.[1] ?? '');
    const block = { fence: first, head: info, id };
    found.push({ ...block, line: first, isOpening: true }, { ...block, line: last, isOpening: false });
  }
  return found.sort((one, other) => one.line - other.line);
}

const content = '\u0000';

/** What readers have of a block, before its text and after; both in one line. */
function htmlAround(info: string, id: string, { say, folder }: TextPlace): [string, string] {
  const { name, attributes } = readBlockHead(info);
  const block = blockNamed(name) as Block;
  const resolve: Resolve = {
    link: (href) => href,
    picture: () => undefined,
    document: (file) => ({ url: inFolder(file, folder) }),
    frames: [],
    say,
    page: '',
  };
  const { html } = block.render(valuesOf(block, attributes, resolve), { html: content }, { id, say });
  const pictures = Object.entries(block.attributes).flatMap(([key, { is }]) => {
    const file = is === 'picture' ? attributes[key] : undefined;
    return file
      ? [`<p><img src="${escapeHtml(inFolder(file, folder))}" alt="${escapeHtml(attributes.alt ?? '')}"></p>`]
      : [];
  });
  const [before = '', after = ''] = html.split(content).map((part) => part.replace(/\s*\n\s*/g, ' ').trim());
  return [pictures.join('') + before, after];
}

/** Beside its own page a file is called by its name alone; everywhere else, by the folder too. */
export function inFolder(file: string, folder: string): string {
  return file.includes('/') ? file : `${folder}/${file}`;
}
