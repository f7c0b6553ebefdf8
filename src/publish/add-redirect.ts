/** Writes an old address into the front matter of what has another now, and changes nothing else of the file. */
import { isMap, isSeq, parseDocument } from 'yaml';

/** An address as it may stand in a list in one line. */
export function inFlow(url: string): string {
  return url.includes(',') ? `"${url}"` : url;
}

/** The text of a file of content, YAML or with such front matter, with `redirectFrom` for a URL; of a story also with the `id` under which feeds know it. */
export function addRedirect(text: string, url: string, isStory: boolean): string | undefined {
  const match = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*\r?$)/m.exec(text);
  if (!match && isStory) return undefined;
  const [open, matter] = match ? [match[1] ?? '', match[2] ?? ''] : ['', text];
  const end = matter.includes('\r\n') ? '\r\n' : '\n';
  const document = parseDocument(matter);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const edited = withAddress(matter, document.get('redirectFrom', true), url, end);
  if (edited === undefined) return undefined;
  const needsId = isStory && !document.has('id') && /^\/(?:[a-zA-Z-]+\/)?\d{4}\/\d{2}\/\d{2}\//.test(url);
  const id = needsId ? `id: ${idOf(url)}${end}` : '';
  return text.slice(0, open.length) + edited + id + text.slice(open.length + matter.length);
}

/** The path under which a story is known in every language. */
export function idOf(url: string): string {
  return url.replace(/^\/[a-zA-Z-]+(?=\/\d{4}\/)/, '');
}

function withAddress(matter: string, list: unknown, url: string, end: string): string | undefined {
  if (list === undefined) return `${matter}${/\n$/.test(matter) ? '' : end}redirectFrom: [${inFlow(url)}]${end}`;
  if (!isSeq(list) || !list.range) return undefined;
  const last = list.items.at(-1) as { range?: [number, number, number] } | undefined;
  if (list.flow) {
    const at = last?.range?.[1] ?? list.range[0] + 1;
    return matter.slice(0, at) + (last ? `, ${inFlow(url)}` : inFlow(url)) + matter.slice(at);
  }
  const at = last?.range?.[1];
  if (at === undefined) return undefined;
  const line = matter.slice(matter.lastIndexOf('\n', at - 1) + 1, at);
  const [dash = '- '] = /^[ \t]*-[ \t]+/.exec(line) ?? [];
  const next = matter.indexOf('\n', at) + 1;
  return `${matter.slice(0, next)}${dash}${url}${end}${matter.slice(next)}`;
}
