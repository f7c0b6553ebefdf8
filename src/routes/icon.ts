/** The files that are made of the newsroom’s icon; those that it has in `public/` instead are no routes of this kind. */
import { iconUrl, madeIcons } from '../content/icons.ts';
import { every } from '../content/listings/every.ts';
import { scopeIn } from '../content/listings/listing.ts';
import { isWholeOf, type Kind } from './kind.ts';

export type IconProps = { url: string };

export const icon: Kind<'icon', IconProps> = {
  name: 'icon',
  isForMachines: true,
  always: () => [{ scope: scopeIn(every, ''), bucket: 0 }],
  url: (place, { icons }) => (isWholeOf(every, place) ? madeIcons(icons).map(iconUrl) : undefined),
  props: (_queries, _place, _site, url) => ({ url }),
};
