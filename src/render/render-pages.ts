/**
 * Makes the pages of a batch: renders their Markdown, then their layouts, then writes their files. What it needs is plain data,
 * so that it can be done on another thread.
 */
import type { Site } from '../content/site.ts';
import { outputPath } from '../content/urls.ts';
import { propsOf, type StaleRoute } from '../plan/plan-edition.ts';
import type { KindProps, LayoutName } from '../routes/kinds.ts';
import type { HandedOn } from '../source/hand-on.ts';
import { bodiesRenderer, hasBody } from './bodies.ts';
import type { PageRenderer, RenderedRoute } from './eleventy.ts';
import { Encoder } from './encode.ts';
import type { OutputFolder } from './output.ts';

type PageToRender = Pick<StaleRoute<LayoutName>, 'url' | 'kind' | 'json'>;

export type PagesToRender = { pages: readonly PageToRender[]; texts: HandedOn; site: Site };

type Means = {
  render: PageRenderer;
  output: Pick<OutputFolder, 'write'>;
  onRoute?(url: string): void;
  /** Done between rendering and writing. */
  first?(): Promise<void>;
};

/** Returns how many files were written. No file is touched unless all pages could be rendered. */
export async function renderPages(toRender: PagesToRender, { render, output, onRoute, first }: Means): Promise<number> {
  const encoder = free.pop() ?? new Encoder();
  try {
    const [routes] = await Promise.all([routesOf(toRender), render.load?.()]); // git reads texts meanwhile
    const rendered = await render(routes, toRender.site, { encoder, onRoute });
    await first?.();
    let written = 0;
    for (const { url } of toRender.pages) {
      const text = rendered.get(url);
      if (text === undefined) throw new Error(`The layout of ${url} rendered nothing`);
      if (output.write(outputPath(url), text)) written += 1;
    }
    return written;
  } finally {
    encoder.forget();
    free.push(encoder);
  }
}

/** That no batch uses now. */
const free: Encoder[] = [];

/** As layouts get them. */
export async function routesOf({ pages, texts, site }: PagesToRender): Promise<RenderedRoute[]> {
  const withBodies = await bodiesRenderer(texts, site);
  return pages.map((page) => new Route(page, withBodies) as RenderedRoute);
}

/** Its props are made each time that they are asked for, so that those of a batch are not in memory together. */
class Route<Name extends LayoutName> {
  readonly url: string;
  readonly kind: Name;
  readonly #page: Pick<StaleRoute<Name>, 'kind' | 'json'>;
  readonly #withBodies: (props: KindProps[Name]) => KindProps[Name];

  constructor(page: Pick<StaleRoute<Name>, 'url' | 'kind' | 'json'>, withBodies: <Props>(props: Props) => Props) {
    this.url = page.url;
    this.kind = page.kind;
    this.#page = page;
    this.#withBodies = withBodies;
  }

  get props(): KindProps[Name] {
    const props = propsOf(this.#page);
    return hasBody(this.#page.json) ? this.#withBodies(props) : props;
  }
}
