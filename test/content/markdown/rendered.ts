/** Bodies rendered for tests, and the elements of the HTML that came of them. */
import { type ChildNode, type Element, isTag } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import { renderBody } from '../../../src/content/markdown/body.ts';
import type { Resolve } from '../../../src/content/markdown/environment.ts';

export const asWritten: Resolve = { link: (href) => href, picture: (path) => `/assets/${path}`, page: '' };

export function html(body: string, resolve: Partial<Resolve> = {}): string {
  return renderBody(body, { ...asWritten, ...resolve });
}

export function elements(markup: string, name?: string): Element[] {
  return DomUtils.findAll((element) => name === undefined || element.name === name, parseDocument(markup).children as ChildNode[]).filter(isTag);
}

export function textOf(markup: string): string {
  return DomUtils.textContent(parseDocument(markup).children);
}
