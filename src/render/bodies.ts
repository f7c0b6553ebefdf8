/** Renders the Markdown inside stale routes, reading all the files it needs in one go. */
import type { Source } from '../catalog/source.ts';
import { plainText, splitFrontMatter } from '../content/front-matter.ts';
import type { Body } from '../queries/queries.ts';

/** Fills in `html` of each body. */
export async function renderBodies(bodies: readonly Body[], source: Source): Promise<void> {
  if (bodies.length === 0) return;
  const { renderBody } = await import('../content/markdown/body.ts');
  const files = new Map(bodies.map(({ path, blob }) => [path, { path, blob }]));
  const bytes = source.read([...files.values()]);
  const texts = new Map([...bytes].map(([path, content]) => [path, textOf(content, path)]));
  for (const body of bodies) {
    body.html = renderBody(texts.get(body.path) ?? '', {
      link: (href) => (href in body.links ? (body.links[href] ?? undefined) : href),
      picture: (path) => body.pictures[path] ?? undefined,
      page: body.page,
    });
  }
}

function textOf(bytes: Uint8Array, path: string): string {
  const split = splitFrontMatter(plainText(bytes), path);
  if ('code' in split) throw new Error(`${path} lost its front matter between two steps`);
  return split.body;
}
