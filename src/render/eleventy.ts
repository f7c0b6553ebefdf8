/** Runs Eleventy over some routes, with the configuration that the plain `eleventy` command uses too. */
import type { Site } from '../content/site.ts';
import { encodedPath } from '../content/spelling.ts';

/** A route as the layouts get it. */
export type RenderedRoute = { url: string; kind: string; props: unknown };

/** What `.eleventy.ts` renders: handed to it as the global data `edition`. */
export class EditionPart {
  readonly site: Site;
  readonly routes: readonly RenderedRoute[];

  constructor(site: Site, routes: readonly RenderedRoute[]) {
    this.site = site;
    this.routes = routes;
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
  const eleventy = new Eleventy(undefined, undefined, {
    quietMode: true,
    configPath: '.eleventy.ts',
    config: (config: { addGlobalData(name: string, value: unknown): void }) =>
      config.addGlobalData('edition', new EditionPart(site, routes)),
  });
  const pages: { url: string; content: string }[] = await eleventy.toJSON();
  // It names what it wrote by the path of the file.
  return new Map(pages.map(({ url, content }) => [encodedPath(url), content]));
}
