/** What `npm start` serves is for this machine alone, for it may hold stories that are not published; and no request ends it. */
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type LocalServer, serveLocally } from '../../src/commands/local-server.ts';
import { hashOf, withPolicy } from '../../src/render/page-policy.ts';
import { Newsroom } from '../support/newsroom.ts';

const firstPort = 18431;
const page = (text: string) => `<!doctype html><html><head><title>${text}</title></head><body>${text}</body></html>`;

let room: Newsroom;
let server: LocalServer;

beforeAll(async () => {
  room = new Newsroom({ git: false });
  write('index.html', page('front'));
  write('404.html', page('nothing'));
  write('ru/404.html', page('ничего'));
  write('ruled.html', withPolicy(page('ruled'), { frames: [], scripts: [] }));
  write('world/index.html', page('world'));
  write('feed.atom', '<feed/>');
  write('новости/index.html', page('news'));
  write('.edition', 'first\n');
  write('../dist-secret/index.html', page('secret'));
  write('../secret.txt', 'secret');
  write('vast.json', '');
  truncateSync(join(room.out, 'vast.json'), 1024 ** 3 + 1);
  symlinkSync(join(room.folder, 'secret.txt'), join(room.out, 'link.txt'));
  symlinkSync(join(room.folder, 'dist-secret'), join(room.out, 'linked'));
  server = await serveLocally(room.out, firstPort);
});

afterAll(() => {
  server.close();
  room.dispose();
});

function write(path: string, text: string): void {
  mkdirSync(join(room.out, path, '..'), { recursive: true });
  writeFileSync(join(room.out, path), text);
}

type Sent = { host?: string; headers?: string[]; to?: string; method?: string };

/** A request as its bytes are; what comes back, be it nothing. */
function send(bytes: string | Uint8Array, to = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    let got = '';
    const socket = connect(server.port, to, () => socket.end(bytes));
    socket.setEncoding('latin1').on('data', (text) => (got += text));
    socket.on('error', reject).on('close', () => resolve(got));
  });
}

