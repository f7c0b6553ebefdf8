/** The `:::` blocks: attributed quotes, fact boxes, notes and videos (a still that links out). */
import type { MarkdownIt } from 'markdown-it';
import container from 'markdown-it-container';
import { isWebAddress } from '../names.ts';
import { escapeHtml, openingOf, type Resolve, resolveIn } from './environment.ts';
import { linkAddress } from './link-address.ts';
import { pictureHtml } from './picture-html.ts';

export type BlockName = 'quote' | 'fact' | 'note' | 'video';

/** Which attributes a block takes; those marked true must be there. */
export const blocks: Record<BlockName, Record<string, boolean>> = {
  quote: { by: true, role: false, source: false },
  fact: { title: true },
  note: { title: false },
  video: { url: true, title: true, poster: false },
};

export type BlockHead = {
  name: string;
  attributes: Record<string, string>;
  /** Written a second time, by which the first is lost. */
  repeated: string[];
  rest: string;
};

const headPattern = /^\s*([\p{L}\p{N}-]*)\s*(?:\{(.*)\})?\s*(.*)$/su;
const attributePattern = /\s*([a-z]+)="([^"]*)"/y;

/** Reads `quote {by="…" role="…"}`; what could not be read is in `rest`. */
export function readBlockHead(params: string): BlockHead {
  const [, name = '', inside = '', after = ''] = headPattern.exec(params) ?? [];
  const attributes: Record<string, string> = Object.create(null);
  const repeated: string[] = [];
  let end = 0;
  for (const match of inside.matchAll(new RegExp(attributePattern, 'gy'))) {
    const [, key = '', value = ''] = match;
    if (key in attributes) repeated.push(key);
    attributes[key] = value;
    end = match.index + match[0].length;
  }
  return { name, attributes, repeated, rest: `${inside.slice(end)}${after}`.trim() };
}

export function addBlocks(parser: MarkdownIt): void {
  for (const name of Object.keys(blocks) as BlockName[]) {
    parser.use(container, name, {
      validate: (params: string) => readBlockHead(params).name === name,
      render: (tokens, index, _options, env) => {
        const token = tokens[index];
        if (token?.nesting === 1) {
          const { attributes } = readBlockHead(token.info);
          return renderers[name].open(attributes, resolveIn(env), String(token.attrGet('id')));
        }
        const opening = openingOf(tokens, index, `container_${name}_open`);
        return renderers[name].close(readBlockHead(opening?.info ?? '').attributes, resolveIn(env));
      },
    });
  }
}

type Attributes = Record<string, string>;
type BlockRenderer = {
  /** `id` is that of a quote. */
  open(attributes: Attributes, resolve: Resolve, id: string): string;
  close(attributes: Attributes, resolve: Resolve): string;
};

const renderers: Record<BlockName, BlockRenderer> = {
  quote: {
    open: ({ source }, resolve, id) => {
      const address = webAddress(source, resolve);
      return `<figure class="quote" id="${id}"><blockquote${address ? ` cite="${escapeHtml(address)}"` : ''}>\n`;
    },
    close: ({ by = '', role }) =>
      `</blockquote><figcaption><b>${escapeHtml(by)}</b>${role ? ` ${escapeHtml(role)}` : ''}</figcaption></figure>\n`,
  },
  fact: {
    open: ({ title = '' }) => openNote('note note-fact', title),
    close: () => '</figure>\n',
  },
  note: {
    open: ({ title = '' }) => openNote('note', title),
    close: () => '</figure>\n',
  },
  video: {
    open: ({ url, title = '', poster }, resolve) => {
      const address = webAddress(url, resolve);
      const still = poster ? resolve.picture(poster) : undefined;
      const picture = still ? pictureHtml(still, '') : '';
      const link = address
        ? `<a class="watch" href="${escapeHtml(address)}">${escapeHtml(title)}</a>`
        : escapeHtml(title);
      return `<figure class="figure">${picture}${link}<figcaption>\n`;
    },
    close: () => '</figcaption></figure>\n',
  },
};

/** Where an attribute leads that has to be a whole address; undefined where that is nowhere yet. */
export function webAddress(written: string | undefined, resolve: Resolve): string | undefined {
  return written && isWebAddress(written) ? linkAddress(written, resolve) : undefined;
}

/**
 * Not an `aside`, which reader modes drop, as they do a `div` with many links; nor a landmark, for two with the same
 * title would not be told apart.
 */
function openNote(classes: string, title: string): string {
  const [name, label] = title
    ? [` aria-label="${escapeHtml(title)}"`, `<p class="label">${escapeHtml(title)}</p>`]
    : ['', ''];
  return `<figure class="${classes}" role="note"${name}>${label}\n`;
}
