/**
 * A map of plain values by texts, in the order in which its keys were first set, packed outside of the heap: of a large archive
 * little is asked at a time, and what V8 would have to look through again and again is as much as all that it works on. What
 * `get` gives is a copy.
 */

const bytesAtOnce = 1 << 20;
const offsetBits = 20;
const lengthBytes = 4;

export class PackedMap<Value> {
  #parts: Buffer[] = [];
  /** Of the last part. */
  #used = 0;
  /** By their numbers, where their records begin (part and offset); 0: it was deleted. */
  #places = new Uint32Array(64);
  #count = 0;
  /** Numbers from 1, each in the first free seat from that of its hash on; -1: it was deleted. */
  #seats = new Int32Array(256);
  #deleted = 0;

  get size(): number {
    return this.#count - this.#deleted;
  }

  get(key: string): Value | undefined {
    const place = this.#placeOf(key);
    return place === undefined ? undefined : this.#read(place)[1];
  }

  has(key: string): boolean {
    return this.#placeOf(key) !== undefined;
  }

  set(key: string, value: Value): this {
    const name = nameOf(key);
    const seat = this.#seatOf(name);
    const place = this.#write(name, value);
    const number = this.#seats[seat] as number;
    if (number > 0) this.#places[number - 1] = place;
    else this.#add(seat, place);
    return this;
  }

  delete(key: string): boolean {
    const seat = this.#seatOf(nameOf(key));
    const number = this.#seats[seat] as number;
    if (number <= 0) return false;
    this.#seats[seat] = -1;
    this.#places[number - 1] = 0;
    this.#deleted++;
    return true;
  }

  clear(): void {
    this.#parts = [];
    this.#places = new Uint32Array(64);
    this.#seats = new Int32Array(256);
    this.#used = this.#count = this.#deleted = 0;
  }

  *[Symbol.iterator](): Generator<[key: string, Value]> {
    for (let number = 0; number < this.#count; number++) {
      const place = this.#places[number] as number;
      if (place !== 0) yield this.#read(place);
    }
  }

  *keys(): Generator<string> {
    for (const [key] of this) yield key;
  }

  *values(): Generator<Value> {
    for (const [, value] of this) yield value;
  }

  #placeOf(key: string): number | undefined {
    const number = this.#seats[this.#seatOf(nameOf(key))] as number;
    return number > 0 ? this.#places[number - 1] : undefined;
  }

  /** Where a key sits, or would sit. */
  #seatOf(name: Buffer): number {
    const last = this.#seats.length - 1;
    for (let seat = hashOf(name) & last; ; seat = (seat + 1) & last) {
      const number = this.#seats[seat] as number;
      if (number === 0 || (number > 0 && this.#isAt(this.#places[number - 1] as number, name))) return seat;
    }
  }

  #isAt(place: number, name: Buffer): boolean {
    const { part, start } = this.#at(place);
    const begin = start + 2 * lengthBytes;
    return (
      part.readUInt32LE(start) === name.length && part.compare(name, 0, name.length, begin, begin + name.length) === 0
    );
  }

  #add(seat: number, place: number): void {
    if (this.#count === this.#places.length) {
      const more = new Uint32Array(2 * this.#count);
      more.set(this.#places);
      this.#places = more;
    }
    this.#places[this.#count++] = place;
    this.#seats[seat] = this.#count;
    if (2 * this.#count > this.#seats.length) this.#seatAnew();
  }

  #seatAnew(): void {
    this.#seats = new Int32Array(2 * this.#seats.length);
    for (let number = 0; number < this.#count; number++) {
      const place = this.#places[number] as number;
      if (place === 0) continue;
      const { part, start } = this.#at(place);
      const begin = start + 2 * lengthBytes;
      this.#seats[this.#seatOf(part.subarray(begin, begin + part.readUInt32LE(start)))] = number + 1;
    }
  }

  /** Lengths of key and value, then both. */
  #write(name: Buffer, value: Value): number {
    const text = JSON.stringify(value);
    const bytes = Buffer.byteLength(text);
    const length = 2 * lengthBytes + name.length + bytes;
    let part = this.#parts.at(-1);
    if (!part || this.#used + length > part.length) {
      // The first byte of all is of no record, so that no place is 0.
      this.#used = this.#parts.length === 0 ? 1 : 0;
      part = Buffer.allocUnsafeSlow(Math.max(bytesAtOnce, this.#used + length));
      this.#parts.push(part);
    }
    const start = this.#used;
    part.writeUInt32LE(name.length, start);
    part.writeUInt32LE(bytes, start + lengthBytes);
    name.copy(part, start + 2 * lengthBytes);
    part.write(text, start + 2 * lengthBytes + name.length);
    this.#used += length;
    return (((this.#parts.length - 1) << offsetBits) | start) >>> 0;
  }

  #read(place: number): [key: string, Value] {
    const { part, start } = this.#at(place);
    const name = start + 2 * lengthBytes;
    const value = name + part.readUInt32LE(start);
    const end = value + part.readUInt32LE(start + lengthBytes);
    return [JSON.parse(part.toString('utf8', name, value)), JSON.parse(part.toString('utf8', value, end))];
  }

  #at(place: number): { part: Buffer; start: number } {
    return { part: this.#parts[place >>> offsetBits] as Buffer, start: place & (bytesAtOnce - 1) };
  }
}

/** As JSON, in which also half a character has a name of its own. */
function nameOf(key: string): Buffer {
  return Buffer.from(JSON.stringify(key));
}

/** FNV-1a. */
function hashOf(name: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ (name[index] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
