/** Renders routes by calling their layouts, without Eleventy: the same text, in a fraction of the time. */
import { layouts } from '../../layouts/layouts.tsx';
import type { PageRenderer } from '../../src/render/render-routes.ts';
import { withOwnLayouts } from '../../src/routes/own-kinds.ts';

export const renderDirectly: PageRenderer = async (routes, site) => {
  const all = withOwnLayouts(layouts);
  const texts = routes.map(({ url, kind, props }): [string, string] => [url, all[kind](props as never, site)]);
  return new Map(texts);
};
