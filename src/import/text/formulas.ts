/** Formulas as text: what is above or below the line of another sign, in fractions and powers of powers, no Markdown says. */
import type { Element, Parents, Root, RootContent } from 'hast';
import type { Loss } from './loss.ts';
import { element, elementsIn, rewrite, text, textOf } from './tree.ts';

const raised: ReadonlySet<string> = new Set(['sup', 'sub']);

export function formulasAsText(root: Root, lose: (loss: Loss) => void): void {
  rewrite(root, (each) => {
    if (each.tagName !== 'math') return undefined;
    const source = [...elementsIn(each)].find(({ tagName }) => tagName === 'annotation');
    const signs = signsOf(each).trim();
    lose({ kind: 'formula', text: '', detail: source ? textOf(source) : signs });
    return [text(signs)];
  });
  for (const outer of elementsIn(root)) {
    if (!raised.has(outer.tagName)) continue;
    const before = textOf(outer);
    let isNested = false;
    rewrite(outer, (inner) => {
      if (!raised.has(inner.tagName)) return undefined;
      isNested = true;
      return [element('span', {}, inner.children)];
    });
    if (isNested) lose({ kind: 'formula', text: '', detail: before });
  }
}

/** As they are shown, without how they were written. */
function signsOf(node: Parents | RootContent): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  if (!('children' in node) || /^annotation/.test((node as Element).tagName ?? '')) return '';
  return node.children.map(signsOf).join('');
}
