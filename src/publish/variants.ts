/** The same bytes packed once for all readers, beside the file: what web servers send to those who can unpack it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const packedEndings: readonly string[] = [
  '.html',
  '.xml',
  '.atom',
  '.json',
  '.txt',
  '.svg',
  '.js',
  '.css',
  '.csv',
];

/** Below it, what is packed is hardly smaller than a packet. */
const fewestBytes = 1000;

export const variantEndings = ['.gz', '.br'] as const;

/** By ending; none of what is packed already, or too small. */
export async function variantsOf(
  path: string,
  bytes: Uint8Array,
  quality = usualQuality,
): Promise<Map<string, Uint8Array>> {
  if (bytes.length < fewestBytes || !packedEndings.some((ending) => path.endsWith(ending))) return new Map();
  const [gzipped, brotli] = await Promise.all([
    promisify(gzip)(bytes, { level: Math.min(quality, 9) }),
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_LGWIN]: windowFor(bytes.length),
      },
    }),
  ]);
  return new Map([
    ['.gz', gzipped],
    ['.br', brotli],
  ]);
}

/**
 * The least that holds all of it, as a power of two. Without it brotli takes memory for four megabytes each time, and gives
 * it back: ten times as long for a page.
 */
function windowFor(length: number): number {
  const { BROTLI_MIN_WINDOW_BITS: least, BROTLI_MAX_WINDOW_BITS: most } = constants;
  return Math.min(most, Math.max(least, Math.ceil(Math.log2(length + 16))));
}

/** Of 11; the last two take ten times as long for a few hundredths of a page. */
const usualQuality = 9;
