/** Spaces of an HTML tree as readers see them: runs of them are one, and beside the ends of blocks there is none. */
import type { Parents, Root, Text } from 'hast';

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
