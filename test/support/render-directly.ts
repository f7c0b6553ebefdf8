/** Renders routes by calling their layouts, without Eleventy: the same text, in a fraction of the time. */
import { layouts } from '../../layouts/layouts.tsx';
import type { PageRenderer } from '../../src/render/render-routes.ts';

export const renderDirectly: PageRenderer = async (routes, site) => {
  const texts = routes.map(({ url, kind, props }): [string, string] => [
    url,
    layouts[kind as keyof typeof layouts](props as never, site),
  ]);
  return new Map(texts);
};
