/** Types of the markdown-it plugin that comes without any for markdown-it 15. */
declare module 'markdown-it-container' {
  import type { MarkdownIt, RendererRule } from 'markdown-it';

  type Options = { validate(params: string): boolean; render: RendererRule };
  export default function container(parser: MarkdownIt, name: string, options: Options): void;
}
