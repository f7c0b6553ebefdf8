/** Spaces of an HTML tree as readers see them: runs of them are one, and beside the ends of blocks there is none. */
import type { Parents, Root, Text } from 'hast';
import type { Nodes as MarkdownNodes, Parents as MarkdownParents } from 'mdast';

/** Beside their ends, and within them at either end, no space is seen. */
const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body br caption center col colgroup dd dialog dir div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre section summary table tbody td tfoot th thead tr ul wbr xmp'.split(
    ' ',
  ),
);
/** What is seen in a line without being text. */
const seen: ReadonlySet<string> = new Set(
  'audio button canvas embed iframe img input math object picture select svg textarea video'.split(' '),
);
const kept: ReadonlySet<string> = new Set(['listing', 'plaintext', 'pre', 'script', 'style', 'textarea', 'xmp']);

/** Where a line stands: `hasSpace`: the next would be the second; `last`: the text that ends in one, which goes if nothing follows. */
type Line = { hasSpace: boolean; last: Text | undefined };

export function collapseSpaces(root: Root): void {
  const line: Line = { hasSpace: true, last: undefined };
  collapse(root, line, false);
  endLine(line);
  dropEmpty(root);
}

function collapse(parent: Parents, line: Line, isKept: boolean): void {
  for (const child of parent.children) {
    if (child.type === 'text' && !isKept) collapseText(child, line);
    else if (child.type === 'text') goOn(line);
    else if (child.type === 'element') {
      const isBlock = blocks.has(child.tagName);
      if (isBlock) endLine(line);
      collapse(child, line, isKept || kept.has(child.tagName));
      if (isBlock) endLine(line);
      else if (seen.has(child.tagName)) goOn(line);
    }
  }
}

function collapseText(text: Text, line: Line): void {
  const value = text.value.replace(/[\t\n\v\f\r ]+/g, ' ');
  text.value = line.hasSpace && value.startsWith(' ') ? value.slice(1) : value;
  if (text.value === '') return;
  line.hasSpace = text.value.endsWith(' ');
  line.last = line.hasSpace ? text : undefined;
}

function goOn(line: Line): void {
  line.hasSpace = false;
  line.last = undefined;
}

function endLine(line: Line): void {
  if (line.last) line.last.value = line.last.value.slice(0, -1);
  line.last = undefined;
  line.hasSpace = true;
}

function dropEmpty(parent: Parents): void {
  let hasEmpty = false;
  for (const child of parent.children) {
    if (child.type === 'text') hasEmpty ||= child.value === '';
    else if ('children' in child) dropEmpty(child);
  }
  if (hasEmpty)
    parent.children = parent.children.filter((child) => child.type !== 'text' || child.value !== '') as never;
}

/** The same of a tree of Markdown, in which texts have come to stand beside each other, and at the ends of lines. */
export function settleTexts(parent: MarkdownParents): void {
  const isLine = parent.type === 'heading' || parent.type === 'paragraph' || parent.type === 'root';
  const joined: MarkdownNodes[] = [];
  for (const child of parent.children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else joined.push(child);
  }
  const settled: MarkdownNodes[] = [];
  for (const [index, child] of joined.entries()) {
    if (child.type === 'text') {
      child.value = child.value.replace(/[\t ]*(\r?\n|\r)[\t ]*/, '$1');
      if (isLine && settled.length === 0) child.value = child.value.replace(/^[\t ]+/, '');
      if (isLine && index === joined.length - 1) child.value = child.value.replace(/[\t ]+$/, '');
    } else if ('children' in child) settleTexts(child);
    if (child.type !== 'text' || child.value !== '') settled.push(child);
  }
  parent.children = settled as never;
}
