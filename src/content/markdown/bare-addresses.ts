/** An address in a text becomes a link to itself: `See https://e.example/a now`. What is seen stays as typed. */
import type { MarkdownIt } from 'markdown-it';
import { cjk, spaceless } from './scripts.ts';

/** An address is of ASCII signs and letters; brackets, quotation marks and stops of no script but ours. */
const address = /:\/\/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-._~:/?#@!$&'()*+,;=%]){0,2000}/uy;
const maxScheme = 5;

export function addBareAddresses(parser: MarkdownIt): void {
  // Its namesake in markdown-it would also link what only looks like the name of a host.
  parser.inline.ruler.at('linkify', (state, isSilent) => {
    if (isSilent || state.linkLevel > 0 || state.src.charCodeAt(state.pos) !== 0x3a) return false;
    // What is pending is not looked into: it is put together of pieces, and would be copied whole at each colon.
    const before = state.src.slice(Math.max(0, state.pos - maxScheme - 1), state.pos);
    const scheme = /(?:^|[^A-Za-z0-9\\])(https?)$/i.exec(before)?.[1];
    if (scheme === undefined || scheme.length > state.pending.length) return false;
    address.lastIndex = state.pos;
    const found = (address.exec(state.src)?.[0] ?? '').slice(0, state.posMax - state.pos);
    const rest = withoutEnd(withoutWords(found));
    const text = scheme + rest;
    const href = parser.normalizeLink(text);
    if (!URL.canParse(href) || !parser.validateLink(href)) return false;
    state.pending = state.pending.slice(0, -scheme.length);
    const link = { markup: 'linkify', info: 'auto' };
    Object.assign(state.push('link_open', 'a', 1), link).attrSet('href', href);
    state.push('text', '', 0).content = text;
    Object.assign(state.push('link_close', 'a', -1), link);
    state.pos += rest.length;
    return true;
  });
}

/**
 * Where no spaces are set, the next word touches an address that is ASCII so far. Behind a sign such as / it may
 * be part of it (`/wiki/港湾`), unless it is of hiragana, as particles are.
 */
function withoutWords(address: string): string {
  const start = address.search(/\P{ASCII}/u);
  const [before, after] = [address.charAt(start - 1), address.charAt(start)];
  const isHost = start <= '://'.length;
  if (isHost || !(cjk.test(after) || spaceless.test(after))) return address;
  return /[A-Za-z0-9]/.test(before) || /\p{Script=Hiragana}/u.test(after) ? address.slice(0, start) : address;
}

/** Stops and signs at its end are the sentence’s, and so is a bracket that it does not open. */
function withoutEnd(address: string): string {
  let closing = (address.match(/\)/g)?.length ?? 0) - (address.match(/\(/g)?.length ?? 0);
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' && closing-- > 0) continue;
    if (!".,;:!?'*_~&(".includes(last)) break;
  }
  return address.slice(0, end);
}
