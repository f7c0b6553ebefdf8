/** In which time zone a site keeps its clocks, told by times that it gives twice: by these, and in UTC. */
import { inZone } from '../../content/times.ts';

/** As `2015-11-26 09:30:00`. */
export type TwoTimes = { local: string; utc: string };

/** Of so many of all times; some come from elsewhere, or from before the clocks were set. */
const shareOfTimes = 0.75;
const fewestTimes = 3;
/** Clocks are a whole number of these from UTC. */
const minutes = 15;

/** The one of the country of the language, where several have the same clocks. Undefined: none fits most times. */
export function zoneOfTimes(times: readonly TwoTimes[], language: string | undefined): string | undefined {
  /** By month and offset: how often. */
  const seen = new Map<string, { at: number; offset: number; count: number }>();
  for (const { local, utc } of times) {
    const [here, at] = [local, utc].map((text) => Date.parse(`${text.trim().replace(' ', 'T')}Z`) / 60_000);
    if (here === undefined || at === undefined || Number.isNaN(here) || Number.isNaN(at)) continue;
    const offset = Math.round((here - at) / minutes) * minutes;
    const key = `${utc.slice(0, 7)} ${offset}`;
    seen.set(key, { at: at * 60, offset, count: (seen.get(key)?.count ?? 0) + 1 });
  }
  const pairs = [...seen.values()];
  const total = pairs.reduce((sum, { count }) => sum + count, 0);
  if (total < fewestTimes) return undefined;
  const fits = (zone: string) =>
    pairs.reduce((sum, { at, offset, count }) => sum + (inZone(at, zone).offset === offset ? count : 0), 0);
  let best: { zone: string; count: number } | undefined;
  for (const zone of candidates(language)) {
    const count = fits(zone);
    if (count > (best?.count ?? 0)) best = { zone, count };
    if (count === total) break;
  }
  return best && best.count >= total * shareOfTimes ? best.zone : undefined;
}

/** Of zones with the same clocks, those whose name most people know. */
const large = [
  ...[
    'Europe/London',
    'Europe/Lisbon',
    'Europe/Berlin',
    'Europe/Paris',
    'Europe/Madrid',
    'Europe/Rome',
    'Europe/Athens',
  ],
  ...['Europe/Kyiv', 'Europe/Istanbul', 'Europe/Moscow', 'America/New_York', 'America/Chicago', 'America/Denver'],
  ...['America/Los_Angeles', 'America/Toronto', 'America/Mexico_City', 'America/Bogota', 'America/Sao_Paulo'],
  ...['Asia/Dubai', 'Asia/Baku', 'Asia/Tbilisi', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Bangkok', 'Asia/Jakarta'],
  ...['Asia/Shanghai', 'Asia/Tokyo', 'Asia/Seoul', 'Africa/Lagos', 'Africa/Cairo', 'Africa/Johannesburg'],
  ...['Australia/Sydney', 'Pacific/Auckland'],
];

/** UTC first, then those of the country, then the large ones, those that keep one hour, and all. */
function candidates(language: string | undefined): string[] {
  const own = zonesOf(language);
  const hours = Array.from({ length: 27 }, (_, index) => index - 12).filter((hour) => hour !== 0);
  const fixed = hours.map((hour) => `Etc/GMT${hour < 0 ? '+' : '-'}${Math.abs(hour)}`);
  const known = large.filter((zone) => own.includes(zone));
  return ['UTC', ...known, ...own, ...large, ...fixed, ...Intl.supportedValuesOf('timeZone')];
}

function zonesOf(language: string | undefined): readonly string[] {
  try {
    const { region } = new Intl.Locale((language ?? '').replace('_', '-')).maximize();
    const locale = new Intl.Locale(`und-${region}`) as Intl.Locale & { getTimeZones?(): string[] };
    return locale.getTimeZones?.() ?? [];
  } catch {
    return []; // no language
  }
}
