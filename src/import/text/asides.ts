/**
 * Parts of a text that many programs set apart: `:::note[Title] … :::` of Docusaurus, VitePress and Starlight, and the indented
 * `!!! note "Title"` of MkDocs.
 */
import { codeRanges, isWithin } from './code-ranges.ts';

/** Those that themes show with their name above, where nothing else is. */
const named =
  /^(?:note|tip|info|important|warning|caution|danger|success|question|example|abstract|bug|failure|quote|details)$/i;
const fence =
  /^(?<indent>[ \t]*):{3,}[ \t]*(?:(?<name>[a-zA-Z][\w-]*)[ \t]*(?:\[(?<title>[^\]\n]*)\]|(?<words>[^{}\n]*?))?[ \t]*(?:\{[^}\n]*\})?)?[ \t]*$/gm;
const indented =
  /^(?<indent>[ \t]*)[!?]{3}\+?[ \t]+(?<name>[\w-]+)(?:[ \t]+[\w-]+)*(?:[ \t]+"(?<title>[^"\n]*)")?[ \t]*\n(?<inside>(?:\k<indent>(?: {4}|\t).*(?:\n|$)|[ \t]*\n)+)/gm;

export function withAsides(text: string): string {
  if (!/^[ \t]*(?::{3,}|[!?]{3})/m.test(text)) return text;
  return fenced(outdented(text));
}

function outdented(text: string): string {
  const ranges = codeRanges(text);
  return text.replace(indented, (found, ...rest) => {
    const { indent = '', name = '', title, inside = '' } = rest.at(-1) as Record<string, string>;
    if (isWithin(ranges, rest.at(-3) as number)) return found;
    const own = inside.replace(/^(?: {4}|\t)/gm, '');
    return `${opening(indent, { name, title, after: own })}${own.trimEnd()}\n\n${closing(indent, name)}`;
  });
}

type Fence = { from: number; to: number; indent: string; name?: string; title?: string };

/** A fence without a name ends the last that has one; those that do not go together are a text. */
function fenced(text: string): string {
  const ranges = codeRanges(text);
  const open: Fence[] = [];
  const changes: { from: number; to: number; instead: string }[] = [];
  for (const { 0: found, index, groups = {} } of text.matchAll(fence)) {
    if (isWithin(ranges, index)) continue;
    const { indent = '', name, title, words } = groups;
    const own = { from: index, to: index + found.length, indent };
    if (name !== undefined) {
      open.push({ ...own, name, ...((title || words) && { title: title || words || '' }) });
      continue;
    }
    const start = open.pop();
    if (!start) continue;
    const { name: called = '', title: said } = start;
    changes.push(
      { ...start, instead: opening(start.indent, { name: called, title: said, after: text.slice(start.to, index) }) },
      { ...own, instead: closing(start.indent, called) },
    );
  }
  let written = text;
  for (const { from, to, instead } of changes.sort((a, b) => b.from - a.from))
    written = written.slice(0, from) + instead + written.slice(to);
  return written;
}

function opening(
  indent: string,
  { name, title, after }: { name: string; title: string | undefined; after: string },
): string {
  const isSaid = after
    .replace(/[^\p{L}\n]+/gu, '')
    .trimStart()
    .toLowerCase()
    .startsWith(name.toLowerCase());
  const own = named.test(name) && !isSaid ? name.charAt(0).toUpperCase() + name.slice(1).toLowerCase() : '';
  const words = title?.trim() || own;
  return `\n${indent}<${tag(name)}>\n\n${words && `${indent}**${words}**\n\n`}`;
}

function closing(indent: string, name: string): string {
  return `\n\n${indent}</${tag(name)}>\n\n`;
}

function tag(name: string): string {
  return named.test(name) ? 'blockquote' : 'div';
}
