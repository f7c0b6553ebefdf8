/** What the rules of the Markdown parser share: where links lead, how ids begin, how text is escaped. */

import type { Token } from 'markdown-it';
import type { Say } from '../blocks/block.ts';
import type { DocumentPlace } from '../documents.ts';
import type { RelOf } from '../sponsored.ts';
import type { PicturePlace } from './picture-html.ts';

/** Where an author's link or picture leads on the built site; undefined: it is shown without. */
export type Resolve = {
  link(href: string): string | undefined;
  picture(path: string): PicturePlace | undefined;
  document(path: string): DocumentPlace | undefined;
  /** Hosts of which a page may show something in a frame; none in a feed. */
  frames: readonly string[];
  say: Say;
  /** Put before fragments of the body itself: `` on its own page, the page's address in a feed. */
  page: string;
  /** What its links are; left out: no more than links. */
  relOf?: RelOf;
  /** A longer body is cut; left out: none is. */
  mostBytes?: number;
};

/** What the rules of the parser find in markdown-it's `env`. */
export type Env = { resolve: Resolve };

/** What the caller gave for links and pictures, from inside a rule. */
export function resolveIn(env: unknown): Resolve {
  return (env as Env).resolve;
}

/** All ids in a body begin so, that none can clash with one of the page around it. */
export const idPrefix = 's_';

/** Addresses that may stand in a link; everything else (`javascript:`, `data:`) never leaves the parser as one. */
export function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href);
}

/** The token that a closing token ends: the last of its type before it, on its level. */
export function openingOf(tokens: readonly Token[], close: number, type: string): Token | undefined {
  for (let index = close - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.type === type && token.level === tokens[close]?.level) return token;
  }
  return undefined;
}
