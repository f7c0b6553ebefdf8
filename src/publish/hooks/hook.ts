/** One who keeps copies of what readers get, or waits for it, and is told what has changed. */
import type { Site } from '../../content/site.ts';
import type { Edition } from '../ledger.ts';

/** What readers have now and the hook has not been told of. */
export type News = {
  /** The last of the editions that it is about. */
  edition: Edition;
  /** Whole URLs at which something is new, has changed or is no more. */
  urls: readonly string[];
  /** Those of feeds that are there. */
  feeds: readonly string[];
  /** Whether there are so many that whoever can had better forget all it has. */
  isEverything: boolean;
};

export type Surroundings = {
  site: Site;
  /** The newsroom’s folder. */
  newsroom: string;
  /** The target’s name. */
  target: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** How long a command may take. */
  commandSeconds?: number;
  /** Waits for some milliseconds. */
  pause(milliseconds: number): Promise<unknown>;
};

export type Hook = {
  /** As it is told of, and known from one publish to the next. */
  name: string;
  /** Throws HookFailed. Whoever is told the same again takes no harm. */
  tell(news: News, surroundings: Surroundings): Promise<void>;
};

/** In whole sentences: what it was about, what was answered, what to do if that is known. */
export class HookFailed extends Error {}
