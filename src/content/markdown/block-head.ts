/** The line that begins a `:::` block: its name and its attributes. */

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

const anyKey = /(?<=^|[\s{,;"“”„«»'‘’])([a-z]+)["“”'‘’]?\s*[=:]\s*(?=\S)/gi;
const opening = /^["“”„‟«»″'‘’‚‹›`]/;
const closing = /["“”„‟«»″'‘’‚‹›`]$/;

/** The line as it is to be, where attributes have other marks than `"`, or none; undefined where that cannot be told. */
export function plainHead(params: string): string | undefined {
  const [, name = '', written = ''] = /^\s*([\p{L}\p{N}-]+)(.*)$/su.exec(params) ?? [];
  const inside = written.trim().replace(/^\{/, '').replace(/\}$/, '').trim();
  // The colon of an address begins no value.
  const keys = [...inside.matchAll(anyKey)].filter(({ 0: key, index }) => !inside.startsWith('//', index + key.length));
  if (keys[0]?.index !== 0) return undefined;
  const attributes = keys.map(({ 0: key, 1: called = '', index }, number) => {
    const value = inside.slice(index + key.length, keys[number + 1]?.index).replace(/[\s,;]+$/, '');
    return `${called.toLowerCase()}="${value.replace(opening, '').replace(closing, '')}"`;
  });
  const head = `${name} {${attributes.join(' ')}}`;
  const read = readBlockHead(head);
  return read.rest === '' && read.repeated.length === 0 ? head : undefined;
}
