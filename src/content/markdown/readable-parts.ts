/** A body as people read it: each heading, paragraph, cell, caption and sign of a block, without markup. */
import type { Token } from 'markdown-it';
import { readBlockHead } from './block-head.ts';
import type { WrittenPicture } from './figures.ts';
import { createParser } from './parser.ts';

/**
 * `line` is counted from 0 in the body. `speech` is what somebody said from its first word to its last, `speaker` who a
 * block says it was; the addresses of links are no part of it.
 */
export type ReadablePart = { is: 'text' | 'heading' | 'speech' | 'speaker'; text: string; line: number };

/** Of a block’s attributes those that readers read. */
const spokenAttributes = ['title', 'alt', 'duration', 'date'];

const parser = createParser({ anyLink: true });

export function readableParts(body: string): ReadablePart[] {
  const parts: ReadablePart[] = [];
  const open: string[] = [];
  let line = 0;
  let isHeading = false;
  for (const token of parser.parse(body, {})) {
    line = token.map?.[0] ?? line;
    const { type } = token;
    const add = (is: ReadablePart['is'], text: string | undefined) => text && parts.push({ is, text, line });
    if (type === 'heading_open' || type === 'th_open') isHeading = true;
    if (type === 'heading_close' || type === 'th_close') isHeading = false;
    if (type === 'blockquote_open') open.push('quote');
    if (type === 'container_block_open') {
      const { name, attributes } = readBlockHead(token.info);
      open.push(name);
      for (const key of ['by', 'role']) add(name === 'quote' || name === 'post' ? 'speaker' : 'text', attributes[key]);
      for (const key of spokenAttributes) add('text', attributes[key]);
    }
    if (type === 'blockquote_close' || type === 'container_block_close') open.pop();
    if (type === 'figure') {
      const { alt, caption, credit } = token.meta as WrittenPicture;
      for (const text of [alt, caption, credit]) add('text', text);
    }
    if (type === 'fence' || type === 'code_block') add('text', token.content);
    if (type !== 'inline') continue;
    const isSpeech = open.includes('quote') || open.includes('post');
    add(isSpeech ? 'speech' : isHeading ? 'heading' : 'text', wordsOf(token.children ?? []));
  }
  return parts;
}

/** A bare address is none of its words. */
function wordsOf(children: readonly Token[]): string {
  let text = '';
  let isAddress = false;
  for (const { type, content, markup } of children) {
    if (markup === 'linkify' || markup === 'autolink') isAddress = type === 'link_open';
    else if (type === 'softbreak' || type === 'hardbreak') text += ' ';
    else if (!isAddress && ['text', 'text_special', 'code_inline', 'image'].includes(type)) text += content;
  }
  return text.trim();
}
