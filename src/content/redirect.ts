/** `redirectFrom`: which old addresses can be kept alive. */
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
  return undefined;
}

/**
 * An old address as the route that answers there: `/old` and `/old/index.html` are answered from the
 * folder `/old/`.
 */
export function redirectUrl(written: string): string {
  if (/\/index\.html$/i.test(written)) return written.slice(0, -'index.html'.length);
  return written.endsWith('/') || /\.[A-Za-z0-9]+$/.test(written) ? written : `${written}/`;
}

/** In one case, so that two claims to what some file systems take for one file are seen as one. */
export function claimOf(url: string): string {
  return redirectUrl(url).toLowerCase();
}
