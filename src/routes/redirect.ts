/** An old address that leads to a story (`redirectFrom`). */
import type { Kind } from './kind.ts';

export type RedirectProps = { url: string; to: string };

export const redirect: Kind<RedirectProps> = {
  name: 'redirect',
  url: ({ scope }) => (scope.startsWith('redirect:') ? withSlash(scope.slice('redirect:'.length)) : undefined),
  props(queries, { scope }) {
    const from = scope.slice('redirect:'.length);
    const to = queries.redirect(from);
    return to === undefined ? undefined : { url: withSlash(from), to };
  },
};

/** `/old` is answered from the folder `/old/`; `/old.html` from the file itself. */
function withSlash(url: string): string {
  return url.endsWith('/') || /\.[A-Za-z0-9]+$/.test(url) ? url : `${url}/`;
}
