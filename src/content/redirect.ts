/**
 * `redirectFrom`: every address that a server ever answered at. It is kept as it was asked for; what a file can stand
 * for is answered from one, the rest (`/?p=123`, bytes that are not UTF-8) only by a host that is told of it.
 */
import type { Problem } from '../problem.ts';
import { forbiddenCharacter } from './characters.ts';
import { bytesOf, maxPathBytes, maxSegmentBytes } from './lengths.ts';
import type { MarkdownFile } from './markdown-file.ts';
import type { Refusal } from './refusal.ts';
import { writeLine } from './remedies.ts';
import { decodedPath, encodedPath, folded } from './spelling.ts';
import type { Field } from './yaml.ts';

/** The site's own, and those that it had before. */
type Hosts = { url: string; formerly?: readonly string[] };

/** A list of old addresses in a file, and where it stands there. */
export type WrittenAddresses = Pick<MarkdownFile<unknown>, 'isKnown' | 'place' | 'line' | 'removal'> & {
  list: readonly string[];
  field: Field;
};

/** Each as it is asked for; `` where one cannot be, and its Problem. */
export function readOldAddresses(
  { list, field: above, isKnown, place, line, removal }: WrittenAddresses,
  site: Hosts,
): { addresses: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const addresses = list.map((each, index) => {
    const judging = { field: [...above, index], isKnown, place, line, removal };
    const judged = judgedAddress(each, judging, site);
    problems.push(...judged.problems);
    return judged.address;
  });
  return { addresses, problems };
}

type Judging = Omit<WrittenAddresses, 'list'>;

/** One as it is asked for; `` where it cannot be, and its Problem. */
export function judgedAddress(
  written: string,
  { field, isKnown, place, line, removal }: Judging,
  site: Hosts,
): { address: string; problems: Problem[] } {
  if (!isKnown(field)) return { address: '', problems: [] };
  const read = readOldAddress(written, site);
  if ('from' in read) return { address: read.from, problems: [] };
  const { code, what, fix = '', right, rest } = read.refused;
  const remedy = right === undefined ? { fix, replacement: removal(field) } : writeLine(line(field, right), rest);
  const mended = right === undefined ? read : readOldAddress(right, site);
  return {
    address: 'from' in mended ? mended.from : '',
    problems: [{ code, ...place(field), what, ...remedy }],
  };
}

/** The same of what is not a story, with the Problems of those that stand there twice; `seen` are claims of other lists of the file. */
export function readFormerAddresses(
  written: WrittenAddresses,
  site: Hosts,
  seen = new Set<string>(),
): { redirectFrom: string[]; problems: Problem[] } {
  const { addresses, problems } = readOldAddresses(written, site);
  const { list, field, place, removal } = written;
  const repeated = addresses.flatMap((address, index): Problem[] => {
    const claim = claimOf(address);
    const isRepeated = address !== '' && seen.has(claim);
    seen.add(claim);
    if (!isRepeated) return [];
    const at = [...field, index];
    return [
      {
        code: 'redirect/repeated',
        ...place(at),
        what: `“${list[index]}” stands twice in redirectFrom.`,
        fix: 'Remove one of the two.',
        replacement: removal(at),
      },
    ];
  });
  return { redirectFrom: addresses.filter((each) => each !== ''), problems: [...problems, ...repeated] };
}

/** Reads an old address as an author wrote it: percent-encoded, from the site's root; or why it cannot be one. */
export function readOldAddress(written: string, site: Hosts): { from: string } | { refused: Refusal } {
  const address = withoutOwnHost(written.trim(), site);
  if (typeof address !== 'string') return { refused: address };
  const [beforePart = '', part] = cutAt(address, '#');
  if (part !== undefined) return { refused: fragmentRefusal(written, beforePart) };
  const [path = '', query] = cutAt(address, '?');
  const search = query ? new URL(`https://x.example/?${query}`).search : '';
  const stray = /%(?![0-9a-f]{2})/gi;
  if (stray.test(path)) return { refused: badPath(written, path.replace(stray, '%25') + search) };
  const decoded = decodedPath(path);
  const meant = decoded ?? path;
  const right = mended(meant);
  if (right !== meant) return { refused: badPath(written, spelled(right, decoded !== undefined) + search) };
  const from = (decoded === undefined ? new URL(path, 'https://x.example').pathname : encodedPath(decoded)) + search;
  const isFile = search === '' && decoded !== undefined;
  const isTooLong =
    from.length > maxPathBytes || (isFile && meant.split('/').some((name) => bytesOf(name) > maxSegmentBytes));
  return isTooLong ? { refused: tooLong(written) } : { from };
}

