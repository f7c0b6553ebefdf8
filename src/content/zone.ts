/**
 * Time zones, and the successive zones of a newsroom that has moved. They remember: Luxon formats a whole date to learn an offset, and asks for those of the same
 * instants again and again.
 */
import { DateTime, IANAZone, Zone } from 'luxon';
import { Remembered } from './remember.ts';

class RememberingZone extends IANAZone {
  readonly #offsets = new Remembered<number, number>(10_000);

  override offset(milliseconds: number): number {
    return this.#offsets.get(milliseconds, () => super.offset(milliseconds));
  }
}

const zones = new Map<string, Zone>();

/** One zone up to a day, another from it on: `from` is the first instant of that day where the newsroom was before. */
class SuccessiveZones extends Zone {
  readonly #name: string;
  readonly #members: readonly { zone: Zone; from: number }[];

  constructor(name: string) {
    super();
    this.#name = name;
    const members: { zone: Zone; from: number }[] = [];
    for (const part of name.split(separator)) {
      const [, day, zone = part] = /^from (\S+) (.*)$/.exec(part) ?? [];
      const before = members.at(-1)?.zone;
      const from = day && before ? DateTime.fromISO(day, { zone: before }).toMillis() : Number.NEGATIVE_INFINITY;
      members.push({ zone: zoneAt(zone), from });
    }
    this.#members = members;
  }

  /** The zone in force at an instant. */
  at(milliseconds: number): Zone {
    return (this.#members.findLast(({ from }) => from <= milliseconds) ?? this.#members[0])?.zone as Zone;
  }

  override offset(milliseconds: number): number {
    return this.at(milliseconds).offset(milliseconds);
  }

  override get name(): string {
    return this.#name;
  }

  override get type(): string {
    return 'successive';
  }

  override get isUniversal(): boolean {
    return false;
  }

  override get isValid(): true {
    return true;
  }

  override offsetName(...[milliseconds, options]: Parameters<Zone['offsetName']>): string {
    return this.at(milliseconds).offsetName(milliseconds, options);
  }

  override formatOffset(...[milliseconds, format]: Parameters<Zone['formatOffset']>): string {
    return this.at(milliseconds).formatOffset(milliseconds, format);
  }

  override equals(other: Zone): boolean {
    return other instanceof SuccessiveZones && other.name === this.name;
  }
}

const separator = ', ';

/** `Europe/Moscow, from 2016-01-01 Asia/Tbilisi`: the zones of a newsroom as one name. */
export function nameOfZones(zones: readonly { zone: string; from?: string | undefined }[]): string {
  return zones.map(({ zone, from }) => (from === undefined ? zone : `from ${from} ${zone}`)).join(separator);
}

/** What Luxon takes for a zone by its name. Those that are no place (`utc`, `utc+3:00`) it knows without a date. */
export function zoneNamed(name: string): Zone | string {
  return name.includes('/') ? zoneAt(name) : name;
}

/** The same at an instant, where it is no more than one zone. */
export function zoneNamedAt(name: string, milliseconds: number): Zone | string {
  const zone = zoneNamed(name);
  return zone instanceof SuccessiveZones ? zone.at(milliseconds) : zone;
}

function zoneAt(name: string): Zone {
  const made = () => (name.includes(separator) ? new SuccessiveZones(name) : new RememberingZone(name));
  const zone = zones.get(name) ?? made();
  zones.set(name, zone);
  return zone;
}
