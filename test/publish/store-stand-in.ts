/** An object store in the memory of this process: keeps to conditions, counts what it is asked, and fails as a test says. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Kept = { bytes: Buffer; etag: string; at: number; headers: Record<string, string> };
export type Heard = { method: string; key: string; headers: IncomingMessage['headers'] };

/** `refuse`: an answer in place of the store’s; `reset`: none, before or after it was done; `late`: an answer that nobody waits for. */
export type Fault = { status: number; code?: string } | 'reset' | 'reset after' | 'late' | undefined;

export class StoreStandIn {
  readonly address: string;
  readonly objects = new Map<string, Kept>();
  readonly heard: Heard[] = [];
  /** Asked before each request, by its number from 1. */
  fault: (heard: Heard, number: number) => Fault = () => undefined;
  /** Asked after whatever has changed something. */
  changed: () => void = () => {};
  /** `ignored`: it writes as if there were none; `unknown`: it says that it does not know any. */
  conditions: 'kept' | 'ignored' | 'unknown' = 'kept';
  /** Its clock, in milliseconds. */
  now = Date.parse('2016-01-01');

  private constructor(address: string) {
    this.address = address;
  }

  static async start(): Promise<StoreStandIn> {
    const server = createServer((request, response) => void store.#meet(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const store = new StoreStandIn(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return store;
  }

  /** What was asked since the last time. */
  take(): Heard[] {
    return this.heard.splice(0);
  }

  text(key: string): string | undefined {
    return this.objects.get(key)?.bytes.toString();
  }

  async #meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    try {
      for await (const part of request) parts.push(part);
    } catch {
      return;
    }
    const { method = '', headers, url = '' } = request;
    const heard = { method, key: decodeURIComponent(url.slice(1)), headers };
    this.heard.push(heard);
    const fault = this.fault(heard, this.heard.length);
    if (fault === 'late') return;
    if (fault === 'reset') return void request.socket.destroy();
    if (typeof fault === 'object') return void say(response, fault.status, fault.code ?? 'InternalError');
    this.#answer(heard, Buffer.concat(parts), response, fault === 'reset after');
  }

  #answer({ method, key, headers }: Heard, bytes: Buffer, response: ServerResponse, isLost: boolean): void {
    const there = this.objects.get(key);
    const done = (status: number, more: Record<string, string> = {}, body?: Buffer) => {
      if (isLost) return void response.socket?.destroy();
      response.writeHead(status, { date: new Date(this.now).toUTCString(), ...more }).end(body);
    };
    if (!/^AWS4-HMAC-SHA256 Credential=tester\//.test(headers.authorization ?? ''))
      return say(response, 403, 'InvalidAccessKeyId');
    if (url(key).has('list-type') || !key.includes('/')) return say(response, 400, 'NobodyMayList');
    if (method === 'GET') {
      if (!there) return say(response, 404, 'NoSuchKey');
      const more = { etag: there.etag, 'last-modified': new Date(there.at).toUTCString() };
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
      if (first === undefined) return done(200, more, there.bytes);
      return done(206, more, there.bytes.subarray(Number(first), Number(last) + 1));
    }
    if (method === 'DELETE') {
      this.objects.delete(key);
      this.changed();
      return done(204);
    }
    const isConditional = headers['if-match'] !== undefined || headers['if-none-match'] !== undefined;
    if (isConditional && this.conditions === 'unknown') return say(response, 501, 'NotImplemented');
    const isMet = headers['if-match'] === undefined ? !there : headers['if-match'] === there?.etag;
    if (isConditional && this.conditions === 'kept' && !isMet) return say(response, 412, 'PreconditionFailed');
    const sums = { md5: digest('md5', bytes).toString('base64'), sha256: digest('sha256', bytes).toString('hex') };
    if (headers['content-md5'] !== sums.md5 || headers['x-amz-content-sha256'] !== sums.sha256)
      return say(response, 400, 'BadDigest');
    const kept = ['content-type', 'cache-control', 'content-encoding'].flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    });
    const etag = `"${digest('md5', bytes).toString('hex')}"`;
    this.objects.set(key, { bytes, etag, at: this.now, headers: Object.fromEntries(kept) });
    this.changed();
    done(200, { etag });
  }
}

function say(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}

function digest(name: string, bytes: Buffer): Buffer {
  return createHash(name).update(bytes).digest();
}

function url(key: string): URLSearchParams {
  return new URLSearchParams(key.split('?')[1] ?? '');
}
