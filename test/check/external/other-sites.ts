/** Other sites, on this machine: one server that answers for every host of the test, a clock, and who was asked what. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../src/check/external/manners.ts';
import type { Resolve, Sender } from '../../../src/check/external/request.ts';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;
/** A status, a status with headers, or whatever the test wants. */
type Written = number | [number, Record<string, string>] | Answering;

export class OtherSites {
  /** `HEAD a.example/x`, as they came. */
  readonly asked: string[] = [];
  readonly headers: IncomingMessage['headers'][] = [];
  readonly #answers = new Map<string, Written>();
  #port = 0;

  async open(): Promise<this> {
    const server = createServer((request, response) => {
      const name = `${request.headers.host?.replace(/:.*$/, '')}${request.url}`;
      this.asked.push(`${request.method} ${name}`);
      this.headers.push(request.headers);
      const answer = this.#answers.get(`${request.method} ${name}`) ?? this.#answers.get(name) ?? 404;
      if (typeof answer === 'function') answer(request, response);
      else if (typeof answer === 'number') response.writeHead(answer).end();
      else response.writeHead(...answer).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    this.#port = (server.address() as AddressInfo).port;
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return this;
  }

  /** By `a.example/x`, or `HEAD a.example/x` for that method alone. */
  answer(answers: Record<string, Written>): this {
    for (const [name, answer] of Object.entries(answers)) this.#answers.set(name, answer);
    return this;
  }

  /** The address of `a.example/x`. */
  at(name: string): string {
    return `http://${name.replace('/', `:${this.#port}/`)}`;
  }
}

export const openSites = () => new OtherSites().open();

/** Every host is this machine, but those that end in `.invalid`, of which there are none. */
export const resolveHere: Resolve = async (host) => {
  if (host.endsWith('.invalid')) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return [{ address: '127.0.0.1', family: 4 }];
};

/** For `sender`. */
export const here: Sender = { userAgent: 'Test', resolve: resolveHere, limitMs: 300, mayAsk: () => true };

/** One that goes on only while somebody sleeps. */
export class StillClock implements Clock {
  at: number;
  readonly slept: number[] = [];

  constructor(at = '2026-11-26T03:00:00Z') {
    this.at = Date.parse(at);
  }

  now(): number {
    return this.at;
  }

  async sleep(ms: number): Promise<void> {
    this.slept.push(ms);
    this.at += ms;
  }
}
