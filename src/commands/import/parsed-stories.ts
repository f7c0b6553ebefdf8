/**
 * What the newsroom's own parser made of stories as they were converted, in a file of the cache until the check of the whole
 * newsroom asks for it: so each is parsed once. Of a file that is no longer as it was written then, nothing is known.
 */
import { join } from 'node:path';
import type { ContentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import { PackedMap } from '../../import/packed-map.ts';
import { blobId } from '../../source/blob-id.ts';
import type { HandedOn } from '../../source/hand-on.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { UnnamedFile } from '../../source/unnamed-file.ts';
import { type ParsedApart, type Parser, parseAllApart } from '../../sync/parser.ts';
import type { Hands } from '../threads.ts';

export class ParsedStories {
  readonly #kept: UnnamedFile;
  readonly #site: string;
  /** By path, which of the records counts; the last. */
  readonly #numbers = new PackedMap<number>();
  /** Where each record ends. */
  readonly #ends: number[] = [];

  /** `site`: by which they are parsed. */
  constructor(cache: string, site: Site) {
    makeFolder(cache);
    this.#kept = new UnnamedFile(join(cache, 'import-parsed.jsonl'));
    this.#site = whatCounts(site);
  }

  /** `parsed`: as JSON; undefined: it has to be parsed again. */
  keep(path: string, text: string, parsed: string | undefined): void {
    this.#numbers.delete(path);
    if (parsed === undefined) return;
    const record = Buffer.from(`${blobId(Buffer.from(text))}${parsed}`);
    const start = this.#kept.append(record);
    this.#numbers.set(path, this.#ends.push(start + record.length) - 1);
  }

  /** What is not known is parsed by others. */
  hands(others: Pick<Hands, 'parserFor'>): Pick<Hands, 'parserFor'> {
    return { parserFor: (files) => this.#before(others.parserFor(files - this.#numbers.size)) };
  }

  #before(others: Parser | undefined): Parser {
    return {
      mostAtOnce: others?.mostAtOnce ?? 1,
      parse: async (contents, files, site) => {
        const isSame = whatCounts(site) === this.#site;
        const known = contents.map(({ path }) => (isSame ? this.#at(path, files.read.get(path)) : undefined));
        const rest = contents.filter((_, index) => known[index] === undefined);
        if (rest.length === 0) return { parsed: known, read: new Map() };
        const { parsed, read } = await (others?.parse ?? parseAllApart)(rest, only(files, rest), site);
        const left = parsed.values();
        return { parsed: known.map((each) => each ?? left.next().value), read };
      },
      end: () => others?.end(),
    };
  }

  end(): void {
    this.#kept.close();
  }

  #at(path: string, bytes: Uint8Array | undefined): ParsedApart {
    const number = this.#numbers.get(path);
    if (number === undefined || bytes === undefined) return undefined;
    const start = this.#ends[number - 1] ?? 0;
    const record = Buffer.alloc((this.#ends[number] as number) - start);
    this.#kept.read(start, record);
    const id = blobId(bytes);
    return record.toString('latin1', 0, id.length) === id ? JSON.parse(record.toString('utf8', id.length)) : undefined;
  }
}

/** Words and icons are no part of what is read of a story. */
function whatCounts({ wording: _, icons: __, ...site }: Site): string {
  return JSON.stringify(site);
}

function only({ read, stored, isKept }: HandedOn, contents: readonly ContentPath[]): HandedOn {
  const paths = new Set(contents.map(({ path }) => path));
  return {
    read: new Map([...read].filter(([path]) => paths.has(path))),
    stored: stored && { ...stored, files: stored.files.filter(({ path }) => paths.has(path)) },
    ...(isKept !== undefined && { isKept }),
  };
}
