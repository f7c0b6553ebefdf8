/** Time zones that remember. Luxon formats a whole date to learn an offset, and asks for those of the same instants again and again. */
import { IANAZone } from 'luxon';

/** So that an archive of any size takes no more memory. */
const mostRemembered = 10_000;

class RememberingZone extends IANAZone {
  readonly #offsets = new Map<number, number>();

  override offset(milliseconds: number): number {
    const known = this.#offsets.get(milliseconds);
    if (known !== undefined) return known;
    const offset = super.offset(milliseconds);
    if (this.#offsets.size >= mostRemembered) this.#offsets.clear();
    this.#offsets.set(milliseconds, offset);
    return offset;
  }
}

const zones = new Map<string, IANAZone>();

/** What Luxon takes for a zone by its name. Those that are no place (`utc`, `utc+3:00`) it knows without a date. */
export function zoneNamed(name: string): IANAZone | string {
  if (!name.includes('/')) return name;
  const zone = zones.get(name) ?? new RememberingZone(name);
  zones.set(name, zone);
  return zone;
}
