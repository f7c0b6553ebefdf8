/** Every page against html-validate's rules, many pages in threads beside this one. */
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { engineFile } from '../engine-files.ts';
import { type BuiltSite, isHtml, readText } from './built-site.ts';
import type { Finding } from './finding.ts';
import type { Broken, PagesToValidate } from './html-worker.ts';
import type { Verdict } from './looked-at.ts';

/** More are shared out among threads, each of which takes half a second to begin. */
const few = 100;
const pagesAtOnce = 50;

export async function checkHtml(site: BuiltSite): Promise<Verdict & { faulty: Set<string> }> {
  const { out } = site;
  const paths = site.paths.filter((path) => isHtml(path) && !site.isAsItWas(path));
  const broken = paths.length > few ? await validateInThreads(out, paths) : await validateHere({ out, paths });
  return {
    findings: broken.map(findingOf),
    faulty: new Set(broken.map(({ path }) => path)),
    looked: { gate: 'html', counts: { pages: paths.length } },
  };
}

async function validateHere(pages: PagesToValidate): Promise<Broken[]> {
  const { validatePages } = await import('./html-worker.ts');
  return validatePages(pages);
}

async function validateInThreads(out: string, paths: readonly string[]): Promise<Broken[]> {
  const parts = Array.from({ length: Math.ceil(paths.length / pagesAtOnce) }, (_, part): PagesToValidate => {
    return { out, paths: paths.slice(part * pagesAtOnce, (part + 1) * pagesAtOnce) };
  });
  const threads = Math.min(availableParallelism(), parts.length);
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: pathToFileURL(engineFile('src/check/html-worker.ts')).href,
    minThreads: threads,
    maxThreads: threads,
  });
  try {
    const broken = parts.map(async (part): Promise<Broken[]> => {
      try {
        return await pool.run(part, { name: 'validatePages' });
      } catch (error) {
        // An error loses its code between threads: what cannot be read here either is told as that.
        for (const path of part.paths) await readText({ out }, path);
        throw error;
      }
    });
    return (await Promise.all(broken)).flat();
  } finally {
    await pool.destroy();
  }
}

function findingOf({ path, rule, message, line, column }: Broken): Finding {
  const what = `html-validate’s rule ${rule} is broken: ${message.replace(/\.?\s*$/, '')}.`;
  const fix = 'Correct the layout or the text that makes this element.';
  return { path, line, column, subject: what, code: 'check/html', what, fix };
}
