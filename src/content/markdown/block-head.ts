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
