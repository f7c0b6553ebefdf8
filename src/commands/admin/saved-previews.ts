/**
 * The site as it would be with what somebody has saved, with its Problems. Each text has pages of its own, below an address of its
 * own. A few folders hold them, and are built anew where another text needs one: that takes time, and never shows the wrong text.
 */
import { join } from 'node:path';
import { problemsUrl } from '../desk-links.ts';
import { type Answer, answerTo, type Shown } from '../local-answers.ts';
import { previewCache } from '../options.ts';
import { runEngine } from '../run-engine.ts';
import { readTold } from '../told-problems.ts';

type Settings = {
  /** Those of the build that say which newsroom it is, and when. */
  args: readonly string[];
  /** A folder of its own. */
  cache: string;
  /** How many texts have their pages at hand. */
  most?: number;
};

/** A text, at what it is now. `note`: what its pages say of themselves. */
export type Saved = { number: number; commit: string; note: string; editor: string };

const savedPattern = /^\/\.saved-(\d+)(\/.*)$/;

/** Below which the pages of a text are. */
export const savedBelow = (number: number) => `/.saved-${number}`;

/** The text and the address of a page of it; undefined of another address. */
export function savedAt(url: string): { number: number; address: string } | undefined {
  const [, number, address = ''] = savedPattern.exec(url) ?? [];
  return number === undefined ? undefined : { number: Number(number), address };
}

type Room = {
  cache: string;
  saved: Saved | undefined;
  /** Which it was taken as, to tell which was not asked for the longest. */
  asked: number;
  built: string | undefined;
  failure: string | undefined;
  last: Promise<void>;
};

export class SavedPreviews {
  readonly #settings: Settings;
  readonly #rooms: Room[] = [];
  #asked = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** What a text has at an address; the page of Problems where it cannot be built. */
  async answer(method: string, address: string, saved: Saved): Promise<Answer> {
    const room = this.#roomOf(saved);
    await this.#bring(room);
    return answerIn(room, method, address);
  }

  /** The texts whose pages are at hand. */
  held(): number[] {
    return this.#rooms.flatMap(({ saved }) => saved?.number ?? []);
  }

  /** What its page is now, where its pages are at hand. */
  stateAt(number: number, address: string): string | undefined {
    const room = this.#atHand(number);
    return room && answerIn(room, 'GET', address).state;
  }

  /** A picture, a script or the like of a page that was answered. */
  partAtHand(method: string, number: number, address: string): Answer | undefined {
    const room = isPage(address) ? undefined : this.#atHand(number);
    return room && answerIn(room, method, address);
  }

  /** Takes what was saved meanwhile, if the pages of its text are at hand. */
  async follow(saved: Saved): Promise<void> {
    const room = this.#rooms.find((each) => each.saved?.number === saved.number);
    if (!room) return;
    room.saved = saved;
    await this.#bring(room);
  }

  #atHand(number: number): Room | undefined {
    return this.#rooms.find(({ saved, built }) => saved?.number === number && built === saved.commit);
  }

  #roomOf(saved: Saved): Room {
    this.#asked += 1;
    const held = this.#rooms.find((each) => each.saved?.number === saved.number);
    const room = held ?? this.#newRoom() ?? this.#longestUnasked();
    room.asked = this.#asked;
    room.saved = saved;
    return room;
  }

  #newRoom(): Room | undefined {
    const { cache, most = 3 } = this.#settings;
    if (this.#rooms.length === most) return undefined;
    const folder = join(cache, String(this.#rooms.length + 1));
    const room: Room = {
      ...{ cache: folder, saved: undefined, asked: 0 },
      ...{ built: undefined, failure: undefined, last: Promise.resolve() },
    };
    this.#rooms.push(room);
    return room;
  }

  #longestUnasked(): Room {
    const [first, ...others] = this.#rooms;
    return others.reduce((least, each) => (each.asked < least.asked ? each : least), first as Room);
  }

  /** One build after the other; fulfilled when the room has what was asked for then, or why it has not. */
  async #bring(room: Room): Promise<void> {
    const { saved } = room;
    room.last = room.last.then(() => this.#build(room, saved?.commit ?? ''));
    await room.last;
    // Taken by another text meanwhile, before this one was answered.
    if (saved && room.saved?.number !== saved.number) {
      room.saved = saved;
      await this.#bring(room);
    }
  }

  async #build(room: Room, commit: string): Promise<void> {
    if (room.built === commit) return;
    room.built = undefined;
    const args = ['build', '--unpublished', '--commit', commit, '--cache', room.cache, ...this.#settings.args];
    const { code, said } = await runEngine(args);
    room.failure = code === 0 || code === 1 ? undefined : said || 'The build was stopped.';
    room.built = commit;
  }
}

const isPage = (address: string) => /\/(\?.*)?$/.test(address);

function answerIn(room: Room, method: string, address: string): Answer {
  const shown = shownIn(room);
  const { built, failure } = shown.told();
  const isWhole = built === 'all' && failure === undefined;
  return answerTo(method, isWhole || !isPage(address) ? address : problemsUrl, shown);
}

/** As builds with `--unpublished` leave it in a cache. */
function shownIn({ cache, saved, failure }: Room): Shown {
  const folder = previewCache(cache);
  const below = saved ? savedBelow(saved.number) : '';
  return {
    out: join(folder, 'site'),
    below,
    told() {
      const { problems, built } = readTold(folder);
      return {
        problems: problems.map((each) => ({ ...each, path: '', url: each.url && below + each.url })),
        built,
        failure,
        ...(saved && { of: { note: saved.note, editor: saved.editor, below } }),
      };
    },
  };
}
