/** An old address (`redirectFrom`) that leads to a story, or to what has a front or is a page, and then to what was below it. */

import { presentAddress } from '../content/former.ts';
import { redirectUrl } from '../content/redirect.ts';
import type { Kind } from './kind.ts';

export type RedirectProps = { url: string; to: string };

export const redirect: Kind<'redirect', RedirectProps> = {
  name: 'redirect',
  isForMachines: true,
  url: ({ scope }) => (scope.of === 'redirect' ? redirectUrl(scope.id) : undefined),
  props(queries, place, site, url) {
    const { scope } = place;
    const to = scope.of === 'redirect' ? queries.redirect(scope.id) : presentAddress(url, place, site);
    return to === undefined ? undefined : { url, to };
  },
};