async function ask(address: string, sent: Sent = {}): Promise<{ status: number; head: string; text: string }> {
  const { host = `localhost:${server.port}`, headers = [], method = 'GET' } = sent;
  const lines = [`${method} ${address} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', ''];
  const answer = await send(lines.join('\r\n'), sent.to);
  const [head = '', text = ''] = answer.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head, text: Buffer.from(text, 'latin1').toString() };
}

test('a file is found at its address, a folder’s page at the folder, and an address without its slash leads there', async () => {
  expect(await ask('/')).toMatchObject({ status: 200, text: expect.stringContaining('front') });
  expect(await ask('/?a=b')).toMatchObject({ status: 200, text: expect.stringContaining('front') });
  expect(await ask(encodeURI('/новости/'))).toMatchObject({ status: 200, text: expect.stringContaining('news') });
  expect(await ask('/feed.atom')).toMatchObject({ status: 200, text: '<feed/>' });
  const { status, head } = await ask('/world?a=b?c');
  expect([status, head]).toEqual([302, expect.stringContaining('location: /world/?a=b?c\r\n')]);
});

test('where there is nothing, the site’s own page says so, with status 404', async () => {
  for (const address of ['/nothing/', '/nothing', '/world/nothing.png', '/feed.atom/', '//', '/index.html/x'])
    expect(await ask(address), address).toMatchObject({ status: 404, text: expect.stringContaining('nothing') });
});

test('in the folder of another language, the page of that language says so', async () => {
  for (const address of ['/ru/nothing/', '/ru/nothing', '/ru/2015/11/nothing/', '/ru/404.html/'])
    expect(await ask(address), address).toMatchObject({ status: 404, text: expect.stringContaining('ничего') });
  for (const address of ['/rus/', '/world/ru/', '/ru']) expect((await ask(address)).text, address).toContain('nothing');
});

test('a page’s policy lets the script of this server run, and a page without one gets none', async () => {
  const { text } = await ask('/ruled.html');
  const [, script = ''] = /<script>(.*?)<\/script>/s.exec(text) ?? [];
  const [, policy = ''] = /content="(default-src[^"]*)"/.exec(text) ?? [];
  expect(script).toContain('WebSocket');
  expect(policy).toBe(
    `default-src 'none';script-src ${hashOf(script)};connect-src 'self' ws: wss:;form-action 'none';base-uri 'none'`,
  );
  expect((await ask('/')).text).not.toContain('Security-Policy');
});

test('what lies outside the folder is never served, however it is asked for', async () => {
  const ways = [
    '..',
    '%2e%2e',
    '.%2E',
    '..%2f',
    '%2e%2e%2f',
    'world/..',
    '..%5c',
    '%2e%2e%5c',
    '/..',
    '..;',
    '%252e%252e',
  ];
  const addresses = ways.flatMap((way) => [
    `/${way}/secret.txt`,
    `/${way}dist-secret/`,
    `/${way}/dist-secret/index.html`,
  ]);
  for (const address of [...addresses, '/link.txt', '/linked/', '/linked/index.html', '/..%2f', '//etc/passwd']) {
    const { status, text } = await ask(address);
    expect([address, status, text.includes('secret')]).toEqual([address, 404, false]);
  }
});

const upgrade = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];

test('no request ends it, and each gets the answer that fits', async () => {
  const own = `Host: localhost:${server.port}\r\nConnection: close\r\n`;
  const get = `GET / HTTP/1.1\r\n${own}`;
  const statuses: [bytes: string, status: number | undefined][] = [
    [`GET /% HTTP/1.1\r\n${own}\r\n`, 400],
    [`GET /%00 HTTP/1.1\r\n${own}\r\n`, 400],
    [`GET /%ff HTTP/1.1\r\n${own}\r\n`, 400],
    [`GET * HTTP/1.1\r\n${own}\r\n`, 400],
    [`GET http://evil.example/ HTTP/1.1\r\n${own}\r\n`, 400],
    [`GET /${'a'.repeat(5000)} HTTP/1.1\r\n${own}\r\n`, 404],
    [`GET /${'a/'.repeat(5000)} HTTP/1.1\r\n${own}\r\n`, 404],
    [`GET /${'a'.repeat(50_000)} HTTP/1.1\r\n${own}\r\n`, 431],
    [`GET /vast.json HTTP/1.1\r\n${own}\r\n`, 500],
    [`POST / HTTP/1.1\r\n${own}Content-Length: 3\r\n\r\na=b`, 405],
    [`DELETE / HTTP/1.1\r\n${own}\r\n`, 405],
    [`CONNECT evil.example:443 HTTP/1.1\r\n${own}\r\n`, undefined],
    [`BREW / HTTP/1.1\r\n${own}\r\n`, 400],
    [`HEAD / HTTP/1.1\r\n${own}\r\n`, 200],
    [`${get}Range: bytes=0-3\r\n\r\n`, 200],
    [`${get}Range: bytes=9-1,x\r\n\r\n`, 200],
    [`${get}Upgrade: h2c\r\n\r\n`, 200],
    [`${get}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\nHost: localhost:${server.port}\r\n${upgrade.join('\r\n')}\r\n\r\nno frame`, 101],
    ['GET / HTTP/1.1\r\n\r\n', 400],
    ['GET /\r\n\r\n', 421],
    ['nonsense\r\n\r\n', 400],
    ['\u0016\u0003\u0001', 400],
  ];
  for (const [bytes, status] of statuses) {
    const [, got] = /^HTTP\/1.1 (\d+)/.exec(await send(bytes)) ?? [];
    expect([bytes.slice(0, 60), got && Number(got)]).toEqual([bytes.slice(0, 60), status]);
  }
  await Promise.all(Array.from({ length: 20 }, () => leaveEarly(`${get}\r\n`.repeat(10))));
  expect((await ask('/')).status).toBe(200);
});

