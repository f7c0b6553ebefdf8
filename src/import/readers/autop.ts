/**
 * The classic editor of WordPress keeps texts without paragraphs: a blank line begins one, and every other end of a line is
 * a line break. Here they get the tags that WordPress adds when it shows them.
 */

/** What stands by itself, so that it is in no paragraph. */
const blocks =
  'address|article|aside|blockquote|body|canvas|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frameset|h[1-6]|head|header|hgroup|hr|html|iframe|legend|li|main|map|math|menu|nav|noscript|object|ol|optgroup|option|p|pre|script|section|select|style|summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|tr|ul|video|audio';
/** A comment, a whole element of which no byte changes, or a tag of a block. */
const pieces = new RegExp(
  `<!--[\\s\\S]*?-->|<(pre|script|style|textarea|svg|math|iframe|object|video|audio|select)\\b[\\s\\S]*?</\\1\\s*>|</?(?:${blocks})\\b(?:[^<>"']|"[^"]*"|'[^']*')*>`,
  'gi',
);
/** What may hold paragraphs. */
const flow = new Set(
  'address article aside blockquote body center dd details div fieldset figure footer form header main nav noscript section td th li'.split(
    ' ',
  ),
);
/** In which a single piece of text needs no paragraph. */
const tight = new Set('dd td th li figure'.split(' '));
const voids = new Set(['hr', 'col']);

/** `text` is what the editor has: HTML with line ends that count. */
export function withParagraphs(text: string): string {
  const source = text.replace(/\r\n?/g, '\n');
  const open: string[] = [];
  let html = '';
  let last = 0;
  for (const match of source.matchAll(pieces)) {
    html += flowing(source.slice(last, match.index), open.at(-1));
    last = match.index + match[0].length;
    html += match[0];
    trackTag(match[0], match[1], open);
  }
  return (html + flowing(source.slice(last), open.at(-1))).trim();
}

function trackTag(piece: string, whole: string | undefined, open: string[]): void {
  const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(piece) ?? [];
  const tag = name.toLowerCase();
  if (whole !== undefined || tag === '' || voids.has(tag) || piece.endsWith('/>')) return;
  if (slash === '') {
    open.push(tag);
    return;
  }
  const at = open.lastIndexOf(tag);
  if (at !== -1) open.length = at;
}

/** A run of text between blocks, in the block that is open. */
function flowing(run: string, parent: string | undefined): string {
  if (run.trim() === '') return run === '' ? '' : '\n';
  const paragraphs = run
    .split(/\n[ \t]*\n\s*/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const isPlain = parent !== undefined && (!flow.has(parent) || (tight.has(parent) && paragraphs.length === 1));
  if (isPlain) return withBreaks(run.replace(/^\n+|\n+$/g, '\n'));
  return `\n${paragraphs.map((each) => `<p>${withBreaks(each)}</p>`).join('\n')}\n`;
}

/** A line break that is written already is not said twice. */
function withBreaks(text: string): string {
  const [, before = '', inside = '', after = ''] = /^(\n?)([\s\S]*?)(\n?)$/.exec(text) ?? [];
  return before + inside.replace(/(<br\s*\/?>)?[ \t]*\n/gi, '<br>\n') + after;
}
