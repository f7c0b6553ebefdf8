/** An old address that leads to a story (`redirectFrom`). */
import type { Kind } from './kind.ts';

export type RedirectProps = { url: string; to: string };

export const redirect: Kind<RedirectProps> = {
  name: 'redirect',
  url: ({ scope }) => (scope.startsWith('redirect:') ? scope.slice('redirect:'.length) : undefined),
  props(queries, { scope }) {
    const url = scope.slice('redirect:'.length);
    const to = queries.redirect(url);
    return to === undefined ? undefined : { url, to };
  },
};
