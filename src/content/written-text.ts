/**
 * A text as programs read it: entities, percent signs, the escapes of JSON and YAML and letters of mathematics taken away,
 * one layer after another.
 */
import { decode } from './entities.ts';
import { decodedPath } from './spelling.ts';

/** `at`: where a place of it stands in the text that it was read from. */
export type Layer = { text: string; at(offset: number): number };

const escapes =
  /(?:%[0-9a-f]{2})+|&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});|\\(?:u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|[nrtbf"/\\])|\uD835[\uDC00-\uDFFF]|\uD83C[\uDD30-\uDD89]/gi;

/** HTML in XML in a feed is three deep; a layer more costs nothing where there is none. */
const mostLayers = 5;

/** The text itself, and each layer below it. */
export function layersOf(text: string): Layer[] {
  const layers: Layer[] = [{ text, at: (offset) => offset }];
  while (layers.length < mostLayers) {
    const above = layers.at(-1) as Layer;
    const below = unescaped(above);
    if (!below) break;
    layers.push(below);
  }
  return layers;
}

/** Undefined where nothing is escaped. */
function unescaped(above: Layer): Layer | undefined {
  let text = '';
  let from = 0;
  // Where pieces begin: here, and above.
  const begins: number[] = [0];
  const source: number[] = [0];
  for (const { 0: written, index } of above.text.matchAll(escapes)) {
    const meant = meaningOf(written);
    if (meant === written) continue;
    text += above.text.slice(from, index);
    begins.push(text.length);
    source.push(index);
    text += meant;
    from = index + written.length;
    begins.push(text.length);
    source.push(from);
  }
  if (begins.length === 1) return undefined;
  text += above.text.slice(from);
  return { text, at: (offset) => above.at(placeAbove(offset, begins, source)) };
}

/** Pieces take turns: of text that is the same above, and of what an escape stands for. */
function placeAbove(offset: number, begins: readonly number[], source: readonly number[]): number {
  let low = 0;
  let high = begins.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((begins[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const isEscape = low % 2 === 1;
  return (source[low] ?? 0) + (isEscape ? 0 : offset - (begins[low] ?? 0));
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function meaningOf(written: string): string {
  if (written.startsWith('%')) return decodedPath(written) ?? written;
  if (written.startsWith('&')) return decode(written);
  if (!written.startsWith('\\')) return written.normalize('NFKC');
  const hex = /^\\[ux]\{?([0-9a-f]+)\}?$/i.exec(written)?.[1];
  if (hex !== undefined) {
    const code = Number.parseInt(hex, 16);
    return code > 0x10ffff ? written : String.fromCodePoint(code);
  }
  const letter = written.slice(1);
  return controls[letter.toLowerCase()] ?? letter;
}
