/** A server of this process in place of a cache, a CDN or a hub: writes down what it is asked, and answers as a test says. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Heard = { method: string; path: string; headers: IncomingHttpHeaders; body: string };
type Said = { status: number; headers?: Record<string, string>; body?: string | Uint8Array };

export class StandIn {
  readonly heard: Heard[] = [];
  readonly address: string;
  answer: (heard: Heard) => Said = () => ({ status: 200 });

  private constructor(address: string) {
    this.address = address;
  }

  static async start(): Promise<StandIn> {
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        const heard = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
        standIn.heard.push(heard);
        const said = standIn.answer(heard);
        response.writeHead(said.status, said.headers).end(said.body);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const standIn = new StandIn(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return standIn;
  }

  /** What was asked since the last time. */
  take(): Heard[] {
    return this.heard.splice(0);
  }
}
