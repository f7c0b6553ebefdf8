/**
 * A map of plain values by texts, in the order in which its keys were first set, packed outside of the heap, and most of it on the
 * disk: of a large archive little is asked at a time, and V8 would look through all of it again and again. What `get` gives is a copy.
 */
import { UnnamedFile } from '../source/unnamed-file.ts';

/** What is no longer added to goes to the disk in parts of so many. */
const bytesAtOnce = 1 << 18;
/** Mostly a record and the lengths of its key and value. */
const bytesRead = 1 << 10;
const head = 8;

export class PackedMap<Value> {
  #file: UnnamedFile | undefined;
  /** Of the part that is added to: where it begins, and what is used of it. */
  #begin = 0;
  #used = 0;
  #part = Buffer.alloc(0);
  /** By their numbers, where their records begin, and the hashes of their keys. */
  #places = new Float64Array(64);
  #hashes = new Uint32Array(64);
  #count = 0;
  /** Numbers from 1, each in the first free seat from that of its hash on; -1: it was deleted. */
  #seats = new Int32Array(256);
  #deleted = 0;

  get size(): number {
    return this.#count - this.#deleted;
  }

  get(key: string): Value | undefined {
    const { record } = this.#find(nameOf(key));
    return record && valueIn(record);
  }

  has(key: string): boolean {
    return this.#find(nameOf(key)).record !== undefined;
  }

  set(key: string, value: Value): this {
    const name = nameOf(key);
    const { seat, hash } = this.#find(name);
    const number = this.#seats[seat] as number;
    const place = this.#write(name, Buffer.from(JSON.stringify(value)));
    if (number > 0) this.#places[number - 1] = place;
    else this.#add(seat, hash, place);
    return this;
  }

  delete(key: string): boolean {
    const { seat, record } = this.#find(nameOf(key));
    if (!record) return false;
    this.#places[(this.#seats[seat] as number) - 1] = -1;
    this.#seats[seat] = -1;
    this.#deleted++;
    return true;
  }

  clear(): void {
    this.#file?.close();
    this.#file = undefined;
    this.#part = Buffer.alloc(0);
    this.#places = new Float64Array(64);
    this.#hashes = new Uint32Array(64);
    this.#seats = new Int32Array(256);
    this.#begin = this.#used = this.#count = this.#deleted = 0;
  }

  *[Symbol.iterator](): Generator<[key: string, Value]> {
    for (let number = 0; number < this.#count; number++) {
      const place = this.#places[number] as number;
      if (place === -1) continue;
      const record = this.#read(place);
      yield [JSON.parse(keyIn(record).toString()), valueIn(record)];
    }
  }

  *keys(): Generator<string> {
    for (const [key] of this) yield key;
  }

  *values(): Generator<Value> {
    for (const [, value] of this) yield value;
  }

  /** Where a key sits, with its record; or where it would sit. */
  #find(name: Buffer): { seat: number; hash: number; record?: Buffer } {
    const hash = hashOf(name);
    const last = this.#seats.length - 1;
    for (let seat = hash & last; ; seat = (seat + 1) & last) {
      const number = this.#seats[seat] as number;
      if (number === 0) return { seat, hash };
      if (number < 0 || this.#hashes[number - 1] !== hash) continue;
      const record = this.#read(this.#places[number - 1] as number);
      if (keyIn(record).equals(name)) return { seat, hash, record };
    }
  }

  #add(seat: number, hash: number, place: number): void {
    if (this.#count === this.#places.length) {
      this.#places = twice(this.#places, new Float64Array(2 * this.#count));
      this.#hashes = twice(this.#hashes, new Uint32Array(2 * this.#count));
    }
    this.#places[this.#count] = place;
    this.#hashes[this.#count++] = hash;
    this.#seats[seat] = this.#count;
    if (2 * this.#count > this.#seats.length) this.#seatAnew();
  }

  #seatAnew(): void {
    this.#seats = new Int32Array(2 * this.#seats.length);
    const last = this.#seats.length - 1;
    for (let number = 0; number < this.#count; number++) {
      if (this.#places[number] === -1) continue;
      let seat = (this.#hashes[number] as number) & last;
      while (this.#seats[seat] !== 0) seat = (seat + 1) & last;
      this.#seats[seat] = number + 1;
    }
  }

  #write(name: Buffer, value: Buffer): number {
    const length = head + name.length + value.length;
    if (this.#used + length > this.#part.length) this.#beginPart(length);
    const start = this.#used;
    this.#part.writeUInt32LE(name.length, start);
    this.#part.writeUInt32LE(value.length, start + 4);
    name.copy(this.#part, start + head);
    value.copy(this.#part, start + head + name.length);
    this.#used += length;
    return this.#begin + start;
  }

  #beginPart(length: number): void {
    if (this.#used > 0) {
      this.#file ??= UnnamedFile.temporary();
      this.#file.append(this.#part.subarray(0, this.#used));
    }
    this.#begin += this.#used;
    this.#used = 0;
    const isFirst = this.#part.length === 0;
    // Most maps are small.
    if (this.#part.length < length || isFirst) this.#part = Buffer.allocUnsafeSlow(Math.max(bytesAtOnce, length));
  }

  #read(place: number): Buffer {
    if (place >= this.#begin) return this.#part.subarray(place - this.#begin, this.#used);
    const bytes = Buffer.allocUnsafe(bytesRead);
    const length = this.#file?.read(place, bytes) ?? 0;
    const needed = head + bytes.readUInt32LE(0) + bytes.readUInt32LE(4);
    if (needed <= length) return bytes;
    const whole = Buffer.allocUnsafe(needed);
    this.#file?.read(place, whole);
    return whole;
  }
}

function keyIn(record: Buffer): Buffer {
  return record.subarray(head, head + record.readUInt32LE(0));
}

function valueIn<Value>(record: Buffer): Value {
  const start = head + record.readUInt32LE(0);
  return JSON.parse(record.toString('utf8', start, start + record.readUInt32LE(4)));
}

function twice<Numbers extends Float64Array | Uint32Array>(before: Numbers, more: Numbers): Numbers {
  more.set(before);
  return more;
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
