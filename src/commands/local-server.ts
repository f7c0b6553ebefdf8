/**
 * Serves the output folder to this machine alone, for it may hold stories that are not published. It listens on
 * this machine's own addresses, and answers only to them by name: a page of another site whose name was made to lead
 * here would be asked for by that name (DNS rebinding).
 */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { MachineryError, WrongUsage } from '../errors.ts';
import { type FrontProxy, isForProxy, signedIn } from './behind-proxy.ts';
import { type Answer, answerTo, type MadePage, plainPage, type Shown, sentence } from './local-answers.ts';
import type { Told } from './told-problems.ts';
import { readForm } from './uploaded-form.ts';
import { Windows } from './windows.ts';

/** What `localhost` may mean to a browser. */
const loopbacks = ['127.0.0.1', '::1'] as const;
const ownNames = ['localhost', '127.0.0.1', '[::1]'];
const portsTried = 100;

const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

export type LocalServer = {
  port: number;
  /** The addresses of the pages in windows that are seen; where none is, in all that are open. */
  shownAddresses(): string[];
  /** Tells each open window what its page is now. Fulfilled once those that are seen have painted what is new, or do not say so. */
  tellChange(): Promise<void>;
  close(): void;
};

const noProblems: Told = { problems: [], built: 'all' };

/** What is answered beside a folder: pages by address, of which there may be more while it serves, and whatever else answers. */
export type Beside = {
  pages?: Record<string, MadePage>;
  /** Undefined of a request that it does not know. */
  answer?(request: IncomingMessage): Promise<Answer | undefined>;
  /** What windows are told of an address that `answer` knows. */
  stateAt?(address: string): { state: string | undefined } | undefined;
  /** By whose name it is asked for, too. */
  proxy?: FrontProxy | undefined;
};

/** Serves a folder from a port on, or from the first after it that is free; `told`: the Problems that its pages tell of. */
export async function serveLocally(
  out: string,
  wanted: number,
  told = () => noProblems,
  beside: Beside = {},
): Promise<LocalServer> {
  const shown: Shown = { out, told };
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  const refusalOf = (request: IncomingMessage) => refusal(request, beside.proxy);
  const windows = new Windows((address) => {
    const known = beside.stateAt?.(address);
    return known ? known.state : (answerSafely('GET', address, shown).state ?? '');
  });
  const open = () => {
    const server = createServer(
      { shouldUpgradeCallback: (request) => isForWindows(request) && refusalOf(request) === undefined },
      async (request, response) => {
        const refused = refusalOf(request);
        const page = refused
          ? undefined
          : ((await beside.answer?.(request)) ?? (await makePage(beside.pages ?? {}, request)));
        const { method = '', url = '' } = request;
        respond(request, response, refused ?? page ?? answerSafely(method, url, shown));
      },
    );
    return server.on('upgrade', (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (window) => windows.add(window, request.url ?? '')),
    );
  };
  const { port, servers } = await listenFrom(wanted, open);
  return {
    port,
    shownAddresses: () => windows.shownAddresses(),
    tellChange: () => windows.tellChange(),
    close() {
      windows.close();
      for (const server of servers) server.close().closeAllConnections();
    },
  };
}

/** Undefined of an address that is none of them. */
async function makePage(made: Record<string, MadePage>, request: IncomingMessage): Promise<Answer | undefined> {
  const { url = '', method } = request;
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const page = Object.hasOwn(made, path) ? made[path] : undefined;
  if (!page) return undefined;
  try {
    if (method === 'POST' && page.take) return await takeForm({ ...page, take: page.take }, request);
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    return plainPage(200, await page.show(new URLSearchParams(query)));
  } catch (error) {
    return sentence(500, `This page could not be made: ${(error as Error).message}`);
  }
}

/** Only of a page that says that it is ours: whoever sends something from elsewhere says another origin, or none. */
async function takeForm(page: MadePage & Required<Pick<MadePage, 'take'>>, request: IncomingMessage): Promise<Answer> {
  const { origin, 'sec-fetch-site': site = 'same-origin' } = request.headers;
  if (origin === undefined || site !== 'same-origin')
    return sentence(403, 'This server takes forms from its own pages alone.');
  const form = await readForm(request, page.mostBytes ?? 0);
  return form instanceof FormData ? page.take(form) : form;
}

function isForWindows({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/** Why a request is none of ours; undefined if it is. A page that asks across sites says its origin. */
function refusal(request: IncomingMessage, proxy: FrontProxy | undefined): Answer | undefined {
  const { headers, socket } = request;
  const { port } = socket.address() as AddressInfo;
  const isOwn = (host: string) => ownNames.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
  const { host = '', origin } = headers;
  if (proxy && isForProxy(request, proxy)) {
    if (origin !== undefined && origin !== proxy.origin)
      return sentence(403, `This server answers only to its own pages, at ${proxy.origin}/.`);
    if (signedIn(request, proxy) === undefined)
      return sentence(401, 'Nobody is signed in: the proxy in front of this server names nobody.');
    return undefined;
  }
  if (!isOwn(host.toLowerCase())) return sentence(421, `This server answers only at http://localhost:${port}/.`);
  if (origin !== undefined && !isOwn(origin.replace(/^http:\/\//, '')))
    return sentence(403, `This server answers only to its own pages, at http://localhost:${port}/.`);
  return undefined;
}

/** No request ends the server. */
function answerSafely(method: string, url: string, shown: Shown): Answer {
  try {
    return answerTo(method, url, shown);
  } catch (error) {
    return sentence(500, `This file cannot be shown: ${(error as Error).message}`);
  }
}

function respond({ method }: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...always, ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(method === 'HEAD' ? undefined : body);
}

async function listenFrom(wanted: number, open: () => Server): Promise<{ port: number; servers: Server[] }> {
  const last = Math.min(wanted + portsTried - 1, 65535);
  for (let port = wanted; port <= last; port += 1) {
    const servers = await listenOn(port, open);
    if (servers) return { port, servers };
  }
  throw new MachineryError(`The ports ${wanted} to ${last} are all in use. Name a free one with --port.`);
}

/** Undefined where another program has the port at one of our addresses: some windows would get to that. */
async function listenOn(port: number, open: () => Server): Promise<Server[] | undefined> {
  const servers: Server[] = [];
  for (const host of loopbacks) {
    const server = open();
    const code = await codeOfListening(server, port, host);
    if (code === undefined) servers.push(server);
    else if (code === 'EADDRINUSE') {
      for (const each of servers) each.close();
      return undefined;
    } else if (host === loopbacks[0])
      throw new WrongUsage(`Port ${port} cannot be used (${code}). Name another with --port, such as 8080.`);
  }
  return servers;
}

/** Undefined once it listens, or why it does not; a machine may have no IPv6. */
function codeOfListening(server: Server, port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    // Kept, for there may be errors later too, of a connection that could not be taken: they end no server.
    server.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => resolve(code));
    server.listen({ port, host }, () => resolve(undefined));
  });
}
