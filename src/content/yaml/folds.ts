/** YAML makes a space of a line break inside a text; between two Chinese or Japanese letters there is none, as in bodies. */
import { isScalar, type Scalar } from 'yaml';
import { isWithoutSpace } from '../markdown/line-breaks.ts';
import type { Written } from './scalars.ts';
import { asWritten } from './words.ts';

/** Takes such spaces out of the values of a document that was read from `text`. */
export function joinFoldedLines(scalars: readonly Written[], text: string): void {
  for (const { node, field, start, end } of scalars)
    if (field && isScalar(node) && typeof node.value === 'string' && node.type !== 'BLOCK_LITERAL')
      node.value = joined(node, node.value, text.slice(start, end));
}

function joined(node: Scalar, value: string, source: string): string {
  if (!source.includes('\n')) return value;
  const gaps = asWritten(node, source).trim().split(/(\s+)/);
  const parts = value.trimStart().split(/(\s+)/);
  const words = parts.map((part, index) => {
    const isFold = index % 2 === 1 && part === ' ' && /^[^\S\n]*\n[^\S\n]*$/.test(gaps[index] ?? '');
    return isFold && isWithoutSpace(parts[index - 1] ?? '', parts[index + 1] ?? '') ? '' : part;
  });
  return value.slice(0, value.length - value.trimStart().length) + words.join('');
}