/** Asks, and is gone before the answer. */
function leaveEarly(bytes: string): Promise<unknown> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes, () => socket.resetAndDestroy()));
    socket.on('error', resolve).on('close', resolve);
  });
}

test('it listens on this machine’s own addresses and on no other', async () => {
  expect((await ask('/', { to: '127.0.0.1' })).status).toBe(200);
  expect((await ask('/', { to: 'localhost' })).status).toBe(200);
  // Every address of 127.0.0.0/8 reaches a server that listens everywhere.
  await expect(ask('/', { to: '127.0.0.2' })).rejects.toThrow();
});

test.each([
  ['a page', []],
  ['the reloading of pages', upgrade],
])('it answers to its own names and to no other, and for no other site: %s', async (_, headers) => {
  const good = headers.length === 0 ? 200 : 101;
  const { port } = server;
  for (const host of [`localhost:${port}`, `LOCALHOST:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
    expect([host, (await ask('/', { host, headers })).status]).toEqual([host, good]);
  for (const host of [
    'localhost',
    `evil.example:${port}`,
    `localhost:${port}.evil.example`,
    `127.0.0.2:${port}`,
    `localhost:${port + 1}`,
  ]) {
    const answer = await ask('/', { host, headers });
    expect([host, answer.status]).toEqual([host, 421]);
    expect(answer.text).toBe(`This server answers only at http://localhost:${port}/.\n`);
  }
  const from = async (origin: string) => (await ask('/', { headers: [...headers, `Origin: ${origin}`] })).status;
  expect(await from(`http://localhost:${port}`)).toBe(good);
  for (const origin of ['http://evil.example', `http://evil.example:${port}`, 'null', `https://localhost:${port}`])
    expect([origin, await from(origin)]).toEqual([origin, 403]);
});

const addresses = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address) ?? []);

test.each(['127.0.0.1', '::1'].filter((host) => addresses.includes(host)))(
  'where a port of %s is in use, it goes on to the next',
  async (host) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen({ port: 0, host }, resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const next = await serveLocally(room.out, port);
    onTestFinished(() => next.close());
    expect(next.port).toBeGreaterThan(port);
  },
);

type Shown = { reload: ReturnType<typeof vi.fn>; hide(): void; show(): void; close(): void };

/** An open window: runs the script of a page, and counts how often it is loaded again. */
async function openWindow(address: string): Promise<Shown> {
  const { text } = await ask(address);
  const reload = vi.fn();
  return { reload, ...(await runScript(text, address, reload)) };
}

/** What a browser does with a page that it has loaded. */
async function runScript(text: string, pathname: string, reload: () => void): Promise<Omit<Shown, 'reload'>> {
  const [, script = ''] = /<script>(.*?)<\/script>/s.exec(text) ?? [];
  const sockets: WebSocket[] = [];
  const Opened = class extends WebSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
    }
  };
  const document = new (class extends EventTarget {
    hidden = false;
    readyState = 'complete';
  })();
  new Function('location', 'document', 'requestAnimationFrame', 'WebSocket', 'setTimeout', script)(
    { origin: `http://localhost:${server.port}`, pathname, reload },
    document,
    (onFrame: () => void) => onFrame(),
    Opened,
    (work: () => void, milliseconds?: number) => milliseconds === undefined && work(),
  );
  await vi.waitFor(() => expect(sockets[0]?.readyState).toBe(WebSocket.OPEN));
  const turn = (hidden: boolean) => {
    document.hidden = hidden;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { hide: () => turn(true), show: () => turn(false), close: () => sockets[0]?.close() };
}

/** Windows, each with how often it was loaded again. */
async function openWindows(...addresses: string[]): Promise<() => number[]> {
  const windows = await Promise.all(addresses.map(openWindow));
  onTestFinished(() => {
    for (const each of windows) each.close();
  });
  return () => windows.map(({ reload }) => reload.mock.calls.length);
}

