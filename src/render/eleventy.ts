/** Runs Eleventy over some routes, with the configuration that the plain `eleventy` command uses too. */
import type { Site } from '../content/site.ts';
import { encodedPath } from '../content/spelling.ts';
import { type Failure, RenderFailure } from './failures.ts';

/** A route as the layouts get it. */
export type RenderedRoute = { url: string; kind: string; props: unknown };

/** What `.eleventy.ts` renders: handed to it as the global data `edition`. */
export class EditionPart {
  readonly site: Site;
  readonly routes: readonly RenderedRoute[];
  readonly #failures: Failure[] = [];

  constructor(site: Site, routes: readonly RenderedRoute[]) {
    this.site = site;
    this.routes = routes;
  }

  /** The text of a route's file. What a layout throws is kept, so that all that fails is told at once. */
  render<Props>({ url, props }: RouteToRender, layout: (props: Props, site: Site) => string): string {
    try {
      return layout(props as Props, this.site);
    } catch (error) {
      this.#failures.push({ url, error: error as Error });
      return '';
    }
  }

  /** Throws a RenderFailure if any route could not be rendered. */
  refuseFailures(): void {
    if (this.#failures.length > 0) throw new RenderFailure(this.#failures);
  }

  /** The routes of a kind; instances, since Eleventy copies plain objects deeply. */
  ofKind(kind: string): RouteToRender[] {
    return this.routes.filter((route) => route.kind === kind).map((route) => new RouteToRender(route));
  }
}

export class RouteToRender {
  readonly url: string;
  readonly props: unknown;

  constructor({ url, props }: RenderedRoute) {
    this.url = url;
    this.props = props;
  }
}

/** The content of each route's file, by URL. The working folder must be the project's root. */
export async function renderWithEleventy(routes: readonly RenderedRoute[], site: Site): Promise<Map<string, string>> {
  if (routes.length === 0) return new Map();
  const { Eleventy } = await import('@11ty/eleventy');
  const edition = new EditionPart(site, routes);
  const eleventy = new Eleventy(undefined, undefined, {
    quietMode: true,
    configPath: '.eleventy.ts',
    config: (config: { addGlobalData(name: string, value: unknown): void }) => config.addGlobalData('edition', edition),
  });
  const pages: { url: string; content: string }[] = await eleventy.toJSON();
  edition.refuseFailures();
  // It names what it wrote by the path of the file.
  return new Map(pages.map(({ url, content }) => [encodedPath(url), content]));
}
