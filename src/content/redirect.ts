/** `redirectFrom`: which old addresses can be kept alive, and which are Broadsheet's own. */
import { isLanguage, reservedWords } from './names.ts';
import type { Refusal } from './yaml.ts';

const segment = /^[A-Za-z0-9._~-]+$/;

/** Why an address cannot be redirected from, or undefined where it can. */
export function redirectRefusal(url: string): Refusal | undefined {
  const inner = url.replace(/^\/|\/$/g, '').split('/');
  const last = inner.at(-1) ?? '';
  const isWritten = url.startsWith('/') && inner.every((part) => segment.test(part) && !part.startsWith('.'));
  const folders = url.endsWith('/') || !last.includes('.') ? inner : inner.slice(0, -1);
  if (!isWritten || folders.some((part) => part.includes('.'))) {
    return {
      code: 'redirect/bad-path',
      what: `“${url}” is not an address that can be redirected from.`,
      fix: 'Write a path such as /old/path/ or /story.html: letters, digits, hyphens; a dot only in a file name at its end.',
    };
  }
  if (isOwn(inner)) {
    return {
      code: 'redirect/reserved',
      what: `“${url}” is the kind of address that Broadsheet makes itself.`,
      fix: 'Remove it; only addresses that nothing else can have are redirected from.',
    };
  }
  return undefined;
}

/** Years, months, days, and everything below Broadsheet's own words, in any language. */
function isOwn(parts: string[]): boolean {
  const [first = '', ...rest] = isLanguage(parts[0] ?? '') ? parts.slice(1) : parts;
  const word = first.toLowerCase().replace(/\.[a-z]+$/, '');
  if (first === '' || reservedWords.has(word) || word === '404' || first === 'index.html') return true;
  const dated = [first, ...rest].every((part) => /^\d+$/.test(part)) && /^\d{4}$/.test(first);
  return dated || (rest.length > 0 && rest.every((part) => /^\d+$/.test(part)) && /^\d{4}$/.test(rest[0] ?? ''));
}

/** The file a redirect or article needs, in one case, so that two claims to it are seen as one. */
export function claimOf(url: string): string {
  const path = url.toLowerCase();
  const isFile = /\.[a-z0-9]+$/.test(path);
  return isFile || path.endsWith('/') ? path : `${path}/`;
}
