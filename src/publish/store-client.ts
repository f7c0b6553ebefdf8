/** The three requests of S3 that publishing makes: signed, made again when a store or the way to it fails, and proved. */
import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import { MachineryError, WrongUsage } from '../errors.ts';

/** From the machine, for commands and tests to give. */
export type Surroundings = {
  environment: Readonly<Record<string, string | undefined>>;
  pause(milliseconds: number): Promise<unknown>;
  /** From 0 to 1. */
  chance(): number;
  /** Milliseconds for a request, and for each 100 kB of it as many again. */
  patience?: number;
};

type Asked = {
  method: 'PUT' | 'GET' | 'DELETE';
  key: string;
  headers?: Record<string, string>;
  body?: Blob;
  /** What is an answer; all else is a failure. */
  accept: readonly number[];
};

export type Answer = { status: number; headers: Headers; bytes: Buffer };

const attempts = 8;
const [firstPause, longestPause] = [200, 8000];
const usualPatience = 30_000;
const bytesPerPatience = 100_000;

export class StoreClient {
  readonly #endpoint: string;
  readonly #region: string | undefined;
  readonly #keys: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  readonly #signing = new Map<string, ArrayBuffer>();
  readonly #surroundings: Surroundings;

  constructor({ endpoint, region }: { endpoint: string; region?: string }, surroundings: Surroundings) {
    this.#endpoint = endpoint.replace(/\/$/, '');
    this.#region = region;
    this.#surroundings = surroundings;
    const { environment } = surroundings;
    const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;
    const missing = names.filter((name) => !environment[name]);
    if (missing.length > 0)
      throw new WrongUsage(
        `The environment has no ${missing.join(' and no ')}, which ${this.#endpoint} asks for. Set ${names.join(' and ')} to a key that may read, write and delete there.`,
      );
    this.#keys = {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
      sessionToken: environment.AWS_SESSION_TOKEN || undefined,
    };
  }

  /** What lies below a prefix, which is empty or ends with a slash. */
  shelf(bucket: string, prefix: string): Shelf {
    return new Shelf(bucket, prefix, (asked) => this.#ask(bucket, asked));
  }

  async #ask(bucket: string, asked: Asked): Promise<Answer> {
    const { pause, chance } = this.#surroundings;
    const digests = await digestsOf(asked.body);
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#askOnce(bucket, asked, digests);
      if (typeof answer !== 'string' && !isPassing(answer)) return this.#judge(bucket, asked, answer);
      if (attempt === attempts)
        throw new MachineryError(
          `${this.#endpoint}/${bucket} does not do what it is asked: ${attempts} times ${typeof answer === 'string' ? answer : `it answered ${told(answer)}`}. Readers have whole pages, of the last edition or the new one. Publish again: that ends what was begun.`,
        );
      const longest = Math.min(longestPause, firstPause * 2 ** (attempt - 1));
      await pause(longest * (0.5 + chance() / 2));
    }
  }

  /** An answer, or in words why there is none. */
  async #askOnce(bucket: string, { method, key, headers, body }: Asked, digests: Digests): Promise<Answer | string> {
    const { patience = usualPatience } = this.#surroundings;
    const signed = await new AwsV4Signer({
      method,
      url: `${this.#endpoint}/${bucket}/${addressOf(key)}`,
      headers: { ...headers, ...digests.headers },
      service: 's3',
      region: this.#region,
      cache: this.#signing,
      ...this.#keys,
    }).sign();
    const signal = AbortSignal.timeout(patience * (1 + Math.ceil((body?.size ?? 0) / bytesPerPatience)));
    try {
      const answer = await fetch(signed.url, { method, headers: signed.headers, body, signal, redirect: 'manual' });
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (method === 'PUT' && answer.ok && isOther(answer.headers, digests.md5)) return 'it wrote other bytes';
      return { status: answer.status, headers: answer.headers, bytes };
    } catch (error) {
      if (signal.aborted) return 'it did not answer in time';
      const { code } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
      return `the connection failed (${code ?? 'unknown'})`;
    }
  }

  #judge(bucket: string, { method, accept }: Asked, answer: Answer): Answer {
    const code = codeOf(answer);
    if (accept.includes(answer.status) && code !== 'NoSuchBucket') return answer;
    const place = `${this.#endpoint}/${bucket}`;
    const region = answer.headers.get('x-amz-bucket-region');
    if (code === 'NoSuchBucket' || (answer.status === 404 && method === 'PUT'))
      throw new MachineryError(`There is no bucket ${place}. Make it, or correct publish.yaml.`);
    if (code === 'RequestTimeTooSkewed')
      throw new MachineryError(`${place} refuses what this machine signs, because its clock is wrong. Set the clock.`);
    if (region !== null && answer.status !== 403)
      throw new MachineryError(`The bucket ${place} is in another region. Write region: ${region} in publish.yaml.`);
    if (answer.status === 403 || answer.status === 401)
      throw new MachineryError(
        `${place} refuses a ${method} (${told(answer)}). See that AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are of a key that may read, write and delete there.`,
      );
    throw new MachineryError(`${place} answered a ${method} with ${told(answer)}.`);
  }
}

