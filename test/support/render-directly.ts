/**
 * Renders routes by calling their layouts, without Eleventy: the same text, in a fraction of the time. A layout is a function
 * of its props and of the site, as JSON has them, or no fingerprint would be one: so what was rendered in this process is known.
 */
import { layouts } from '../../layouts/layouts.tsx';
import type { Site } from '../../src/content/site.ts';
import type { PageRenderer } from '../../src/render/eleventy.ts';
import { withPolicy } from '../../src/render/page-policy.ts';
import type { LayoutName } from '../../src/routes/kinds.ts';
import { withOwnLayouts } from '../../src/routes/own-kinds.ts';

type Layout = (props: never, site: Site) => string;

/** By layout, by site, by props: a newsroom’s own kinds may have the names of another’s. */
const known = new Map<Layout, Map<string, Map<string, string>>>();
/** A build has one site for all its routes, and its words are long. */
const written = new WeakMap<Site, string>();

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** The text of a route of some kind. */
export function render(kind: LayoutName, props: unknown, site: Site): string {
  const layout: Layout = withOwnLayouts(layouts)[kind];
  const siteText = written.get(site) ?? JSON.stringify(site);
  written.set(site, siteText);
  const ofSite = kept(
    kept(known, layout, () => new Map()),
    siteText,
    () => new Map<string, string>(),
  );
  return kept(ofSite, JSON.stringify(props), () => withPolicy(layout(props as never, site), site));
}

export const renderDirectly = (async (routes, site) =>
  new Map(routes.map(({ url, kind, props }) => [url, render(kind, props, site)]))) satisfies PageRenderer;
