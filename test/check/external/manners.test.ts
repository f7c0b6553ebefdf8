/** How often and how fast other sites are asked. */
import { expect, test } from 'vitest';
import { PoliteSender } from '../../../src/check/external/manners.ts';
import type { Reply } from '../../../src/check/external/request.ts';
import { StillClock } from './other-sites.ts';

const url = (name: string) => new URL(`https://${name}`);

/** A world in which each answer takes its time; `most`: so many at once of a host, and of all. */
function world(answers: Record<string, Reply> = {}, endsAfterMs = 1e10) {
  const clock = new StillClock();
  const began = clock.at;
  const asked: string[] = [];
  const open: string[] = [];
  const most = { ofHost: 0, ofAll: 0 };
  const send = async ({ hostname, pathname }: URL): Promise<Reply> => {
    asked.push(`${clock.at - began} ${hostname}${pathname}`);
    open.push(hostname);
    most.ofAll = Math.max(most.ofAll, open.length);
    most.ofHost = Math.max(most.ofHost, open.filter((each) => each === hostname).length);
    await new Promise((done) => setImmediate(done));
    open.splice(open.indexOf(hostname), 1);
    return answers[`${hostname}${pathname}`] ?? { status: 200 };
  };
  const restUntil = new Map<string, number>();
  const rests = { restUntil, leaveAlone: (host: string, until: number) => void restUntil.set(host, until) };
  const manners = { send, clock, pauseMs: 1000, endsAt: began + endsAfterMs, rests };
  return { clock, asked, most, restUntil, polite: new PoliteSender(manners) };
}

test('a host is asked one thing at a time, with a pause before the next; others need not wait', async () => {
  const { polite, asked, most } = world();
  await Promise.all(
    ['a.example/1', 'a.example/2', 'a.example/3', 'b.example/1'].map((name) => polite.ask(url(name), 'GET')),
  );
  expect(asked).toEqual(['0 a.example/1', '0 b.example/1', '1000 a.example/2', '2000 a.example/3']);
  expect(most).toEqual({ ofHost: 1, ofAll: 2 });
});

test('a request that fails for a bug of ours does not keep its host’s turn', async () => {
  const { polite, asked } = world({ 'a.example/1': 'no reply' as never });
  const broken = polite.ask(url('a.example/1'), 'GET').catch((error) => error);
  expect(await polite.ask(url('a.example/2'), 'GET')).toEqual({ status: 200 });
  expect(await broken).toBeInstanceOf(TypeError);
  expect(asked).toContain('1000 a.example/2');
});

test.each([
  ['seconds', 429, '120', 120_000],
  ['a date', 503, 'Thu, 26 Nov 2026 03:05:00 GMT', 300_000],
  ['a date that has been', 503, 'Thu, 26 Nov 2026 02:00:00 GMT', 0],
  ['nothing', 429, undefined, 3_600_000],
  ['nonsense', 503, 'soon', 3_600_000],
  ['a year', 429, '31536000', 30 * 24 * 3_600_000],
])('a busy host that names %s is left alone so long', async (_, status, retryAfter, restMs) => {
  const { polite, clock, restUntil, asked } = world({ 'a.example/1': { status, retryAfter } });
  const began = clock.at;
  expect(await polite.ask(url('a.example/1'), 'GET')).toMatchObject({ status });
  expect(restUntil.get('a.example')).toBe(began + restMs);
  if (restMs > 0) expect(await polite.ask(url('a.example/2'), 'GET')).toBeUndefined();
  clock.at = began + restMs;
  expect(await polite.ask(url('a.example/2'), 'GET')).toEqual({ status: 200 });
  expect(asked).toHaveLength(2);
});

test('when its time is over nobody is asked any more, whoever waits', async () => {
  const { polite, asked } = world({}, 1500);
  const all = ['1', '2', '3'].map((name) => polite.ask(url(`a.example/${name}`), 'GET'));
  expect(await Promise.all(all)).toEqual([{ status: 200 }, { status: 200 }, undefined]);
  expect(asked).toEqual(['0 a.example/1', '1000 a.example/2']);
  expect(polite.isOver).toBe(true);
});
