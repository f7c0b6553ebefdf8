/** Blocks of a Markdown tree as our Markdown can say them: pictures alone, headings below the title, lists of more than one item. */
import type { Heading, List, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { type LineMeans, tidyLine, wordsIn } from './tidy-lines.ts';

/** Returns whether something stands in another place than in the source. */
export function tidyBlocks(root: Root, means: LineMeans): { hasMoved: boolean } {
  const shift = firstLevel(root) === 1 ? 1 : 0;
  const moved = { hasMoved: false };
  const flow = (children: readonly RootContent[], depth: number): RootContent[] =>
    inLists(children).flatMap((child) => tidied(child, depth));
  const tidied = (node: RootContent, depth: number): RootContent[] => {
    switch (node.type) {
      case 'heading':
        return heading(node, shift, moved, means);
      case 'paragraph':
        return paragraphs(node, means);
      case 'list':
        return list({
          ...node,
          children: node.children.map((item) => ({
            ...item,
            spread: item.spread ?? false,
            children: flow(item.children, depth + 1) as never,
          })),
        });
      case 'blockquote': {
        const children = flow(node.children, depth + 1);
        return children.length === 0 ? [] : [{ ...node, children: children as never }];
      }
      case 'block':
      case 'footnoteDefinition':
        return [{ ...node, children: flow(node.children, depth + 1) as never }];
      case 'table':
        return table(node, moved, means);
      case 'text':
      case 'link':
      case 'image':
      case 'emphasis':
      case 'strong':
        return paragraphs({ type: 'paragraph', children: [node] }, means);
      default:
        return [node];
    }
  };
  root.children = flow(root.children, 0);
  return moved;
}

/** Points that stand in no list, as a code around them made it, are one. */
function inLists(children: readonly RootContent[]): RootContent[] {
  const all: RootContent[] = [];
  let stray: List | undefined;
  for (const child of children) {
    if (child.type === 'listItem' && stray) stray.children.push(child);
    else if (child.type === 'listItem') {
      stray = { type: 'list', ordered: false, spread: false, children: [child] };
      all.push(stray);
    } else {
      stray = undefined;
      all.push(child);
    }
  }
  return all;
}

function firstLevel(root: Root): number {
  const levels: number[] = [];
  const look = (children: readonly RootContent[]) => {
    for (const child of children) {
      if (child.type === 'heading') levels.push(child.depth);
      else if ('children' in child) look(child.children as RootContent[]);
    }
  };
  look(root.children);
  return Math.min(...levels, 7);
}

function heading(node: Heading, shift: number, moved: { hasMoved: boolean }, means: LineMeans): RootContent[] {
  const line = tidyLine(
    node.children.map((child): PhrasingContent => (child.type === 'break' ? { type: 'text', value: ' ' } : child)),
    means,
  );
  const { rest, pictures } = withoutPictures(line);
  if (pictures.length > 0 && rest.length > 0) moved.hasMoved = true;
  const shown = pictures.map((picture): Paragraph => ({ type: 'paragraph', children: [picture] }));
  if (rest.map(wordsIn).join('').trim() === '') return shown;
  return [
    { ...node, depth: Math.min(6, Math.max(2, node.depth + shift)) as Heading['depth'], children: rest },
    ...shown,
  ];
}

/** What is a block ends a paragraph, and what stands behind it begins another. */
function paragraphs(node: Paragraph, means: LineMeans): RootContent[] {
  const line = tidyLine(node.children, means);
  const parts: (PhrasingContent[] | RootContent)[] = [[]];
  for (const child of line as RootContent[]) {
    const last = parts.at(-1);
    if (child.type === 'block') parts.push(child, []);
    else if (Array.isArray(last)) last.push(child as PhrasingContent);
  }
  return parts.flatMap((part) => (Array.isArray(part) ? ownParagraphs(part) : [part]));
}

/** Empty lines come of two breaks; pictures stand alone. */
function ownParagraphs(line: readonly PhrasingContent[]): RootContent[] {
  const parts: PhrasingContent[][] = [[]];
  let breaks = 0;
  for (const child of line) {
    const isPicture =
      child.type === 'image' || (child.type === 'link' && child.children.some(({ type }) => type === 'image'));
    const isBlank = child.type === 'text' && child.value.trim() === '';
    if (child.type === 'break') breaks++;
    else if (!isBlank) breaks = 0;
    if (isPicture) parts.push(child.type === 'link' && child.children.length > 1 ? [...child.children] : [child], []);
    else if (child.type === 'break' && breaks > 1) parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return parts.flatMap((part): RootContent[] => {
    const children = trimmedLine(part);
    if (
      children.every(
        (child) =>
          child.type !== 'image' &&
          wordsIn(child).trim() === '' &&
          child.type !== 'footnoteReference' &&
          !('children' in child && child.children.length > 0),
      )
    )
      return [];
    return [{ type: 'paragraph', children }];
  });
}

function trimmedLine(part: readonly PhrasingContent[]): PhrasingContent[] {
  const children = [...part];
  const isBlank = (child: PhrasingContent | undefined) =>
    child?.type === 'break' || (child?.type === 'text' && child.value.trim() === '');
  while (isBlank(children[0])) children.shift();
  while (isBlank(children.at(-1))) children.pop();
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type === 'text') children[0] = { ...first, value: first.value.trimStart() };
  const end = children.at(-1);
  if (last && end?.type === 'text') children.splice(-1, 1, { ...end, value: end.value.trimEnd() });
  return children;
}

function withoutPictures(children: readonly PhrasingContent[]): {
  rest: PhrasingContent[];
  pictures: PhrasingContent[];
} {
  const pictures: PhrasingContent[] = [];
  const rest = children.filter((child) => {
    const isPicture =
      child.type === 'image' || (child.type === 'link' && child.children.some(({ type }) => type === 'image'));
    if (isPicture) pictures.push(child);
    return !isPicture;
  });
  return { rest, pictures };
}

/** One numbered item would be taken for a day or a year at the start of a line, and one point of a number for a sum. */
function list(node: List): RootContent[] {
  const items = node.children.filter(({ children }) => children.length > 0);
  const [first] = items;
  if (!first) return [];
  if (items.length === 1 && node.ordered && (node.start ?? 1) !== 1) return first.children;
  const isOrdered = node.ordered === true && items.length > 1;
  const beginsWithNumber = /^[$€£¥]?\p{N}/u.test(
    first.children[0]?.type === 'paragraph' ? first.children[0].children.map(wordsIn).join('') : '',
  );
  if (items.length === 1 && beginsWithNumber) return first.children;
  const isLoose = items.some(
    (item) => item.spread || item.children.filter(({ type }) => type === 'paragraph').length > 1,
  );
  return [
    {
      ...node,
      ordered: isOrdered,
      start: isOrdered && (node.start ?? 1) <= 31 ? (node.start ?? 1) : isOrdered ? 1 : null,
      spread: isLoose,
      children: items.map((item) => ({ ...item, checked: null, spread: isLoose })),
    },
  ];
}

function table(node: Table, moved: { hasMoved: boolean }, means: LineMeans): RootContent[] {
  const shown: RootContent[] = [];
  const rows = node.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => {
      const { rest, pictures } = withoutPictures(tidyLine(cell.children, means));
      for (const picture of pictures) shown.push({ type: 'paragraph', children: [picture] });
      const line = trimmedLine(rest).map(
        (child): PhrasingContent => (child.type === 'break' ? { type: 'html', value: '<br>' } : child),
      );
      return { ...cell, children: line };
    }),
  }));
  if (shown.length > 0) moved.hasMoved = true;
  const hasWords = rows.some(({ children }) => children.some((cell) => cell.children.length > 0));
  return [...(hasWords ? [{ ...node, children: rows }] : []), ...shown];
}
