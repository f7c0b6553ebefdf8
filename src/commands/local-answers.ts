/**
 * What the server of `npm start` answers: a file of the output folder, the page for what is not there, or one plain
 * sentence. Each page is given a script that loads it again once it is another one, or would say something else of Problems.
 */
import { hash } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { jsonInHtml } from '../../layouts/json-in-html.ts';
import { notFoundFile } from '../content/own-addresses.ts';
import { type Need, policyText, readPolicy, withNeeds } from '../content/policy/policy.ts';
import { decodedPath, encodedPath } from '../content/spelling.ts';
import { hashOf, policyElement } from '../render/page-policy.ts';
import { readRegularFile } from '../source/regular-file.ts';
import { addressesBelow } from './addresses-below.ts';
import { problemsUrl } from './desk-links.ts';
import { problemsBar, problemsPage } from './problem-pages.ts';
import type { Told } from './told-problems.ts';

/** A folder, and the Problems that its pages tell of. `below`: where it is shown, if that is not the root: `/.saved-3`. */
export type Shown = { out: string; told(): Told; below?: string };

type Asked = Shown & { url: string };

export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
  /** Of a page: another for every other one that could stand at its address. */
  state?: string;
};

/** A page beside those of the folder, which is made when it is asked for, and may have a form. */
export type MadePage = {
  show(query: URLSearchParams): Promise<string>;
  /** What comes of a form that was sent; with the most bytes of its file. */
  take?(form: FormData): Promise<Answer>;
  mostBytes?: number;
};

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xml': 'application/xml',
  '.atom': 'application/atom+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
};

/** The answer to a request for an address, as it stands in the request's first line. */
export function answerTo(method: string, address: string, shown: Shown): Answer {
  const { out } = shown;
  if (method !== 'GET' && method !== 'HEAD')
    return {
      ...sentence(405, 'This server only shows pages: it answers GET and HEAD.'),
      headers: { allow: 'GET, HEAD' },
    };
  const [path = '', ...query] = address.split('?');
  const decoded = decodedPath(path);
  if (decoded === undefined || !decoded.startsWith('/') || decoded.includes('\0'))
    return sentence(400, 'This is not the address of a page.');
  if (decoded === problemsUrl) return pageAnswer(200, problemsPage(shown.told()), { ...shown, url: problemsUrl });
  const names = decoded.slice(1).split('/');
  const last = names.pop() ?? '';
  const asked = { ...shown, url: decoded };
  if (names.some(isNoName) || (last !== '' && isNoName(last))) return notFound(asked, []);
  const file = read(out, [...names, last || 'index.html']);
  if (file) return fileAnswer(200, last || 'index.html', file, asked);
  if (last === '' || !read(out, [...names, last, 'index.html'])) return notFound(asked, names);
  const search = query.length === 0 ? '' : `?${query.join('?')}`;
  const { below = '' } = shown;
  return { status: 302, headers: { location: `${below}${encodedPath(`${decoded}/`)}${search}` }, body: '' };
}

