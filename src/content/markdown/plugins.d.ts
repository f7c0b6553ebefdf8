/** Types of the two markdown-it plugins that come without any for markdown-it 15. */
declare module 'markdown-it-container' {
  import type { MarkdownIt, RendererRule } from 'markdown-it';

  type Options = { validate(params: string): boolean; render: RendererRule };
  export default function container(parser: MarkdownIt, name: string, options: Options): void;
}

declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  export default function footnote(parser: MarkdownIt): void;
}
