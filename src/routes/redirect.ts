/** An old address that leads to a story (`redirectFrom`). */
import { redirectUrl } from '../content/redirect.ts';
import type { Kind } from './kind.ts';

export type RedirectProps = { url: string; to: string };

export const redirect: Kind<RedirectProps> = {
  name: 'redirect',
  url: ({ scope }) => (scope.startsWith('redirect:') ? redirectUrl(scope.slice('redirect:'.length)) : undefined),
  props(queries, { scope }, _site, url) {
    const to = queries.redirect(scope.slice('redirect:'.length));
    return to === undefined ? undefined : { url, to };
  },
};
