/** Addresses that stand in a text as they are, and lead there by themselves: those of the old site lead to where its pages are now. */
import type { PhrasingContent, Text } from 'mdast';
import { isWebAddress } from '../../content/names.ts';

type Means = {
  link(href: string): string | { later: string } | undefined;
  isOwn(address: string): boolean;
};

export const endOfLater = '<!-- /link -->';

/** Words that are a link once what stands at an address is part of the site. */
export function laterLink(address: string, words: readonly PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'html', value: `<!-- link ${address} -->` }, ...words, { type: 'html', value: endOfLater }];
}

const address = /https?:\/\/[^\s<>"'`\\[\]{}|^（）「」、。，]*[^\s<>"'`\\[\]{}|^（）「」、。，.,:;!?)]/g;

export function bareAddresses(text: Text, { link, isOwn }: Means): PhrasingContent[] {
  return changed(text, (found) => {
    if (!isWebAddress(found) || !isOwn(found)) return undefined;
    const led = link(found);
    const words = plain(found);
    if (led === undefined) return [words];
    return typeof led === 'string' ? [{ type: 'link', url: led, children: [words] }] : laterLink(led.later, [words]);
  });
}

/** What was a link and is one no more does not become one by the words it had. */
export function withoutOwn(node: PhrasingContent, isOwn: Means['isOwn']): PhrasingContent[] {
  return node.type === 'text' ? changed(node, (found) => (isOwn(found) ? [plain(found)] : undefined)) : [node];
}

function plain(value: string): Text {
  return { type: 'text', value, data: { isNoLink: true } };
}

function changed(text: Text, change: (found: string) => PhrasingContent[] | undefined): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let at = 0;
  for (const { 0: found, index } of text.value.matchAll(address)) {
    const instead = change(found);
    if (!instead) continue;
    parts.push({ type: 'text', value: text.value.slice(at, index) }, ...instead);
    at = index + found.length;
  }
  if (at === 0) return [text];
  parts.push({ type: 'text', value: text.value.slice(at) });
  return parts.filter((part) => part.type !== 'text' || part.value !== '');
}
