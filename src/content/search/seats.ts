/**
 * A seat is where a story stands in the index, as a number: its month, and its number there (`month-numbers.ts`). Seats are
 * written as text, from the oldest on: of each how many were left out since the one before, in digits of base 32; `!` where the
 * next month begins, `~` and a number where so many months are left out. The last digit of a number is of another kind than
 * those before it, so that nothing stands between two numbers.
 */
import type { Bucket } from '../times.ts';

export type Seat = number;

const ofMonth = 1_000_000;

/** `number`: from 0 on. */
export function seatOf(month: Bucket, number: number): Seat {
  return month * ofMonth + number;
}

export function monthOfSeat(seat: Seat): Bucket {
  return Math.floor(seat / ofMonth);
}

export function numberOfSeat(seat: Seat): number {
  return seat % ofMonth;
}

const nextMonth = 33; // !
const laterMonth = 126; // ~
const lastDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const digits = 'abcdefghijklmnopqrstuvwxyz6789-_';
const base = digits.length;

const values = new Int8Array(128).fill(-1);
for (let value = 0; value < base; value++) {
  values[digits.charCodeAt(value)] = value;
  values[lastDigits.charCodeAt(value)] = value + base;
}

/** A month and a number, each of four digits at the most. */
const longestSeat = 10;
/** Where a text is written before it is one. */
let room = new Uint8Array(1 << 10);
const decoder = new TextDecoder();

/** Rising ones. With `after`, what follows the text of others of which that is the last. */
export function writeSeats(seats: ArrayLike<Seat>, after = 0): string {
  if (room.length < longestSeat * seats.length) room = new Uint8Array(2 * longestSeat * seats.length);
  let length = 0;
  let month = monthOfSeat(after);
  let before = after === 0 ? -1 : numberOfSeat(after);
  let from = month * ofMonth;
  for (let index = 0; index < seats.length; index++) {
    const seat = seats[index] as Seat;
    if (seat >= from + ofMonth) {
      const leftOut = countOfMonths(monthOfSeat(seat)) - countOfMonths(month) - 1;
      room[length++] = leftOut === 0 ? nextMonth : laterMonth;
      if (leftOut > 0) length = writeNumber(leftOut, length);
      month = monthOfSeat(seat);
      from = month * ofMonth;
      before = -1;
    }
    const number = seat - from;
    length = writeNumber(number - before - 1, length);
    before = number;
  }
  return decoder.decode(room.subarray(0, length));
}

/** With `after`, of what was written after others. */
export function readSeats(text: string, after = 0): Seat[] {
  const seats: Seat[] = [];
  let months = countOfMonths(monthOfSeat(after));
  let from = 0;
  let before = -1;
  let value = 0;
  let isMonth = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index);
    if (sign === nextMonth) {
      months += 1;
      from = seatOf(monthAfter(months), 0);
      before = -1;
      continue;
    }
    if (sign === laterMonth) {
      isMonth = true;
      before = -1;
      continue;
    }
    const digit = values[sign] ?? 0;
    value = value * base + (digit % base);
    if (digit < base) continue;
    if (isMonth) {
      months += value + 1;
      from = seatOf(monthAfter(months), 0);
    } else {
      before += value + 1;
      seats.push(from + before);
    }
    isMonth = false;
    value = 0;
  }
  return seats;
}

/** The same with some more and some less: what is among both is there. Of months in which nothing differs no seat is read. */
export function changedSeats(text: string, { more, less }: { more: readonly Seat[]; less: readonly Seat[] }): string {
  const come = Map.groupBy(more, monthOfSeat);
  const gone = Map.groupBy(less, monthOfSeat);
  const parts = monthsIn(text);
  const months = new Set([...parts.keys(), ...come.keys()]);
  let changed = '';
  let last = 0;
  for (const month of [...months].sort((one, other) => one - other)) {
    const { from, to, after } = parts.get(month) ?? { from: 0, to: 0, after: 0 };
    if (after === last && !come.has(month) && !gone.has(month)) changed += text.slice(from, to);
    else {
      const kept = readSeats(text.slice(from, to), seatOf(after, 0)).filter((seat) => !gone.get(month)?.includes(seat));
      const seats = [...new Set([...kept, ...(come.get(month) ?? [])])].sort((one, other) => one - other);
      if (seats.length === 0) continue;
      changed += writeSeats(seats, seatOf(last, 0));
    }
    last = month;
  }
  return changed;
}

/** Where in a text the seats of each month stand, with what says which month it is: so many after the month before, `after`. */
function monthsIn(text: string): Map<Bucket, { from: number; to: number; after: Bucket }> {
  const parts = new Map<Bucket, { from: number; to: number; after: Bucket }>();
  let after = 0;
  for (const { index, 0: part } of text.matchAll(/[!~][^!~]*/g)) {
    const month = monthAfter(countOfMonths(after) + monthsLater(part));
    parts.set(month, { from: index, to: index + part.length, after });
    after = month;
  }
  return parts;
}

/** How many months after the one before a part begins. */
function monthsLater(part: string): number {
  if (part.charCodeAt(0) === nextMonth) return 1;
  let value = 0;
  for (let index = 1; ; index++) {
    const digit = values[part.charCodeAt(index)] as number;
    value = value * base + (digit % base);
    if (digit >= base) return value + 1;
  }
}

/** Returns where in the room it ends. */
function writeNumber(number: number, at: number): number {
  let end = at;
  let scale = base;
  while (scale <= number) scale *= base;
  for (scale /= base; scale > 1; scale /= base) room[end++] = digits.charCodeAt(Math.floor(number / scale) % base);
  room[end++] = lastDigits.charCodeAt(number % base);
  return end;
}

/** How many months there are to one, from the year 0 on. */
function countOfMonths(month: Bucket): number {
  return month === 0 ? 0 : Math.floor(month / 100) * 12 + (month % 100) - 1;
}

function monthAfter(count: number): Bucket {
  return Math.floor(count / 12) * 100 + (count % 12) + 1;
}
