/**
 * What readers of a pages host have, asked of the site itself: nobody else remembers it. Beside `edition.json` the site has a
 * list of the addresses that it has led readers to, which the next edition has to answer.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { NotSent } from '../errors.ts';
import { editionFile } from './change-list.ts';

/** One path of a file in a line. */
export const addressesFile = 'edition-addresses.txt.gz';

export type LiveEdition = {
  /** The edition’s name. */
  edition: string;
  commit: string;
  /** Files of the site at whose addresses readers found something. */
  paths: string[];
};

/** Gets a URL; rejects if nobody answers. */
export type Ask = (url: string) => Promise<{ status: number; bytes: Uint8Array }>;

/** Throws NotSent if it cannot be known. `site` is an address without a slash at its end. */
export async function readLiveEdition(site: string, ask: Ask): Promise<LiveEdition> {
  const read = async <T>(file: string, parse: (bytes: Uint8Array) => T | undefined): Promise<T> => {
    const url = `${site}/${file}`;
    const answer = await ask(url).catch((error: Error) => String(error.cause ?? error.message));
    if (typeof answer === 'string') throw unknown(url, `could not be asked for (${answer})`);
    if (answer.status !== 200) throw unknown(url, `was answered with ${answer.status}`);
    const value = parse(answer.bytes);
    if (value === undefined) throw unknown(url, 'is not what Broadsheet writes');
    return value;
  };
  const { edition, commit } = await read(editionFile, parseEdition);
  return { edition, commit, paths: await read(addressesFile, parseAddresses) };
}

function unknown(url: string, how: string): NotSent {
  return new NotSent(
    `${url} ${how}, so it is not known which addresses readers have, and whether their edition is older than this one. Nothing was made. Try again once the site answers. If there was never an edition of Broadsheet, add --first.`,
  );
}

export function parseEdition(bytes: Uint8Array): { edition: string; commit: string; published: string } | undefined {
  try {
    const { edition, commit, published } = JSON.parse(Buffer.from(bytes).toString());
    const isOurs =
      /^[0-9a-f]{32}$/.test(edition) && /^[0-9a-f]{40,64}$/.test(commit) && !Number.isNaN(Date.parse(published));
    return isOurs ? { edition, commit, published } : undefined;
  } catch {
    return undefined;
  }
}

/** `paths` are of files of the site. */
export function addressesBytes(paths: readonly string[]): Uint8Array {
  const lines = [...paths].sort().map((path) => `${path}\n`);
  return gzipSync(lines.join(''), { level: 9 });
}

/** A host may have unpacked it on the way. */
function parseAddresses(bytes: Uint8Array): string[] | undefined {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const text = (isPacked ? gunzipSync(bytes) : Buffer.from(bytes)).toString();
    return text.endsWith('\n') && !text.includes('<') ? text.split('\n').slice(0, -1) : undefined;
  } catch {
    return undefined;
  }
}
