/** Runs Eleventy over some routes, with the configuration that the plain `eleventy` command uses too. */
import type { Site } from '../content/site.ts';
import { asItRuns } from '../engine-files.ts';
import type { KindProps, LayoutName } from '../routes/kinds.ts';
import type { Encoder } from './encode.ts';
import { type Failure, RenderFailure } from './failures.ts';
import { withPolicy } from './page-policy.ts';

/** A route as the layouts get it. */
export type RenderedRoute<Name extends LayoutName = LayoutName> = {
  [Each in Name]: { url: string; kind: Each; props: KindProps[Each] };
}[Name];

/** `encoder`: what bytes are made with, if they are; `onRoute` is told of each route before it is rendered. */
export type RenderMeans = { encoder: Encoder; onRoute?: ((url: string) => void) | undefined };

/** What turns routes into the text of their files: Eleventy, unless a test puts something quicker. */
export type PageRenderer = {
  (routes: readonly RenderedRoute[], site: Site, means: RenderMeans): Promise<Map<string, string | Uint8Array>>;
  /** Loads what it needs. */
  load?(): Promise<unknown>;
};

/** `texts`: where our own build gets the text of each file, by URL. Without it Eleventy writes the files. */
type OwnBuild = RenderMeans & { texts: Map<string, Uint8Array> };

/** What `.eleventy.ts` renders: handed to it as the global data `edition`. */
export class EditionPart {
  readonly site: Site;
  readonly routes: readonly RenderedRoute[];
  readonly #ours: OwnBuild | undefined;
  readonly #failures: Failure[] = [];

  constructor(site: Site, routes: readonly RenderedRoute[], ours?: OwnBuild) {
    this.site = site;
    this.routes = routes;
    this.#ours = ours;
  }

  /** Whether Eleventy is to write the files, and so to be told where each goes. */
  get isWritten(): boolean {
    return this.#ours === undefined;
  }

  /** What Eleventy is to write of a route: its file's text, a page with its policy. What a layout throws is kept, so that all that fails is told at once. */
  render<Name extends LayoutName>(
    route: RouteToRender<Name>,
    layout: (props: KindProps[Name], site: Site) => string,
  ): string {
    const { url } = route;
    this.#ours?.onRoute?.(url);
    try {
      const text = withPolicy(layout(route.props, this.site), this.site);
      this.#ours?.texts.set(url, this.#ours.encoder.encode(text)); // what waits to be written is not looked through as garbage
      return this.isWritten ? text : '';
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
  ofKind<Name extends LayoutName>(kind: Name): RouteToRender<Name>[] {
    const routes = this.routes as readonly RenderedRoute<Name>[];
    return routes.filter((route) => route.kind === kind).map((route) => new RouteToRender(route));
  }
}

export class RouteToRender<Name extends LayoutName = LayoutName> {
  readonly #route: { url: string; props: KindProps[Name] };

  constructor(route: { url: string; props: KindProps[Name] }) {
    this.#route = route;
  }

  get url(): string {
    return this.#route.url;
  }

  /** Made anew each time. */
  get props(): KindProps[Name] {
    return this.#route.props;
  }
}

/** The content of each route's file, by URL. The working folder must be the engine's. */
export const renderWithEleventy: PageRenderer = async (routes, site, means) => {
  if (routes.length === 0) return new Map();
  const { Eleventy } = await import('@11ty/eleventy');
  const texts = new Map<string, Uint8Array>();
  const edition = new EditionPart(site, routes, { texts, ...means });
  const eleventy = new Eleventy(undefined, undefined, {
    quietMode: true,
    configPath: asItRuns('.eleventy.ts'),
    config: (config: { addGlobalData(name: string, value: unknown): void }) => config.addGlobalData('edition', edition),
  });
  await eleventy.toJSON(); // no file is written
  edition.refuseFailures();
  return texts;
};
renderWithEleventy.load = () => import('@11ty/eleventy');
