/**
 * How much memory new objects get before they are looked through (V8's semi-space). What a build makes is soon garbage.
 * A small build is quickest and smallest with the least (`cli.js`); a large one would be looked through thousands of times.
 */
import { setFlagsFromString } from 'node:v8';

/** So many files read, or routes asked, fill the smallest nursery often. */
const large = 300;

/** To be told how much is to be done, before it is. From the next time that it is full, the nursery grows to 16 MB, if need be. */
export function makeRoomFor(things: number): void {
  if (things >= large) setFlagsFromString('--semi-space-growth-factor=4');
}
