/** The parts of a time that a message can tell, in the words and digits of a language. */
import type { DateTime } from 'luxon';
import type { Wording } from '../src/content/parse-wording.ts';
import { inDigits, say } from './message.ts';

export function partsOf(time: DateTime, wording: Wording): Record<string, string | number> {
  const { year, month, day, hour, minute } = time;
  const padded = (n: number) => inDigits(String(n).padStart(2, '0'), wording);
  return {
    day,
    month: wording.monthNames[month - 1] ?? '',
    monthAlone: wording.monthNamesAlone[month - 1] ?? '',
    monthShort: wording.monthNamesShort[month - 1] ?? '',
    monthNumber: month,
    year: inDigits(String(year), wording),
    hour: padded(hour),
    plainHour: hour,
    hour12: hour % 12 || 12,
    half: hour < 12 ? 'am' : 'pm',
    minute: padded(minute),
  };
}

/** By the name that readers know, by the zone's city where a language can say any, else by what it differs from UTC. */
export function zoneName(time: DateTime, wording: Wording): string {
  const zone = time.zoneName ?? '';
  return wording.zones[zone] ?? cityTime(zone, wording) ?? offsetName(time);
}

/** `Europe/Moscow` is named after a city; `Etc/GMT+3` and `UTC` are not. */
function cityTime(zone: string, wording: Wording): string | undefined {
  if (!wording.cityTime || !zone.includes('/') || zone.startsWith('Etc/')) return undefined;
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return say(wording.cityTime, { city }, wording);
}

/** `UTC+3`, `UTC+5:30`, `UTC`. */
function offsetName(time: DateTime): string {
  return time.offset === 0
    ? 'UTC'
    : `UTC${time.toFormat('Z', { locale: 'en', numberingSystem: 'latn' }).replace(':00', '')}`;
}
