/** Small built sites for the gates to judge, in temporary folders that go when their test ends. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type BuiltSite, openBuiltSite } from '../../src/check/built-site.ts';
import { withPolicy } from '../../src/render/page-policy.ts';
import { jpegWith } from '../support/pictures.ts';

export const siteUrl = 'https://news.example';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes the files and returns their folder. */
export async function siteFolder(files: Files): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'broadsheet-check-'));
  onTestFinished(() => rm(out, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
  }
  return out;
}

export async function builtSite(files: Files): Promise<BuiltSite> {
  return openBuiltSite({ out: await siteFolder(files), siteUrl });
}

/** A page that every gate passes, with `body` on its fourth line and `head` on its third. Nothing has to link to it. */
export function page(body: string, head = ''): string {
  return titled('Broadsheet', body, `${head}<meta name="robots" content="noindex"/>`);
}

/** One that search engines are told of, so that something has to. */
export function indexed(title: string, body: string, head = ''): string {
  return titled(title, body, head);
}

function titled(title: string, body: string, head: string): string {
  const text = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"/><title>${title}</title>${head}</head>
<body>${body}</body>
</html>
`;
  return withPolicy(text, { frames: [], scripts: [] });
}

/** Six files that say everything a gate reads, and say it right. */
export const cleanSite: Files = {
  'index.html': indexed(
    'Front',
    '<a href="/world/#latest">World</a> <img src="/assets/a.jpg" srcset="/assets/a.jpg 1x, /assets/b.jpg 2x" alt="A harbour"/>',
    '<link rel="canonical" href="https://news.example/"/>',
  ),
  'world/index.html': indexed(
    'World',
    '<h1 id="latest">World</h1> <a href="/">Home</a> <a href="#latest">Latest</a> <a href="#top">Top</a>',
  ),
  'assets/a.jpg': jpegWith('a'),
  'assets/b.jpg': jpegWith('b'),
  'sitemap.xml': '<?xml version="1.0"?>\n<urlset>\n<url><loc>https://news.example/world/</loc></url>\n</urlset>\n',
  'robots.txt': 'User-agent: *\nSitemap: https://news.example/sitemap.xml\n',
};
