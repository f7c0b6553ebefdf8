/** What each answer of another site is taken for, as a reader’s browser would follow the link. */
import { expect, test } from 'vitest';
import { askLink } from '../../../src/check/external/ask-link.ts';
import { PoliteSender } from '../../../src/check/external/manners.ts';
import { sender } from '../../../src/check/external/request.ts';
import type { Answer } from '../../../src/check/external/verdict.ts';
import { here, type OtherSites, openSites, StillClock } from './other-sites.ts';

type Ask = (address: string) => Promise<Answer | undefined>;

function asking(settings: Partial<typeof here> = {}): Ask {
  const clock = new StillClock();
  const send = sender({ ...here, ...settings });
  // Each asks as if it were the first: what a busy host wants is another test's.
  return (address) =>
    askLink(
      address,
      new PoliteSender({
        send,
        clock,
        pauseMs: 0,
        endsAt: clock.at + 1e9,
        rests: { restUntil: new Map(), leaveAlone: () => undefined },
      }),
    );
}

const dead = ['404', '410'];
const good = ['200', '204', '206'];
const unknown = [
  '400',
  '401',
  '402',
  '403',
  '405',
  '406',
  '408',
  '418',
  '429',
  '451',
  '500',
  '502',
  '503',
  '504',
  '520',
  '999',
];

/** Statuses that are not taken for what they are. */
async function misjudged(sites: OtherSites, ask: Ask): Promise<string[]> {
  const wrong: string[] = [];
  for (const [is, statuses] of Object.entries({ dead, good, unknown }))
    for (const status of statuses) {
      sites.answer({ [`a.example/${status}`]: Number(status) });
      if ((await ask(sites.at(`a.example/${status}`)))?.is !== is) wrong.push(status);
    }
  return wrong;
}

test('dead is what is not found or gone; a host that refuses, is busy or broken has not said so', async () => {
  const sites = await openSites();
  expect(await misjudged(sites, asking())).toEqual([]);
});

test('a checker that takes a refusal for a dead link is caught', async () => {
  const sites = await openSites();
  const ask = asking();
  const faulty: Ask = async (address) => {
    const answer = await ask(address);
    return answer?.said === '403' ? { ...answer, is: 'dead' } : answer;
  };
  expect(await misjudged(sites, faulty)).toEqual(['403']);
});

test('no such host is dead; one that hangs up, says nothing or speaks no HTTP is unknown', async () => {
  const sites = await openSites();
  sites.answer({
    'a.example/reset': (request) => request.socket.resetAndDestroy(),
    'a.example/never': () => undefined,
    'a.example/babble': (request) => request.socket.end('220 smtp.example ready\r\n'),
  });
  const ask = asking();
  expect(await ask('https://nowhere.invalid/page')).toEqual({ is: 'dead', said: 'no such host' });
  expect(await ask(sites.at('a.example/reset'))).toEqual({ is: 'unknown', said: 'a cut connection' });
  expect(await ask(sites.at('a.example/never'))).toEqual({ is: 'unknown', said: 'no answer in time' });
  expect(await ask(sites.at('a.example/babble'))).toMatchObject({
    is: 'unknown',
    said: 'an answer that cannot be read',
  });
  const failing = (code: string) =>
    asking({ resolve: () => Promise.reject(Object.assign(new Error(code), { code })) })('https://b.example/');
  expect(await failing('EAI_AGAIN')).toEqual({ is: 'unknown', said: 'no answer of a name server' });
  expect(await failing('CERT_HAS_EXPIRED')).toEqual({ is: 'unknown', said: 'a certificate that is not trusted' });
  expect(await failing('EPROTO')).toEqual({ is: 'unknown', said: 'EPROTO' });
  const silent = asking({ resolve: () => new Promise(() => undefined) });
  expect(await silent('https://b.example/')).toEqual({ is: 'unknown', said: 'no answer in time' });
});

