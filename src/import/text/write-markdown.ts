/** A Markdown tree as the text of a story. */
import type { Blockquote, Root, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { gently, strictly } from './escape.ts';
import type { BlockNode, RaisedNode } from './markdown-tree.ts';
import { wordsIn } from './tidy-lines.ts';

/** Ways to write the same: where one would be misread, the next is taken. */
export const styles = {
  plain: { signs: gently, emphasis: '*', bullet: '-' },
  underlined: { signs: gently, emphasis: '_', bullet: '*' },
  strict: { signs: strictly, emphasis: '_', bullet: '*' },
} as const;

export type Style = keyof typeof styles;

export function writeMarkdown(root: Root, style: Style): string {
  writers[style] ??= makeWriter(style);
  return writers[style].stringify(root).trimEnd();
}

const writers: { [S in Style]?: ReturnType<typeof makeWriter> } = {};

type State = {
  stack: string[];
  containerFlow(node: unknown, info: unknown): string;
  containerPhrasing(node: unknown, info: unknown): string;
  indentLines(value: string, map: (line: string, index: number, blank: boolean) => string): string;
  enter(name: string): () => void;
  createTracker(info: unknown): { current(): object };
};
type Info = { before: string; after: string };

/** Where it stands it is emphasis for our Markdown, which knows scripts without spaces: no letter beside it is written as a number. */
function around(name: 'emphasis' | 'strong', signs: string) {
  const write = (node: unknown, _parent: unknown, state: State, info: Info) => {
    const exit = state.enter(name);
    const inside = state.containerPhrasing(node, { ...info, before: signs, after: signs });
    exit();
    return `${signs}${inside}${signs}`;
  };
  return Object.assign(write, { peek: () => signs.charAt(0) });
}

function makeWriter(style: Style) {
  const { signs, emphasis, bullet } = styles[style];
  return unified()
    .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
    .use(remarkStringify, {
      bullet,
      bulletOther: bullet === '*' ? '-' : '*',
      emphasis,
      rule: '-',
      listItemIndent: 'one',
      fences: true,
      resourceLink: true,
      incrementListMarker: true,
      handlers: {
        text: (node: Text, _parent: unknown, { stack }: State, { before, after }: Info) => {
          const around = {
            ...{ before: before.at(-1) ?? '', after: after.at(0) ?? '' },
            isInLink: stack.includes('label') || stack.includes('link'),
            isInCell: stack.includes('tableCell'),
            isAtStart: before === '' || /\n$/.test(before),
          };
          if (!node.data?.isNoLink || around.isInLink) return signs(node.value, around);
          const parts = node.value.split('://').map((part) => strictly(part, { ...around, isAtStart: false }));
          return parts.join('\\://');
        },
        emphasis: around('emphasis', emphasis),
        strong: around('strong', '**'),
        image: (node: { alt?: string | null; url: string; title?: string | null }) => {
          const alt = node.alt
            ? strictly(node.alt, { before: '[', after: ']', isInLink: true, isInCell: false, isAtStart: false })
            : '""';
          const title = node.title ? ` "${node.title.replace(/\s+/g, ' ').replace(/["\\]|&(?=#|\w+;)/g, '\\$&')}"` : '';
          return `![${alt}](${/[\s()<>]/.test(node.url) ? `<${node.url}>` : node.url}${title})`;
        },
        textDirective: ({ name, children }: RaisedNode, _parent: unknown, state: State, info: Info) => {
          const exit = state.enter('textDirective');
          const inside = state.containerPhrasing({ children }, { ...info, before: '>', after: '<' });
          exit();
          return `<${name}>${inside}</${name}>`;
        },
        block: (node: BlockNode, _parent: unknown, state: State, info: Info) => {
          const exit = state.enter('block');
          const inside = state.containerFlow(node, state.createTracker(info).current());
          exit();
          const attributes = Object.entries(node.attributes).map(
            ([key, value]) => `${key}="${value.replace(/\s+/g, ' ').replaceAll('"', '”').trim()}"`,
          );
          const fence = inside.includes(':::') ? '::::' : ':::';
          return [`${fence} ${node.name} {${attributes.join(' ')}}`, ...(inside === '' ? [] : [inside]), fence].join(
            '\n',
          );
        },
        blockquote: (node: Blockquote, _parent: unknown, state: State, info: Info) => {
          const exit = state.enter('blockquote');
          const inside = state.containerFlow(node, state.createTracker(info).current());
          exit();
          const [first] = node.children;
          // One line that begins with a number would be taken for “more than”.
          const isNumber =
            !inside.includes('\n') &&
            first?.type === 'paragraph' &&
            /^\W{0,3}\p{N}/u.test(first.children.map(wordsIn).join(''));
          return `${state.indentLines(inside, (line, _index, blank) => (blank ? '>' : `> ${line}`))}${isNumber ? '\n>' : ''}`;
        },
      } as never,
    })
    .freeze();
}
