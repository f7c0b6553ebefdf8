/** A built site as the gates meet it: a folder and the files in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyFileBelow } from '../source/files-below.ts';

export type BuiltSite = {
  /** Absolute. */
  out: string;
  /** `https://vestnik-kavkaza.example`, without a slash: links to it count as internal. */
  origin: string;
  /** The files to judge, below `out`, with `/`, by code point: `2015/index.html`. */
  paths: readonly string[];
  /** Whether there is such a file, judged or not. */
  hasFile(path: string): boolean;
  everyPath(): readonly string[];
  /** Whether a file is the newsroom’s own, which nobody made a page or a feed of: a document, or of `public/`. */
  isAsItWas(path: string): boolean;
};

/** Lists the site's files; a folder that is not there is a site without files. */
export function openBuiltSite({
  out,
  siteUrl,
  isAsItWas = () => false,
}: {
  out: string;
  siteUrl: string;
  isAsItWas?: BuiltSite['isAsItWas'];
}): BuiltSite {
  const paths = listFiles(out);
  const files = new Set(paths);
  return {
    out,
    origin: siteUrl,
    paths,
    hasFile: (path) => files.has(path),
    everyPath: () => paths,
    isAsItWas,
  };
}

export function readText(site: Pick<BuiltSite, 'out'>, path: string): string {
  return readFileSync(join(site.out, path), 'utf8');
}

export function isHtml(path: string): boolean {
  return path.endsWith('.html');
}

function listFiles(out: string): string[] {
  try {
    return everyFileBelow(out);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
