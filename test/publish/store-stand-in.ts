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
    if (typeof fault === 'object') {
      const { status, body } = no(fault.status, fault.code ?? 'InternalError');
      return void response.writeHead(status).end(body);
    }
    const { status, more, body } = this.#answer(heard, Buffer.concat(parts));
    if (fault === 'reset after') return void request.socket.destroy();
    response.writeHead(status, { date: new Date(this.now).toUTCString(), ...more }).end(body);
  }

  #answer({ method, key, headers }: Heard, bytes: Buffer): Said {
    const there = this.objects.get(key);
    if (!/^AWS4-HMAC-SHA256 Credential=tester\//.test(headers.authorization ?? ''))
      return no(403, 'InvalidAccessKeyId');
    if (key.includes('?') || !key.includes('/')) return no(400, 'NobodyMayList');
    if (method === 'GET') {
      if (!there) return no(404, 'NoSuchKey');
      const more = { etag: there.etag, 'last-modified': new Date(there.at).toUTCString() };
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
      if (first === undefined) return { status: 200, more, body: there.bytes };
      return { status: 206, more, body: there.bytes.subarray(Number(first), Number(last) + 1) };
    }
    if (method === 'DELETE') {
      this.objects.delete(key);
      this.changed();
      return { status: 204 };
    }
    const isConditional = headers['if-match'] !== undefined || headers['if-none-match'] !== undefined;
    if (isConditional && this.conditions === 'unknown') return no(501, 'NotImplemented');
    const isMet = headers['if-match'] === undefined ? !there : headers['if-match'] === there?.etag;
    if (isConditional && this.conditions === 'kept' && !isMet) return no(412, 'PreconditionFailed');
    const sums = { md5: digest('md5', bytes).toString('base64'), sha256: digest('sha256', bytes).toString('hex') };
    if (headers['content-md5'] !== sums.md5 || headers['x-amz-content-sha256'] !== sums.sha256)
      return no(400, 'BadDigest');
    const kept = ['content-type', 'cache-control', 'content-encoding'].flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    });
    const etag = `"${digest('md5', bytes).toString('hex')}"`;
    this.objects.set(key, { bytes, etag, at: this.now, headers: Object.fromEntries(kept) });
    this.changed();
    return { status: 200, more: { etag } };
  }
}

type Said = { status: number; more?: Record<string, string>; body?: Buffer | string };

function no(status: number, code: string): Said {
  return { status, body: `<?xml version="1.0"?><Error><Code>${code}</Code></Error>` };
}

function digest(name: string, bytes: Buffer): Buffer {
  return createHash(name).update(bytes).digest();
}
