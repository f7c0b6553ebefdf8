/** Renders the Markdown inside stale routes. */

import { bounds } from '../content/bounds.ts';
import { plainText, splitFrontMatter } from '../content/front-matter.ts';
import type { RenderedBody } from '../content/markdown/body.ts';
import type { Resolve } from '../content/markdown/environment.ts';
import { Remembered } from '../content/remember.ts';
import type { Site } from '../content/site.ts';
import { sponsoredRel } from '../content/sponsored.ts';
import type { Body, TextFile } from '../queries/queries.ts';
import { type HandedOn, handOn, readHandedOn } from '../source/hand-on.ts';
import type { Source } from '../source/source.ts';

/** Of all bodies of some routes the files, as they were when asked. */
export function textsOf(
  routes: readonly { texts: readonly TextFile[] }[],
  source: Pick<Source, 'read' | 'stored'>,
): HandedOn {
  const files = new Map(routes.flatMap(({ texts }) => texts.map((file) => [file.path, file] as const)));
  // Neighbours in the archive are neighbours among git's objects, which are quickest read one after the other.
  const inOrder = [...files.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
  return handOn(inOrder, source);
}

/**
 * What makes, of the props of a route, the same with `html`, `quotations`, `opening` and `headings` in each of their bodies. What it is given
 * stays as it is. One text is rendered once for each way in which it is shown.
 */
export async function bodiesRenderer(files: HandedOn, site: Site): Promise<<Props>(props: Props) => Props> {
  const texts = await readHandedOn(files);
  if (texts.size === 0) return (props) => props;
  const render = await bodyRenderer(texts, site);
  return (props) => withRendered(props, render) as typeof props;
}

async function bodyRenderer(files: ReadonlyMap<string, Uint8Array>, site: Site): Promise<(body: Body) => Body> {
  const { renderBody } = await import('../content/markdown/body.ts');
  const { sayIn } = await import('../../layouts/block-words.ts');
  const texts = new Map([...files].map(([path, content]) => [path, textOf(content, path)]));
  const rendered = renderedFor(site);
  return (body) => {
    const { path, language, links, pictures, documents, page, isSponsored } = body;
    const key = JSON.stringify([path, body.text, language, page, links, pictures, documents, isSponsored]);
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
    return {
      ...body,
      ...rendered.get(key, () => naming(path, () => renderBody(texts.get(path) ?? '', resolve))),
      isRendered: true,
    };
  };
}

/** A new story is in a dozen feeds, each of them with twenty others that are in some of the rest. */
function renderedFor(site: Site): Remembered<string, RenderedBody> {
  const told = JSON.stringify(site);
  if (last?.told !== told) last = { told, bodies: new Remembered(1000) };
  return last.bodies;
}

let last: { told: string; bodies: Remembered<string, RenderedBody> } | undefined;

/** Of props as JSON; most lists have none, and are not walked through. */
export function hasBody(json: string): boolean {
  return json.includes('"isRendered":false');
}

/** Copies only what leads to a body: whatever else a value holds, it shares with its copy. */
function withRendered(value: unknown, render: (body: Body) => Body): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ((value as Partial<Body>).isRendered === false) return render(value as Body);
  let copy: Record<string, unknown> | undefined;
  for (const [name, part] of Object.entries(value)) {
    const after = withRendered(part, render);
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