/** One line of text in place of a page. */
export function sentence(status: number, text: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${text}\n` };
}

/** A page that is never loaded again by itself. */
export function plainPage(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** Names that would lead out of their folder, or name nothing in it. */
function isNoName(name: string): boolean {
  return name === '' || name === '.' || name === '..' || name.includes('\\');
}

/** A file below the output folder, which no link leads out of. */
function read(out: string, names: readonly string[]): Uint8Array | undefined {
  const file = join(out, ...names);
  return isReallyIn(out, file) ? readRegularFile(file) : undefined;
}

function isReallyIn(folder: string, file: string): boolean {
  try {
    return realpathSync(file).startsWith(realpathSync(folder) + sep);
  } catch {
    return false; // nothing is there, or its name is longer than any
  }
}

/** As hosts do, with the nearest page for what is not there: that of the language. */
function notFound(asked: Asked, folders: readonly string[]): Answer {
  const { out } = asked;
  let nearest = read(out, [notFoundFile]);
  // From the root down, no further than there are folders: an address may name thousands.
  for (let depth = 1; depth <= folders.length; depth += 1) {
    const names = folders.slice(0, depth);
    if (!existsSync(join(out, ...names))) break;
    nearest = read(out, [...names, notFoundFile]) ?? nearest;
  }
  return nearest ? fileAnswer(404, notFoundFile, nearest, asked) : pageAnswer(503, noSite, asked);
}

function fileAnswer(status: number, name: string, bytes: Uint8Array, asked: Asked): Answer {
  const type = types[extname(name).toLowerCase()] ?? 'application/octet-stream';
  if (type.startsWith('text/html')) return pageAnswer(status, Buffer.from(bytes).toString(), asked);
  return { status, headers: { 'content-type': type }, body: bytes };
}

function pageAnswer(status: number, html: string, { url, out, told, below = '' }: Asked): Answer {
  const bar = url === problemsUrl ? undefined : problemsBar(told(), below + url);
  const state = hash('sha256', JSON.stringify([html, bar?.html, stampsOf(html, out)]));
  const code = reloading(state);
  const page = allowing(code, bar?.styles ?? [], url === problemsUrl ? html : addressesBelow(below, html));
  const body = before('</body>', bar?.html ?? '', before('</head>', `<script>${code}</script>`, page));
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body, state };
}

const loading =
  /<(?:script|img|audio|source|link rel="(?:icon|apple-touch-icon|stylesheet)")\s[^>]*?(?:src|href)="(\/[^"]*)"/g;

/** Of the files that a page loads, when each was written: most are named after their bytes, but those of `public/` are not. */
function stampsOf(html: string, out: string): (number | undefined)[] {
  const paths = [...html.matchAll(loading)].map(([, address = '']) => decodedPath(address) ?? '');
  return paths.map((path) => (isReallyIn(out, join(out, path)) ? statSync(join(out, path)).mtimeMs : undefined));
}

/** A text put before the last such end of a page; a page may have none. */
function before(end: string, text: string, html: string): string {
  const at = html.lastIndexOf(end);
  return at === -1 ? html + text : html.slice(0, at) + text + html.slice(at);
}

/** A page whose policy lets that script run and ask this server, and those styles apply; a page without one may do what it likes. */
function allowing(script: string, styles: readonly string[], html: string): string {
  return html.replace(policyElement, (_, opening: string, text: string) => {
    const needs: Need[] = [
      { directive: 'script-src', source: hashOf(script) },
      { directive: 'connect-src', source: 'ws:' },
      { directive: 'connect-src', source: 'wss:' },
      ...styles.map((style) => ({ directive: 'style-src', source: hashOf(style) }) as const),
    ];
    return opening + policyText(withNeeds(readPolicy(text), needs));
  });
}

/**
 * The server tells what stands at the page’s address (`windows.ts`); another page is loaded, once somebody looks. It is told
 * when this one is painted, and when nobody sees it.
 */
function reloading(state: string): string {
  return `{
  const state = ${jsonInHtml(state)};
  let socket;
  let isOld = false;
  const say = (word) => socket.readyState === 1 && socket.send(word);
  const look = () => {
    if (document.hidden) say('hidden');
    else if (isOld) location.reload();
    else if (document.readyState !== 'loading') requestAnimationFrame(() => setTimeout(() => say('painted')));
  };
  const listen = () => {
    socket = new WebSocket(location.origin.replace('http', 'ws') + location.pathname);
    socket.onopen = look;
    socket.onmessage = ({ data }) => {
      if (data === state) return;
      isOld = true;
      look();
    };
    socket.onclose = () => setTimeout(listen, 1000);
  };
  listen();
  document.addEventListener('visibilitychange', look);
  document.addEventListener('DOMContentLoaded', look);
}`;
}

const noSite = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>There is no page here yet</title>
</head>
<body>
<h1>There is no page here yet</h1>
<p>The site is still being built, or its content has Problems: the terminal and <a href="/.problems/">a page of them</a> say what they are and how to fix them. This page will show the site as soon as there is one.</p>
</body>
</html>
`;
