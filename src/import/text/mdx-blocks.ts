/**
 * What stands inside a component of MDX is Markdown, whether or not empty lines are around it and however far it is indented.
 * Here it gets the lines and the indentation that Markdown needs for that.
 */

const opens =
  /^[ \t]*<(?:[A-Z][\w.]*|div|section|details|aside|figure|figcaption|article|blockquote|center|small)(?:\s[^<>]*)?>(?<title><p>.*<\/p>)?[ \t]*$/;
const closes =
  /^[ \t]*<\/(?:[A-Z][\w.]*|div|section|details|aside|figure|figcaption|article|blockquote|center|small)>[ \t]*$/;

/** `base`: the indentation that the component has here; `inner`: that of what it holds, as it was. */
type Open = { base: number; inner?: number };

export function withMarkdownInside(text: string): string {
  const written: string[] = [];
  const open: Open[] = [];
  let fence: string | undefined;
  const put = (line: string, base: number) => written.push('', `${' '.repeat(base)}${line.trim()}`, '');
  for (const line of text.split('\n')) {
    const lead = line.length - line.trimStart().length;
    if (fence === undefined && closes.test(line)) {
      put(line, open.pop()?.base ?? lead);
      continue;
    }
    const top = open.at(-1);
    if (top && line.trim() !== '') top.inner ??= lead;
    const less = Math.min(lead, Math.max(0, (top?.inner ?? 0) - (top?.base ?? 0)));
    const sign = /^[ \t]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(`{3,}|~{3,})/.exec(line)?.[1];
    if (sign !== undefined) fence = fence === undefined ? sign : sign.startsWith(fence) ? undefined : fence;
    const title = fence === undefined ? opens.exec(line) : null;
    if (title) {
      const words = title.groups?.title ?? '';
      put(line.trim().slice(0, line.trim().length - words.length), lead - less);
      if (words !== '') put(words, lead - less);
      open.push({ base: lead - less });
    } else written.push(line.slice(less));
  }
  return written.join('\n');
}
