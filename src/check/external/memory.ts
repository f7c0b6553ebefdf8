/**
 * What is remembered of links to other sites from one check to the next, in a file of its own beside the catalog: no page
 * depends on it, and a catalog that is made anew takes nothing of it away. Each answer is a line, added as it comes; the
 * last of a link holds. A line that cannot be read is passed over: its link is asked for again.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../source/make-folder.ts';
import { replaceFile } from '../../source/replace-file.ts';
import { onFile } from '../../source/system-error.ts';
import type { Known } from './verdict.ts';

const linkLine = z.object({
  link: z.url(),
  is: z.enum(['good', 'dead', 'unknown']),
  said: z.string(),
  /** Seconds since 1970, as of the next. */
  asked: z.number(),
  deadSince: z.number().optional(),
  movedTo: z.string().optional(),
});

/** A host that is to be left alone, until milliseconds since 1970. */
const hostLine = z.object({ host: z.string(), restUntil: z.number() });

const line = z.union([linkLine, hostLine]);

export class LinkMemory {
  readonly #file: string;
  readonly links = new Map<string, Known>();
  /** By host. */
  readonly restUntil = new Map<string, number>();

  constructor(cache: string) {
    makeFolder(cache);
    this.#file = join(cache, 'external-links.jsonl');
    if (!existsSync(this.#file)) return;
    const text = onFile(this.#file, 'read', (file) => readFileSync(file, 'utf8'));
    for (const each of text.split('\n')) this.#read(each);
  }

  #read(written: string): void {
    const { data } = line.safeParse(parsed(written));
    if (!data) return;
    if ('host' in data) this.restUntil.set(data.host, data.restUntil);
    else {
      const { link, ...known } = data;
      this.links.set(link, known as Known);
    }
  }

  remember(link: string, known: Known): void {
    this.links.set(link, known);
    this.#add({ link, ...known });
  }

  leaveAlone(host: string, restUntil: number): void {
    this.restUntil.set(host, restUntil);
    this.#add({ host, restUntil });
  }

  #add(data: z.infer<typeof line>): void {
    onFile(this.#file, 'written', (file) => appendFileSync(file, `${JSON.stringify(data)}\n`));
  }

  /** Writes the file anew, with what is still of use: links that there are, and hosts whose time is to come. */
  keepOnly(isLinked: (link: string) => boolean, nowMs: number): void {
    for (const link of this.links.keys()) if (!isLinked(link)) this.links.delete(link);
    for (const [host, until] of this.restUntil) if (until <= nowMs) this.restUntil.delete(host);
    const links = [...this.links].map(([link, known]) => JSON.stringify({ link, ...known }));
    const hosts = [...this.restUntil].map(([host, restUntil]) => JSON.stringify({ host, restUntil }));
    const text = [...links, ...hosts].map((each) => `${each}\n`).join('');
    replaceFile(this.#file, text);
  }
}

/** What is no JSON is nothing. */
function parsed(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