test('a page is asked for with HEAD; only what that says is bad is asked for with GET, whose body nobody reads', async () => {
  const sites = await openSites();
  const endless = (_: unknown, response: { writeHead(status: number): void; write(text: string): void }) => {
    response.writeHead(200);
    response.write('and so on');
  };
  for (const status of [403, 404, 405, 500, 501])
    sites.answer({ [`HEAD a.example/${status}`]: status, [`GET a.example/${status}`]: endless });
  sites.answer({ 'HEAD a.example/hangs-up': ({ socket }) => socket.resetAndDestroy(), 'GET a.example/hangs-up': 200 });
  sites.answer({ 'a.example/good': 200 });
  const ask = asking();
  for (const name of ['403', '404', '405', '500', '501', 'hangs-up'])
    expect([name, await ask(sites.at(`a.example/${name}`))]).toEqual([name, { is: 'good', said: '200' }]);
  sites.asked.length = 0;
  await ask(sites.at('a.example/good#place'));
  expect(sites.asked).toEqual(['HEAD a.example/good']);
});

test('redirects are followed; only one that is for good, to another page that is there, is a move', async () => {
  const sites = await openSites();
  const to = (status: number, target: string): [number, Record<string, string>] => [status, { Location: target }];
  sites.answer({
    'a.example/old': to(301, sites.at('b.example/new#part')),
    'a.example/older': to(308, '/old'),
    'a.example/for-now': to(302, '/old'),
    'a.example/to-nothing': to(301, '/nothing'),
    'a.example/to-front': to(301, '/'),
    'a.example/slash': to(301, '/slash/'),
    'a.example/to-nobody': to(301, 'https://nowhere.invalid/'),
    'a.example/round': to(301, '/round'),
    'a.example/mail': to(301, 'mailto:ann@a.example'),
    'a.example/without': 301,
    'a.example/written': to(301, Buffer.from('/ко́шка').toString('latin1')),
    [`a.example${new URL('/ко́шка', 'http://a').pathname}`]: 200,
    'a.example/': 200,
    'a.example/slash/': 200,
    'b.example/new': 200,
  });
  const ask = asking();
  const movedTo = sites.at('b.example/new');
  const good = { is: 'good', said: '200' };
  expect(await ask(sites.at('a.example/old'))).toEqual({ ...good, movedTo });
  expect(await ask(sites.at('a.example/older'))).toEqual({ ...good, movedTo });
  expect(await ask(sites.at('a.example/written'))).toMatchObject({ ...good, movedTo: expect.stringContaining('%') });
  for (const name of ['for-now', 'to-front', 'slash'])
    expect([name, await ask(sites.at(`a.example/${name}`))]).toEqual([name, good]);
  expect(await ask(sites.at('a.example/to-nothing'))).toEqual({ is: 'dead', said: '404' });
  expect(await ask(sites.at('a.example/to-nobody'))).toEqual({ is: 'dead', said: 'no such host' });
  expect(await ask(sites.at('a.example/round'))).toEqual({ is: 'unknown', said: 'redirects without end' });
  expect(await ask(sites.at('a.example/mail'))).toEqual({ is: 'unknown', said: 'a redirect to no web address' });
  expect(await ask(sites.at('a.example/without'))).toEqual({ is: 'unknown', said: '301' });
});

test('no address of a private network is ever asked, however it is written and whoever leads there', async () => {
  const sites = await openSites();
  const guarded = (settings: Partial<typeof here> = {}): Ask => asking({ ...settings, mayAsk: undefined as never });
  const isRefused = { is: 'unknown', said: 'an address of a private network' };
  const port = new URL(sites.at('a.example/')).port;
  const written = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::7f00:1]',
    '0.0.0.0',
  ];
  const others = ['10.0.0.1', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '[fd00::1]', '[fe80::1]'];
  for (const host of [...written, ...others, 'any.name.example'])
    expect([host, await guarded()(`http://${host}:${port}/`)]).toEqual([host, isRefused]);
  // One public address beside it does not help.
  const both = async () => [
    { address: '93.184.216.34', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  expect(await guarded({ resolve: both })(sites.at('a.example/'))).toEqual(isRefused);
  expect(sites.asked).toEqual([]);
  sites.answer({ 'a.example/inwards': [302, { Location: sites.at('inner.example/') }] });
  const resolve = async (host: string) => [
    { address: host === 'inner.example' ? '127.0.0.2' : '127.0.0.1', family: 4 },
  ];
  const ask = asking({ resolve, mayAsk: (ip) => ip === '127.0.0.1' });
  expect(await ask(sites.at('a.example/inwards'))).toEqual(isRefused);
  expect(sites.asked).toEqual(['HEAD a.example/inwards']);
});
