/** Renders the Markdown inside stale routes. */

import { bounds } from '../content/bounds.ts';
import { plainText, splitFrontMatter } from '../content/front-matter.ts';
import type { RenderedBody } from '../content/markdown/body.ts';
import type { Resolve } from '../content/markdown/environment.ts';
import type { Site } from '../content/site.ts';
import { sponsoredRel } from '../content/sponsored.ts';
import type { Body, UnrenderedBody } from '../queries/queries.ts';
import type { Source } from '../source/source.ts';

type WithBodies = { url: string; props: unknown; bodies: readonly UnrenderedBody[] };

/** Of all bodies of some routes the files, as they were when asked, by path. */
export function readTexts(routes: readonly Pick<WithBodies, 'bodies'>[], source: Pick<Source, 'read'>): Texts {
  const files = new Map(
    routes.flatMap(({ bodies }) => bodies.map(({ body: { path }, blob }) => [path, { path, blob }] as const)),
  );
  return files.size === 0 ? new Map() : source.read([...files.values()]);
}

export type Texts = ReadonlyMap<string, Uint8Array>;

/**
 * The routes with `html`, `quotations` and `opening` in each of their bodies. What was given, and was hashed, stays as it is.
 * `onRoute` is told of each URL before what it needs is rendered.
 */
export async function renderBodies<Route extends WithBodies>(
  routes: readonly Route[],
  texts: Texts,
  site: Site,
  onRoute?: (url: string) => void,
): Promise<readonly Route[]> {
  if (routes.every(({ bodies }) => bodies.length === 0)) return routes;
  const render = await bodyRenderer(texts, site);
  return routes.map((route) => {
    if (route.bodies.length === 0) return route;
    onRoute?.(route.url);
    const rendered = new Map<unknown, Body>(route.bodies.map(({ body }) => [body, render(body)]));
    return { ...route, props: withRendered(route.props, rendered) };
  });
}

async function bodyRenderer(files: Texts, site: Site): Promise<(body: Body) => Body> {
  const { renderBody } = await import('../content/markdown/body.ts');
  const { sayIn } = await import('../../layouts/block-words.ts');
  const texts = new Map([...files].map(([path, content]) => [path, textOf(content, path)]));
  // A new story is in a dozen feeds, each of them with twenty others that are in some of the rest.
  const known = new Map<string, RenderedBody>();
  return (body) => {
    const { path, language, links, pictures, documents, page, isSponsored } = body;
    const key = JSON.stringify([path, page, links, pictures, documents]);
    const resolve: Resolve = {
      link: (href) => (href in links ? (links[href] ?? undefined) : href),
      picture: (name) => pictures[name] ?? undefined,
      document: (name) => documents[name],
      frames: page === '' ? site.frames : [],
      say: sayIn(language, site),
      page,
      ...(isSponsored ? { relOf: sponsoredRel(site) } : {}),
      ...(page === '' ? {} : { mostBytes: bounds.feedText }),
    };
    const made = known.get(key) ?? naming(path, () => renderBody(texts.get(path) ?? '', resolve));
    known.set(key, made);
    return { ...body, ...made };
  };
}

/** Copies only what leads to a body: whatever else a value holds, it shares with its copy. */
function withRendered(value: unknown, rendered: ReadonlyMap<unknown, Body>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const body = rendered.get(value);
  if (body) return body;
  let copy: Record<string, unknown> | undefined;
  for (const [name, part] of Object.entries(value)) {
    const after = withRendered(part, rendered);
    if (after === part) continue;
    copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    copy[name] = after;
  }
  return copy ?? value;
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
