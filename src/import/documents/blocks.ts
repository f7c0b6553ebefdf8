/** What every kind of document is read as: its blocks, one after the other, each with its lines as HTML; and all of them as HTML. */
import { escapeHtml } from '../../content/blocks/markup.ts';

export type Block = {
  kind: 'title' | 'subtitle' | 'heading' | 'paragraph' | 'quote' | 'item' | 'caption' | 'whole' | 'picture' | 'rule';
  /** What stands in it; of what is `whole`, such as a table, the element itself. */
  html: string;
  /** The same as readers see it. */
  words: string;
  /** Of a heading from 1, of an item of a list from 0. */
  level?: number;
  /** Of a numbered item: its number. */
  number?: number;
  /** Of a heading: the names by which links lead to it. */
  ids?: readonly string[];
  /** All of its words are bold. */
  isStrong?: boolean;
};

export function blocksAsHtml(blocks: readonly Block[]): string {
  const html: string[] = [];
  for (let at = 0; at < blocks.length; ) {
    const { kind = 'paragraph' } = blocks[at] ?? {};
    let end = at + 1;
    while (blocks[end]?.kind === kind) end++;
    html.push(runAsHtml(kind, blocks.slice(at, end)));
    at = end;
  }
  return html.join('\n');
}

function runAsHtml(kind: Block['kind'], run: readonly Block[]): string {
  if (kind === 'item') return listAsHtml(run, { at: 0 }, -1);
  const paragraphs = run.map(({ html }) => `<p>${html}</p>`).join('\n');
  if (kind === 'quote') return `<blockquote>${paragraphs}</blockquote>`;
  if (kind === 'rule') return '<hr>';
  if (kind === 'heading') return run.map(headingAsHtml).join('\n');
  return kind === 'whole' ? run.map(({ html }) => html).join('\n') : paragraphs;
}

function headingAsHtml({ html, level = 1, ids = [] }: Block): string {
  const places = ids.map((id) => `<span id="${escapeHtml(id)}"></span>`).join('');
  return `<h${Math.min(level, 6)}>${places}${html}</h${Math.min(level, 6)}>`;
}

/** The items that are deeper than `above`; a list ends where its kind changes. */
function listAsHtml(items: readonly Block[], walk: { at: number }, above: number): string {
  let html = '';
  while ((items[walk.at]?.level ?? -1) > above) {
    const { level = 0, number } = items[walk.at] as Block;
    const isOrdered = number !== undefined;
    html += isOrdered ? `<ol start="${number}">` : '<ul>';
    for (let item = items[walk.at]; isOfList(item, level, isOrdered); item = items[walk.at]) {
      walk.at++;
      html += `<li>${item.html}${listAsHtml(items, walk, level)}</li>`;
    }
    html += isOrdered ? '</ol>' : '</ul>';
  }
  return html;
}

function isOfList(item: Block | undefined, level: number, isOrdered: boolean): item is Block {
  return item !== undefined && item.level === level && (item.number !== undefined) === isOrdered;
}

/** `columns`, `rows`: over how many it goes, if over more than one. */
export type Cell = { blocks: readonly Block[]; columns?: number; rows?: number };

/** Each becomes a cell of its own. */
const mostSpanned = 100;

/** The first of several rows is the head of the table, as Markdown has it. */
export function tableBlock(rows: readonly (readonly Cell[])[]): Block {
  const html = rows.map((cells, index) => {
    const name = index === 0 && rows.length > 1 ? 'th' : 'td';
    const written = cells.map(({ blocks, columns = 1, rows: down = 1 }) => {
      const [across, below] = [Math.min(columns, mostSpanned), Math.min(down, mostSpanned)];
      const span = `${columns > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${below}"` : ''}`;
      return `<${name}${span}>${blocksAsHtml(blocks)}</${name}>`;
    });
    return `<tr>${written.join('')}</tr>`;
  });
  const words = rows.flatMap((cells) => cells.flatMap(({ blocks }) => blocks.map((block) => block.words)));
  return { kind: 'whole', html: `<table>${html.join('\n')}</table>`, words: words.filter(Boolean).join(' ') };
}

/** A picture and the caption beside it are one figure. Returns whether one stood above its picture. */
export function withCaptions(blocks: readonly Block[]): { blocks: Block[]; hasMoved: boolean } {
  const shown: Block[] = [];
  let hasMoved = false;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    const [next, before] = [blocks[at + 1], shown.at(-1)];
    if (block.kind !== 'picture') shown.push(block);
    else if (next?.kind === 'caption') {
      shown.push(figure(block, next));
      at++;
    } else if (before?.kind === 'caption') {
      shown.splice(-1, 1, figure(block, before));
      hasMoved = true;
    } else shown.push(block);
  }
  return { blocks: shown, hasMoved };
}

function figure(picture: Block, caption: Block): Block {
  const html = `<figure>${picture.html}<figcaption>${caption.html}</figcaption></figure>`;
  return { kind: 'whole', html, words: caption.words };
}
