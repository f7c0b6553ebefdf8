/**
 * What the catalog knows of files that were found good: where each links to, and its ids. So after a change only the
 * files that were written since are judged, and those that link to what has gone. It relies on nothing
 * that the plan believes: a page that was wrongly not rendered is found by where it links to.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { outputPath, urlOfOutput } from '../content/urls.ts';
import type { Skeletons } from './html.ts';
import type { SurveyedFile } from './links.ts';
import { hasPlace, type Places } from './resolve.ts';

export class KnownLinks {
  readonly #catalog: Catalog;
  #routes?: Map<string, number>;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Skeletons of pages that html-validate found nothing wrong with, as long as the engine that made them is the same. */
  get skeletons(): Skeletons {
    const { state } = this.#catalog;
    const by = state.get('engine.all') ?? '';
    const [writtenBy, ...good] = state.get('good markup')?.split(' ') ?? [];
    const known = new Set(writtenBy === by ? good : []);
    return {
      areGood: () => known,
      remember: (more) => {
        if (more.length === 0) return;
        for (const each of more) known.add(each);
        state.set('good markup', [by, ...known].join(' '));
      },
    };
  }

  /** Whether a whole survey has been remembered since the catalog was made. */
  get isComplete(): boolean {
    return this.#catalog.state.get('checked') !== undefined;
  }

  /** Files that the site has, and those of them that are not known to be good. */
  count(): { files: number; unchecked: number } {
    return { files: this.#catalog.routes.count, unchecked: this.#catalog.links.countUnchecked() };
  }

  hasFile(path: string): boolean {
    return this.#routeOf(path) !== undefined;
  }

  everyPath(): string[] {
    return this.#catalog.routes.urls().map(outputPath);
  }

  /** Files to judge: written since they were last found good, not found good then, or linking to what has gone. */
  unchecked(): string[] {
    const { links } = this.#catalog;
    this.#catalog.transaction(() => links.uncheckWhatLinksToGone());
    return links.uncheckedUrls().map(outputPath).sort();
  }

  /** The ids of a page that is as it was when it was judged last. */
  placesOf(path: string): Places | undefined {
    const places = this.#catalog.links.placesOf(this.#routeOf(path) ?? 0);
    return places && new Set(places);
  }

  /** Files that name a place on one of `files` that is not there, as far as it is known. */
  namingMissingPlaces(files: readonly SurveyedFile[]): string[] {
    return files.flatMap(({ path, places }) => {
      const named = this.#catalog.links.naming(this.#routeOf(path) ?? 0);
      return named.filter(({ place }) => !hasPlace(places, place)).map(({ url }) => outputPath(url));
    });
  }

  /** Writes down where files link to; those in `faulty` are judged again by every check until they are mended. */
  remember(files: Iterable<SurveyedFile>, faulty: ReadonlySet<string>): void {
    this.#catalog.transaction(() => {
      for (const file of files) this.#rememberFile(file);
      for (const path of faulty) this.#uncheck(path);
    });
  }

  /** Begins a whole survey: what was known is forgotten, and it is complete once `end` was called. */
  begin(): { file(file: SurveyedFile): void; end(faulty: ReadonlySet<string>): void } {
    const { state, links } = this.#catalog;
    state.forget('checked');
    this.#routes = new Map();
    this.#catalog.transaction(() => links.forgetAll());
    let waiting: SurveyedFile[] = [];
    const flush = () => {
      this.remember(waiting, new Set());
      waiting = [];
    };
    return {
      file: (file) => {
        waiting.push(file);
        if (waiting.length === filesAtOnce) flush();
      },
      end: (faulty) => {
        flush();
        this.remember([], faulty);
        this.#routes = undefined;
        state.set('checked', 'yes');
      },
    };
  }

  #rememberFile({ path, targets, namedPlaces, places }: SurveyedFile): void {
    const route = this.#routeOf(path);
    if (route === undefined) return;
    this.#catalog.links.remember(route, {
      targets: [...targets.keys()].flatMap((target) => this.#routeOf(target) ?? []),
      places: places.keys(),
      namedPlaces: namedPlaces.flatMap(({ target: page, place }) => {
        const target = this.#routeOf(page);
        return target === undefined ? [] : { target, place };
      }),
    });
  }

  #uncheck(path: string): void {
    const route = this.#routeOf(path);
    if (route !== undefined) this.#catalog.links.uncheck(route);
  }

  /** The number of the route whose file this is. While everything is surveyed, it is looked up once: most pages link to the same. */
  #routeOf(path: string): number | undefined {
    const known = this.#routes?.get(path);
    if (known !== undefined) return known;
    const route = this.#catalog.routes.at(urlOfOutput(path));
    if (route !== undefined) this.#routes?.set(path, route);
    return route;
  }
}

const filesAtOnce = 5000;
