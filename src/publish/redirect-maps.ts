/**
 * Old addresses and where they lead, as nginx reads them: the lines of a `map`, each an address without its last `/` and the
 * address that it has now. Bytes that are not UTF-8 stand in them as they are.
 */
import type { Redirect } from '../catalog/redirects.ts';
import { urlOfOutput } from '../content/urls.ts';

/** What their files are called. */
export const redirectMaps = { paths: 'redirects.map', queries: 'query-redirects.map' } as const;

export type RedirectMaps = Record<keyof typeof redirectMaps, Uint8Array>;

type Lead = { from: string; to: string };

/** `answers`: files of the site at whose addresses the target itself leads on. What the content says comes first. */
export function writeRedirectMaps(redirects: readonly Redirect[], answers: ReadonlyMap<string, string>): RedirectMaps {
  const ofContent = redirects.filter(({ below }) => !below);
  const ofTarget = [...answers].map(([path, to]): Lead => ({ from: urlOfOutput(path), to }));
  const all = [...ofContent, ...ofTarget];
  const hasQuery = ({ from }: Lead) => from.includes('?');
  return { paths: mapOf(all.filter((each) => !hasQuery(each))), queries: mapOf(all.filter(hasQuery)) };
}

/** nginx compares without regard to case: what differs only so from another, or from where it leads, is told apart by an expression. */
function mapOf(leads: readonly Lead[]): Uint8Array {
  const byName = new Map<string, { key: string; to: string }[]>();
  for (const { from, to } of leads) {
    const key = keyOf(from);
    const name = key.toLowerCase();
    const same = byName.get(name);
    if (!same) byName.set(name, [{ key, to }]);
    else if (same.every((each) => each.key !== key)) same.push({ key, to });
  }
  const lines: string[] = [];
  for (const [name, same] of byName)
    for (const { key, to } of same) {
      const isAlone = same.length === 1 && name !== keyOf(to.replace(/#.*$/s, '')).toLowerCase();
      const sought = isAlone ? key : `~^${expressionOf(key)}$`;
      lines.push(`${quoted(sought)} ${quoted(targetOf(to))};\n`);
    }
  return Buffer.from(lines.join(''), 'latin1');
}

/** As a request names it once nginx has decoded it, each byte as one character; a query stays as it was sent. */
function keyOf(from: string): string {
  const at = from.indexOf('?');
  const [path, query] = at === -1 ? [from, ''] : [from.slice(0, at), from.slice(at)];
  const decoded = bytesOf(path).replace(/%([0-9a-f]{2})/gi, (_, digits) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return (decoded.replace(/\/(?:index\.html)?$/, '') || '/') + bytesOf(query);
}

function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function expressionOf(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** nginx takes what follows a dollar sign for a name. */
function targetOf(to: string): string {
  return bytesOf(to).replaceAll('$', '%24');
}

/** One word of nginx’s language. */
export function quoted(text: string): string {
  if (!/[\\"\n\r\t]/.test(text)) return `"${text}"`;
  const escaped = text.replace(/[\\"]/g, '\\$&');
  return `"${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`;
}
