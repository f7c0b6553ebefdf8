/** Renders the Markdown inside stale routes, reading all the files it needs in one go. */

import { plainText, splitFrontMatter } from '../content/front-matter.ts';
import type { Body } from '../queries/queries.ts';
import type { Source } from '../source/source.ts';

/** Fills in `html` of each body. */
export async function renderBodies(bodies: readonly Body[], source: Source): Promise<void> {
  if (bodies.length === 0) return;
  const { renderBody } = await import('../content/markdown/body.ts');
  const files = new Map(bodies.map(({ path, blob }) => [path, { path, blob }]));
  const bytes = source.read([...files.values()]);
  const texts = new Map([...bytes].map(([path, content]) => [path, textOf(content, path)]));
  // A new story is in a dozen feeds, each of them with twenty others that are in some of the rest.
  const rendered = new Map<string, string>();
  for (const body of bodies) {
    const { path, links, pictures, page } = body;
    const key = JSON.stringify([path, page, links, pictures]);
    const known = rendered.get(key);
    body.html =
      known ??
      renderBody(texts.get(path) ?? '', {
        link: (href) => (href in links ? (links[href] ?? undefined) : href),
        picture: (name) => pictures[name] ?? undefined,
        page,
      });
    if (known === undefined) rendered.set(key, body.html);
  }
}

function textOf(bytes: Uint8Array, path: string): string {
  const split = splitFrontMatter(plainText(bytes), path);
  if ('code' in split) throw new Error(`${path} lost its front matter between two steps`);
  return split.body;
}
