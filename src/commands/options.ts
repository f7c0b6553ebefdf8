/** The flags that several commands share, read from the command line. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readTime } from '../content/times.ts';

/** The command line asked for something that there is not: exit code 2. */
export class WrongUsage extends Error {}

type Flags = Record<string, { type: 'boolean' | 'string' }>;
type Values<F extends Flags> = { [K in keyof F]?: F[K]['type'] extends 'boolean' ? boolean : string };

/** Reads flags; anything unknown is wrong usage. */
export function readFlags<F extends Flags>(args: string[], flags: F): Values<F> {
  try {
    return parseArgs({ args, options: flags, allowPositionals: false }).values as Values<F>;
  } catch (error) {
    throw new WrongUsage((error as Error).message.split('. To specify')[0] ?? 'The flags cannot be read');
  }
}

/** The project's own folder: what is not named on the command line lies there. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** A folder named on the command line, from where it was typed; else the project's own. */
export function folderOption(value: string | undefined, fallback: string): string {
  return value === undefined ? resolve(projectRoot, fallback) : resolve(value);
}

/** The instant to build for: the only place where the clock is read. */
export function nowOption(value: string | undefined): number {
  if (value === undefined) return Math.floor(Date.now() / 1000);
  const time = readTime(value, 'utc');
  if ('refused' in time) throw new WrongUsage(`--now takes an instant such as 2015-11-26T09:30+03:00, not “${value}”.`);
  return time.at;
}
