/** What time zone was meant by a name that is none: people misspell its city, or write nothing but the city. */
import { folded } from './spelling.ts';
import { nearest } from './suggest.ts';

/** Cities that the tz database has renamed, and ICU still lists by their former names. */
const renamed: Record<string, string> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** Shorter words are abbreviations (`MSK`), which resemble cities by accident. */
const shortestCity = 4;

/** A misspelt city of the region that was written, or one that is spelled right in any; of no region that is known, either. */
export function nearestTimeZone(written: string): string | undefined {
  const city = folded(cityOf(written).replaceAll(' ', '_'));
  if (city.length < shortestCity) return undefined;
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone);
  const isOfRegion = zones.some((zone) => regionOf(zone) === regionOf(written));
  // A first letter is seldom wrong, and short words resemble too much without it.
  const near = zones.filter(
    (zone) => (!isOfRegion || regionOf(zone) === regionOf(written)) && folded(cityOf(zone))[0] === city[0],
  );
  const meant = nearest(city, near.map(cityOf));
  return meant === undefined
    ? zones.find((zone) => folded(cityOf(zone)) === city)
    : near.find((zone) => cityOf(zone) === meant);
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1);
}

function regionOf(zone: string): string {
  return folded(zone.slice(0, zone.indexOf('/') + 1));
}
