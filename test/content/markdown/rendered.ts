/** Bodies rendered for tests, and the elements of the HTML that came of them. */
import { Parser } from 'htmlparser2';
import { sayIn } from '../../../layouts/block-words.ts';
import { type RenderedBody, renderBody } from '../../../src/content/markdown/body.ts';
import type { Resolve } from '../../../src/content/markdown/environment.ts';
import { wordingIn } from '../../support/words.ts';

export type Seen = { name: string; attributes: Record<string, string>; text: string };

/** Links and pictures stay where their authors put them. */
export const asWritten: Resolve = {
  link: (href) => href,
  picture: (path) => ({ stem: `/assets/${path}`, width: 800, height: 600, root: '' }),
  document: (path) => ({ url: `/2015/11/26/${path}`, bytes: 1_234_567 }),
  frames: ['charts.example'],
  say: sayIn('en', { wording: wordingIn(['en']) }),
  page: '',
};

export function rendered(body: string, resolve: Partial<Resolve> = {}): RenderedBody {
  return renderBody(body, { ...asWritten, ...resolve });
}

export function html(body: string, resolve: Partial<Resolve> = {}): string {
  return rendered(body, resolve).html;
}

/** The elements of a markup in their order, each with all the text inside it. */
export function elements(markup: string, name?: string): Seen[] {
  const seen: Seen[] = [];
  const open: Seen[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      const element = { name: tag, attributes, text: '' };
      seen.push(element);
      open.push(element);
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(markup);
  return seen.filter((element) => name === undefined || element.name === name);
}

export function ids(markup: string): string[] {
  return elements(markup).flatMap(({ attributes }) => attributes.id ?? []);
}

export function hrefs(markup: string): (string | undefined)[] {
  return elements(markup, 'a').map(({ attributes }) => attributes.href);
}