/** The objects of a bucket below a prefix. */
export class Shelf {
  readonly name: string;
  readonly #prefix: string;
  readonly #ask: (asked: Asked) => Promise<Answer>;

  constructor(bucket: string, prefix: string, ask: (asked: Asked) => Promise<Answer>) {
    this.name = `${bucket}/${prefix}`;
    this.#prefix = prefix;
    this.#ask = ask;
  }

  async put(key: string, body: Blob, headers: Record<string, string> = {}): Promise<void> {
    await this.#ask({ method: 'PUT', key: this.#prefix + key, body, headers, accept: [200, 201] });
  }

  /** Puts it if a condition holds; says how that was answered: 200 it did, 409 or 412 it did not, 501 what is a condition? */
  putIf(key: string, body: Blob, condition: { 'if-match': string } | { 'if-none-match': '*' }): Promise<Answer> {
    const accept = [200, 201, 404, 409, 412, 501];
    return this.#ask({ method: 'PUT', key: this.#prefix + key, body, headers: condition, accept });
  }

  /** Undefined where there is nothing. `range`: the first byte, and how many. */
  async get(key: string, range?: { start: number; length: number }): Promise<Answer | undefined> {
    const headers = range && { range: `bytes=${range.start}-${range.start + range.length - 1}` };
    const answer = await this.#ask({ method: 'GET', key: this.#prefix + key, headers, accept: [200, 206, 404] });
    return answer.status === 404 ? undefined : answer;
  }

  async remove(key: string): Promise<void> {
    await this.#ask({ method: 'DELETE', key: this.#prefix + key, accept: [200, 204, 404] });
  }
}

type Digests = { md5?: string; headers: Record<string, string> };

/** The store is told what it is to have got, and refuses all else. */
async function digestsOf(body: Blob | undefined): Promise<Digests> {
  const [md5, sha256] = [createHash('md5'), createHash('sha256')];
  if (body)
    for await (const part of body.stream()) {
      md5.update(part);
      sha256.update(part);
    }
  const headers: Record<string, string> = { 'x-amz-content-sha256': sha256.digest('hex') };
  if (!body) return { headers };
  const sum = md5.digest();
  return { md5: sum.toString('hex'), headers: { ...headers, 'content-md5': sum.toString('base64') } };
}

/** A store’s name for what it has is its MD5, unless it keeps that encrypted. */
function isOther(headers: Headers, md5: string | undefined): boolean {
  const etag = headers.get('etag')?.replace(/^"|"$/g, '');
  const isOfBytes = !/kms/.test(headers.get('x-amz-server-side-encryption') ?? '');
  return isOfBytes && etag !== undefined && /^[0-9a-f]{32}$/.test(etag) && etag !== md5;
}

/** Whether it may be otherwise the next time. */
function isPassing(answer: Answer): boolean {
  const { status } = answer;
  return (status >= 500 && status !== 501) || [408, 429].includes(status) || codeOf(answer) === 'RequestTimeout';
}

function told(answer: Answer): string {
  return [answer.status, codeOf(answer)].filter(Boolean).join(' ');
}

function codeOf({ status, bytes }: Answer): string | undefined {
  return status < 300 ? undefined : /<Code>(\w+)<\/Code>/.exec(bytes.toString('utf8', 0, 2000))?.[1];
}

/** As it is signed: everything but letters, digits and `-._~/` is escaped. */
function addressOf(key: string): string {
  return encodeURIComponent(key)
    .replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', '/');
}
