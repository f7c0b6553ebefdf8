/** When `npm start` builds: when asked, once more when asked meanwhile, and, as the clock goes on, when something becomes due. One build at a time. */
import { readNextDue } from './next-due.ts';

/** An exit code, or what ended the process. */
export type Ending = number | NodeJS.Signals;

export type Builder = {
  build(): Promise<Ending>;
  /** Ends a build on the way, which is harmless. */
  stop(): void;
};

type Settings = {
  cache: string;
  builder: Builder;
  /** The site is shown as at one instant, so nothing becomes due. */
  isOfOneInstant?: boolean;
  /** Whether what was built well is there no more, be it that somebody removed it. */
  isLost?: () => boolean;
  /** Told of each build. */
  onEnd: (ending: Ending) => void;
};

const millisecondsBetweenLooks = 1000;

/** One after the other that find the site lost: it may still be on its way out, and nothing is to be written into that. */
const looksAtLoss = 3;

/** Of what is lost, one after the other that fail: what is being removed fails a build, and a full disk fails them all. */
const mostTries = 3;

export class BuildLoop {
  readonly #settings: Settings;
  readonly #clock: NodeJS.Timeout;
  #running: Promise<void> | undefined;
  #isAsked = false;
  /** In milliseconds since 1970. */
  #due = Number.POSITIVE_INFINITY;
  /** To build what was built well, if it is lost. */
  #tries = 0;
  #losses = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    // A timer for the instant itself would stand still while the machine sleeps, and can wait no longer than 24.8 days.
    this.#clock = setInterval(() => this.#isToBuild() && this.build(), millisecondsBetweenLooks);
  }

  /** Builds what is there now; fulfilled when there is nothing left to build. */
  build(): Promise<void> {
    this.#isAsked = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  /** Ends a build on the way, which is harmless. */
  stop(): void {
    clearInterval(this.#clock);
    this.#isAsked = false;
    this.#settings.builder.stop();
  }

  #isToBuild(): boolean {
    const { isLost = () => false } = this.#settings;
    if (this.#running !== undefined) return false;
    this.#losses = this.#tries > 0 && isLost() ? this.#losses + 1 : 0;
    return this.#due <= Date.now() || this.#losses >= looksAtLoss;
  }

  async #run(): Promise<void> {
    while (this.#isAsked) {
      this.#isAsked = false;
      this.#due = Number.POSITIVE_INFINITY;
      const ending = await this.#settings.builder.build();
      const due = this.#settings.isOfOneInstant ? Number.POSITIVE_INFINITY : readNextDue(this.#settings.cache);
      // What became due and could not be shown is shown after the save that mends the rest.
      if (ending === 0 || due > Date.now()) this.#due = due;
      this.#tries = ending === 0 ? mostTries : ending === 1 ? 0 : this.#tries - 1;
      this.#settings.onEnd(ending);
    }
    this.#running = undefined;
  }
}
