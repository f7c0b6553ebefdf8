/** The title that a Markdown text has in itself: its first heading, before any other text. */

/** `line`: how many lines of the text stand before the rest of it. */
export type OwnTitle = { title: string; rest: string; line: number };

const atx = /^ {0,3}#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n(?:[ \t]*\n)*|$)/;
const setext = /^ {0,3}(\S[^\n]*)\n {0,3}=+[ \t]*(?:\n(?:[ \t]*\n)*|$)/;
const before = /^(?:[ \t]*\n|<!--[\s\S]*?-->[ \t]*\n?|import\s[^\n]*\n)*/;

export function ownTitle(text: string): OwnTitle | undefined {
  const head = before.exec(text)?.[0] ?? '';
  const after = text.slice(head.length);
  const found = atx.exec(after) ?? setext.exec(after);
  if (!found) return undefined;
  const rest = head.replace(/^[ \t]*\n/gm, '') + after.slice(found[0].length);
  return { title: (found[1] ?? '').trim(), rest, line: `${head}${found[0]}`.split('\n').length - 1 };
}
