/** The tree of HTML as a tree of Markdown, with what our Markdown has of its own: blocks, pictures, raised and lowered letters. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { Root as MarkdownRoot, Nodes, PhrasingContent, RootContent } from 'mdast';
import { collapseSpaces, settleTexts } from './spaces.ts';
import { attribute, element, elementsIn, text, textOf } from './tree.ts';

/** A `:::` block. */
export type BlockNode = { type: 'block'; name: string; attributes: Record<string, string>; children: RootContent[] };

/** Raised or lowered letters: of the type that stands within lines wherever a line is. */
export type RaisedNode = { type: 'textDirective'; name: 'sup' | 'sub'; children: PhrasingContent[] };

declare module 'mdast' {
  interface RootContentMap {
    block: BlockNode;
    textDirective: RaisedNode;
  }
  interface PhrasingContentMap {
    textDirective: RaisedNode;
  }
  interface TextData {
    /** An address that leads nowhere. */
    isNoLink?: true;
  }
  interface HeadingData {
    /** The ids that it had. */
    ids?: string[];
  }
}

/** As long as the parser looks for the end of what is raised. */
const mostRaised = 250;

const raised: Handle = (state, node) => {
  const inside = state.all(node) as PhrasingContent[];
  const words = textOf(node);
  if (
    words === '' ||
    words.length > mostRaised ||
    node.children.some((child) => child.type === 'element' && child.tagName === 'a')
  )
    return inside;
  return { type: 'textDirective', name: node.tagName === 'sup' ? 'sup' : 'sub', children: inside };
};

const block: Handle = (state, node) => ({
  type: 'block',
  name: attribute(node, 'name'),
  attributes: JSON.parse(attribute(node, 'attributes')),
  children: state.toFlow(state.all(node)) as RootContent[],
});

const picture: Handle = (_state, node) => {
  const { caption, credit, alt, file, href } = Object.fromEntries(
    ['caption', 'credit', 'alt', 'file', 'href'].map((name) => [name, attribute(node, name)]),
  );
  const title = credit ? `${caption} | ${credit}` : caption?.includes('|') ? `${caption} |` : caption;
  const image: PhrasingContent = { type: 'image', url: file ?? '', alt: alt ?? '', title: title || null };
  return href ? { type: 'link', url: href, children: [image] } : image;
};

const heading: Handle = (state, node, parent) => {
  const depth = Number(node.tagName.charAt(1)) as 1 | 2 | 3 | 4 | 5 | 6;
  const around =
    parent?.type === 'element' && parent.children.find((child) => child.type === 'element') === node ? [parent] : [];
  const ids = [node, ...elementsIn(node), ...around, ...anchorsBefore(node, parent)]
    .flatMap((each) => [attribute(each, 'id'), attribute(each, 'name')])
    .filter(Boolean);
  return { type: 'heading', depth, children: state.all(node) as PhrasingContent[], data: { ids } };
};

/** Elements that begin a line of their own, as they do in what is one line here. */
const lines: ReadonlySet<string> = new Set('address article center div footer header p section'.split(' '));

/** Spaces part the words that lines would have parted. */
function inOneLine(parent: Element): void {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    inOneLine(child);
    return lines.has(child.tagName) ? [text(' '), { ...child, tagName: 'span' }, text(' ')] : [child];
  });
}

/** What is nothing but a name for the heading that follows. */
function anchorsBefore(node: Element, parent: Parents | undefined): Element[] {
  const siblings = parent?.children ?? [];
  const found: Element[] = [];
  for (let index = siblings.indexOf(node as never) - 1; index >= 0; index--) {
    const before = siblings[index];
    if (before?.type === 'comment' || (before?.type === 'text' && before.value.trim() === '')) continue;
    if (before?.type !== 'element' || !/^(?:a|span|p|div)$/.test(before.tagName) || textOf(before).trim() !== '') break;
    const inside = [...elementsIn(before)];
    if (inside.some(({ tagName }) => !/^(?:a|span|p|div)$/.test(tagName))) break;
    found.push(before, ...inside);
  }
  return found;
}

/** Terms of a list of definitions stand above what is said of them. */
const definitions: Handle = (state, node) => {
  const flow: RootContent[] = [];
  const look = (parent: Element) => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'dt')
        flow.push({
          type: 'paragraph',
          children: [{ type: 'strong', children: state.all(child) as PhrasingContent[] }],
        });
      else if (child.tagName === 'dd') flow.push(...(state.toFlow(state.all(child)) as RootContent[]));
      else look(child);
    }
  };
  look(node);
  return flow;
};

const summary: Handle = (state, node) => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: state.all(node) as PhrasingContent[] }],
});
const inside = (state: State, node: Element) => state.all(node);
const quoted: Handle = (state, node) => [
  { type: 'text', value: '“' },
  ...(state.all(node) as PhrasingContent[]),
  { type: 'text', value: '”' },
];

const means: Parameters<typeof toMdast>[1] = {
  document: true,
  handlers: {
    'x-block': block,
    'x-picture': picture,
    'x-note': (_state: State, node: Element) => ({
      type: 'footnoteReference',
      identifier: attribute(node, 'name'),
      label: attribute(node, 'name'),
    }),
    'x-note-text': (state: State, node: Element): Nodes => ({
      type: 'footnoteDefinition',
      identifier: attribute(node, 'name'),
      label: attribute(node, 'name'),
      children: state.toFlow(state.all(node)) as never,
    }),
    sup: raised,
    sub: raised,
    q: quoted,
    dl: definitions,
    details: (state: State, node: Element) => state.toFlow(state.all(node)),
    summary,
    figcaption: (state: State, node: Element) => state.toFlow(state.all(node)),
    h1: heading,
    h2: heading,
    h3: heading,
    h4: heading,
    h5: heading,
    h6: heading,
    // Not code, and what is marked is not stressed.
    mark: inside,
    u: inside,
    kbd: inside,
    samp: inside,
    var: inside,
    img: () => undefined,
    base: () => undefined,
  },
  nodeHandlers: { comment: () => undefined },
};

/**
 * The tree is given by a handler, and so is what comes of it taken: of one that is given as it is, a copy is made, and what the
 * library does to spaces before and after takes longer than all else.
 */
export function toMarkdownTree(root: Root): MarkdownRoot {
  for (const each of elementsIn(root)) if (/^(?:h[1-6]|summary|dt)$/.test(each.tagName)) inOneLine(each);
  collapseSpaces(root);
  let tree: MarkdownRoot | undefined;
  const given = (state: State) => {
    tree = state.one(root, undefined) as MarkdownRoot;
    return undefined;
  };
  toMdast(
    { type: 'root', children: [element('x-tree', {})] },
    { ...means, handlers: { ...means?.handlers, 'x-tree': given } },
  );
  const found = tree ?? { type: 'root', children: [] };
  settleTexts(found);
  return found;
}
