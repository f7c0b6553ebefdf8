/** An old address that leads to a story (`redirectFrom`). */
import { redirectUrl } from '../content/redirect.ts';
import type { Kind } from './kind.ts';

export type RedirectProps = { url: string; to: string };

export const redirect: Kind<'redirect', RedirectProps> = {
  name: 'redirect',
  isForMachines: true,
  url: ({ scope }) => (scope.of === 'redirect' ? redirectUrl(scope.id) : undefined),
  props(queries, { scope }, _site, url) {
    const to = queries.redirect(scope.id);
    return to === undefined ? undefined : { url, to };
  },
};
