/** The sample newsroom, built as a reader gets it, on a server of its own that writes down what it is asked. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from '../../src/commands/build.ts';
import type { PictureMaker } from '../../src/render/picture-maker.ts';
import { type BuiltSample, builtSample } from '../support/built-sample.ts';
import { instant } from '../support/newsroom.ts';
import { flatPictures } from '../support/pictures.ts';
import { renderDirectly } from '../support/render-directly.ts';
import { sampleContent, sampleNow } from '../support/sample.ts';
import { shelfOf } from '../support/words.ts';
import { type Page, pagesIn, pagesWithAll } from './looks.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/xml',
  '.atom': 'application/atom+xml',
  '.json': 'application/feed+json',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpeg': 'image/jpeg',
  '.js': 'text/javascript',
  '.txt': 'text/plain',
};

export type Asked = { url: string; headers: IncomingHttpHeaders };

type Settings = {
  content?: string;
  now?: string;
  port?: number;
  makePicture?: PictureMaker;
  /** How well texts are packed; as hosts do unless another is given, which is most of the work on a page. */
  brotliQuality?: number;
};

/** For tests, who ask what pages show and not how they look or how long they take. */
export const quickly: Settings = { makePicture: flatPictures, brotliQuality: constants.BROTLI_MIN_QUALITY };

export class ServedSite {
  readonly out: string;
  readonly asked: Asked[] = [];
  /** Those to look at. */
  readonly pages: readonly Page[];
  /** URLs of pages on which nobody stays. */
  readonly redirects: readonly string[];
  readonly #server: Server;
  /** That goes with it. */
  readonly #folder: string | undefined;
  readonly #packed = new Map<string, Uint8Array>();
  readonly #brotliQuality: number;

  private constructor(built: BuiltSample, { folder, brotliQuality }: { folder?: string; brotliQuality: number }) {
    this.#brotliQuality = brotliQuality;
    this.#folder = folder;
    this.out = built.out;
    const pages = pagesIn(built.cache);
    this.pages = pagesWithAll(
      built.out,
      pages.filter(({ kind }) => kind !== 'redirect'),
    );
    this.redirects = pages.filter(({ kind }) => kind === 'redirect').map(({ url }) => url);
    this.#server = createServer();
  }

  /** For tests, the sample as it was built for all of them. */
  static async openSample(): Promise<ServedSite> {
    return new ServedSite(await builtSample(), { brotliQuality: constants.BROTLI_MIN_QUALITY }).#serve(0);
  }

  /** Builds a newsroom, the sample unless another is given, and serves it. */
  static async open({
    content = sampleContent,
    now,
    port = 0,
    makePicture,
    brotliQuality = constants.BROTLI_DEFAULT_QUALITY,
  }: Settings = {}): Promise<ServedSite> {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-browser-'));
    const built = { out: join(folder, 'dist'), cache: join(folder, 'cache') };
    const { problems } = await build({
      ...built,
      content,
      newsroom: dirname(content),
      now: now === undefined ? sampleNow : instant(now),
      render: renderDirectly,
      makePicture,
      words: async () => shelfOf(content),
    });
    if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
    return new ServedSite(built, { folder, brotliQuality }).#serve(port);
  }

  async #serve(port: number): Promise<this> {
    this.#server.on('request', ({ url = '/', headers }, response) => {
      this.asked.push({ url, headers });
      const found = this.#fileAt(url);
      const file = found ?? this.#nearestNotFound(url);
      const type = types[extname(file)] ?? 'text/plain';
      const isPacked = !type.startsWith('image/') && String(headers['accept-encoding']).includes('br');
      response.writeHead(found ? 200 : 404, {
        'content-type': type,
        ...(isPacked ? { 'content-encoding': 'br' } : {}),
        'cache-control': url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      response.end(this.#bytesOf(file, isPacked));
    });
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return this;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Packed once, as hosts do. */
  #bytesOf(file: string, isPacked: boolean): Uint8Array {
    if (!isPacked) return readFileSync(file);
    const packed =
      this.#packed.get(file) ??
      brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: this.#brotliQuality } });
    this.#packed.set(file, packed);
    return packed;
  }

  /** As hosts do, in the language of the address. */
  #nearestNotFound(url: string): string {
    const [, first = ''] = url.split('/');
    return this.#fileAt(`/${first}/404.html`) ?? join(this.out, '404.html');
  }

  #fileAt(url: string): string | undefined {
    const path = decodeURIComponent(new URL(url, 'http://x').pathname);
    const file = join(this.out, path.endsWith('/') ? `${path}index.html` : path);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
  }
}