/** For what is to have been told, and for what is not: messages keep their order. */
async function told(): Promise<void> {
  const window = new WebSocket(`ws://localhost:${server.port}/`);
  await once(window, 'message');
  window.close();
}

test('a window is loaded again when its own page is another one, be it come or gone, and no other window is', async () => {
  const loaded = await openWindows('/', '/world/', '/come/');
  server.tellChange();
  await told();
  expect(loaded()).toEqual([0, 0, 0]);
  write('world/index.html', page('another world'));
  server.tellChange();
  await vi.waitFor(() => expect(loaded()).toEqual([0, 1, 0]));
  write('come/index.html', page('come'));
  server.tellChange();
  await vi.waitFor(() => expect(loaded()[2]).toBe(1));
  rmSync(join(room.out, 'world/index.html'));
  const after = await openWindows('/world/', '/come/');
  write('world/index.html', page('world'));
  server.tellChange();
  await vi.waitFor(() => expect(after()).toEqual([1, 0]));
});

test('a window on a page that became another before it could listen is loaded again at once', async () => {
  const { text } = await ask('/world/');
  write('world/index.html', page('yet another world'));
  const reload = vi.fn();
  const { close } = await runScript(text, '/world/', reload);
  onTestFinished(close);
  await vi.waitFor(() => expect(reload).toHaveBeenCalled());
  write('world/index.html', page('world'));
});

test('a window is loaded again when a file that its page loads from the same address is another one', async () => {
  write('app.js', 'one');
  write('with/index.html', page('with').replace('</head>', '<script defer src="/app.js"></script></head>'));
  const loaded = await openWindows('/with/', '/');
  write('app.js', 'two');
  utimesSync(join(room.out, 'app.js'), 1, 1);
  server.tellChange();
  await vi.waitFor(() => expect(loaded()).toEqual([1, 0]));
});

test('the server knows which pages windows show, in whatever way their addresses are written, and no more when they are closed', async () => {
  const known = server.shownAddresses();
  const { close } = await openWindow(encodeURI('/новости/'));
  expect(server.shownAddresses().filter((each) => !known.includes(each))).toEqual([encodeURI('/новости/')]);
  close();
  await vi.waitFor(() => expect(server.shownAddresses()).not.toContain(encodeURI('/новости/')));
});

test('a window that nobody sees is loaded again when somebody looks', async () => {
  const { reload, hide, show, close } = await openWindow('/world/');
  onTestFinished(close);
  hide();
  write('world/index.html', page('a hidden world'));
  server.tellChange();
  await told();
  expect(reload).not.toHaveBeenCalled();
  show();
  expect(reload).toHaveBeenCalledOnce();
  write('world/index.html', page('world'));
});

test('the pages of windows that are seen are those that come first', async () => {
  const [seen, hidden] = [await openWindow('/seen/'), await openWindow('/hidden/')];
  onTestFinished(seen.close);
  onTestFinished(hidden.close);
  await vi.waitFor(() => expect(server.shownAddresses()).toEqual(['/seen/', '/hidden/']));
  hidden.hide();
  await vi.waitFor(() => expect(server.shownAddresses()).toEqual(['/seen/']));
  seen.hide();
  await vi.waitFor(() => expect(server.shownAddresses()).toEqual(['/seen/', '/hidden/']));
});

test('a change is told once each window that is seen has painted it, and at last all the same', async () => {
  const windows = [await openWindow('/world/'), await openWindow('/'), await openWindow('/world/')];
  onTestFinished(() => {
    for (const each of windows) each.close();
  });
  windows[2]?.hide();
  await told();
  const ended = vi.fn();
  write('world/index.html', page('a painted world'));
  const telling = server.tellChange().then(ended);
  await vi.waitFor(() => expect(windows[0]?.reload).toHaveBeenCalled());
  expect(ended).not.toHaveBeenCalled();
  windows[0]?.close();
  const { close } = await openWindow('/world/');
  onTestFinished(close);
  await telling;
  write('world/index.html', page('world'));
  await server.tellChange(); // nobody answers
});