/**
 * The route that answers at an old address: `/old`, `/old/index.html` and `/story.php` are answered from a folder, so
 * that no reader is sent a file of an unknown type. Undefined where no file can.
 */
export function redirectUrl(from: string): string | undefined {
  if (from.includes('?') || decodedPath(from) === undefined) return undefined;
  if (from.endsWith('/index.html')) return from.slice(0, -'index.html'.length);
  return from.endsWith('/') || isFile(from) ? from : `${from}/`;
}

/** What two addresses have in common that one folder could not hold apart. Any spelling of an address has its claim. */
export function claimOf(address: string): string {
  const [path = '', query] = cutAt(address, '?');
  const name = folded(decodedPath(path) ?? path).replace(/\/(?:index\.html)?$/, '');
  const claim = name.replaceAll('?', '%3F'); // a fold has no capital letter, so nothing else becomes this
  return query ? `${claim}?${query}` : claim;
}

/** Whether two addresses are one but for capital letters: only a host can lead from one to the other, since no folder holds both everywhere. */
export function isOtherwiseCased(address: string, other: string): boolean {
  return claimOf(address) === claimOf(other) && casedOf(address) !== casedOf(other);
}

function casedOf(address: string): string {
  const [path = ''] = cutAt(address, '?');
  return (decodedPath(path) ?? path).normalize('NFC').replace(/\/(?:index\.html)?$/i, '');
}

/** Claims to files that a claim's own folder would lie in: `/story.html` of `/story.html/amp`. */
export function filesAbove(claim: string): string[] {
  const names = claim.split('/');
  return names.map((_, index) => names.slice(0, index).join('/')).filter(isFile);
}

export function isFile(address: string): boolean {
  return /\.html?$/i.test(address);
}

function cutAt(text: string, sign: string): [string, string?] {
  const at = text.indexOf(sign);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** From the root of the site; a whole address of another site is refused. */
function withoutOwnHost(written: string, site: Hosts): string | Refusal {
  const [, host = '', rest = ''] = /^(https?:\/\/[^/?#]*)(.*)$/is.exec(written) ?? [];
  if (host === '') {
    if (written.startsWith('/')) return written;
    const isOwn = isSameHost(URL.parse(`https://${written}`)?.host, site);
    return badPath(written, mended(isOwn ? written.replace(/^[^/?#]*\/?/, '/') : `/${written}`));
  }
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  const hosts = [site.url, ...(site.formerly ?? [])].map((each) => new URL(each).host);
  if (hosts.includes(URL.parse(host)?.host ?? '')) return path;
  return {
    code: 'redirect/another-site',
    what: `“${written}” is an address of another site, which this site cannot redirect.`,
    ...(path === '/'
      ? { fix: 'Remove it; the front page cannot be an old address.' }
      : { right: path, rest: ' if readers are led from there to this site; else remove it' }),
  };
}

/** But for the `www.` that many write and leave out. */
function isSameHost(host: string | undefined, { url }: Hosts): boolean {
  return host?.replace(/^www\./, '') === new URL(url).host.replace(/^www\./, '');
}

/** Without what no server takes for a part of a path: controls, `\`, `//`, `.` and `..`. */
function mended(path: string): string {
  const names: string[] = [];
  for (const name of visible(path).replaceAll('\\', '/').split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.length === 0 ? '/' : `/${names.join('/')}${/[/\\]$/.test(path) ? '/' : ''}`;
}

function visible(path: string): string {
  return [...path].filter((each) => !/[\t\n\r]/.test(each) && !forbiddenCharacter(each)).join('');
}

/** As an author may write it: only signs that would mean something else are encoded. */
function spelled(path: string, isDecoded: boolean): string {
  return isDecoded ? path.replace(/[%?#]/g, encodeURIComponent) : path;
}

function remedyOf(address: string): Pick<Refusal, 'fix' | 'right'> {
  if (address === '' || address === '/') return { fix: 'Remove it; the front page cannot be an old address.' };
  return { right: address };
}

function badPath(written: string, right: string): Refusal {
  return {
    code: 'redirect/bad-path',
    what: `“${written}” is not an address that a browser can ask a server for.`,
    ...remedyOf(right),
  };
}

function fragmentRefusal(written: string, address: string): Refusal {
  return {
    code: 'redirect/fragment',
    what: `“${written}” names a place on a page (#), which browsers never send to a server.`,
    ...remedyOf(address),
  };
}

function tooLong(written: string): Refusal {
  return {
    code: 'redirect/too-long',
    what: `“${written.slice(0, 60)}…” is too long for a host.`,
    fix: `Remove it; a name has at most ${maxSegmentBytes} bytes, a whole address ${maxPathBytes}.`,
  };
}
