/** Which old addresses can lead on: as the newsroom’s own checks have it (`url-claims.ts`, `ending-faults.ts` in `src/sync/`). */
import { type ArchivePage, readLink } from '../content/links.ts';
import { isForMachines } from '../content/own-addresses.ts';
import { isReservedAddress } from '../content/reserved-addresses.ts';
import type { Site } from '../content/site.ts';

/** `from`: as it is asked for; `address`: in the site’s own spelling. */
type Asked = { from: string; address: string };

/** Whether a file can say that it was its own. `holder`: the key of a story or page, or `authors/id`, `topics/id`. */
export function mayBeFormer(holder: string, { from, address }: Asked, site: Site): boolean {
  if (isNowhere({ from, address }, site)) return !isReservedAddress(address, site);
  return from.includes('?') || (readLink(address, site).kind === 'listed' && /^(?:authors|topics)\//.test(holder));
}

/** Whether `gone.yaml` can say where it leads. `isEmpty`: nothing stands in a year, month or day of a list. */
export function mayHaveEnded({ from, address }: Asked, site: Site, isEmpty: (page: ArchivePage) => boolean): boolean {
  if (from.includes('?')) return true;
  const target = readLink(address, site);
  if (target.kind === 'passing') return target.of !== undefined && isEmpty(target.of);
  return isNowhere({ from, address }, site) && !isForMachines(address.slice(1, -1));
}

function isNowhere({ from, address }: Asked, site: Site): boolean {
  // A feed is one without a slash alone.
  const isFree = [from, address].every((each) =>
    ['none', 'article', 'page', 'document'].includes(readLink(each, site).kind),
  );
  return isFree && !address.startsWith('/.') && !from.includes('?');
}
