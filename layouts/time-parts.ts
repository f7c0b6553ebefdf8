/** The parts of a time that a message can tell, in the words and digits of a language. */
import type { DateTime } from 'luxon';
import type { Wording } from '../src/content/parse-wording.ts';
import { inDigits, say } from './message.ts';

/** One of them, by the name that messages have for it. */
export function partOf(time: DateTime, name: string, wording: Wording): string | number {
  return parts[name]?.(time, wording) ?? '';
}

const parts: Readonly<Record<string, (time: DateTime, wording: Wording) => string | number | undefined>> = {
  day: ({ day }) => day,
  month: ({ month }, { monthNames }) => monthNames[month - 1],
  monthAlone: ({ month }, { monthNamesAlone }) => monthNamesAlone[month - 1],
  monthShort: ({ month }, { monthNamesShort }) => monthNamesShort[month - 1],
  monthNumber: ({ month }) => month,
  year: ({ year }, wording) => inDigits(String(year), wording),
  hour: ({ hour }, wording) => padded(hour, wording),
  plainHour: ({ hour }) => hour,
  hour12: ({ hour }) => hour % 12 || 12,
  half: ({ hour }) => (hour < 12 ? 'am' : 'pm'),
  minute: ({ minute }, wording) => padded(minute, wording),
};

function padded(n: number, wording: Wording): string {
  return inDigits(String(n).padStart(2, '0'), wording);
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
  return say(wording.cityTime, () => city, wording);
}

/** `UTC+3`, `UTC+5:30`, `UTC`. */
function offsetName(time: DateTime): string {
  return time.offset === 0
    ? 'UTC'
    : `UTC${time.toFormat('Z', { locale: 'en', numberingSystem: 'latn' }).replace(':00', '')}`;
}
