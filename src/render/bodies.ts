/** Renders the Markdown inside stale routes, reading all the files it needs in one go. */

import { plainText, splitFrontMatter } from '../content/front-matter.ts';
import type { RenderedBody } from '../content/markdown/body.ts';
import type { Resolve } from '../content/markdown/environment.ts';
import type { Body } from '../queries/queries.ts';
import type { Source } from '../source/source.ts';

/** Fills in `html` and `quotations` of each body. */
export async function renderBodies(bodies: readonly Body[], source: Source): Promise<void> {
  if (bodies.length === 0) return;
  const { renderBody } = await import('../content/markdown/body.ts');
  const files = new Map(bodies.map(({ path, blob }) => [path, { path, blob }]));
  const bytes = source.read([...files.values()]);
  const texts = new Map([...bytes].map(([path, content]) => [path, textOf(content, path)]));
  // A new story is in a dozen feeds, each of them with twenty others that are in some of the rest.
  const rendered = new Map<string, RenderedBody>();
  for (const body of bodies) {
    const { path, links, pictures, page } = body;
    const key = JSON.stringify([path, page, links, pictures]);
    const known = rendered.get(key);
    const resolve: Resolve = {
      link: (href) => (href in links ? (links[href] ?? undefined) : href),
      picture: (name) => pictures[name] ?? undefined,
      page,
    };
    const made = known ?? naming(path, () => renderBody(texts.get(path) ?? '', resolve));
    if (known === undefined) rendered.set(key, made);
    Object.assign(body, made);
  }
}

/** An error of the work says which file it was doing. */
function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`The text of content/${path} could not be rendered: ${(error as Error).message}`, { cause: error });
  }
}

function textOf(bytes: Uint8Array, path: string): string {
  const { split } = splitFrontMatter(plainText(bytes), path);
  if (!split) throw new Error(`${path} lost its front matter between two steps`);
  return split.body;
}
