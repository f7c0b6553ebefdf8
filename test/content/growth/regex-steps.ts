/**
 * How many steps a backtracking engine takes for one search: a model of what V8 does, which gives no count. It tries
 * each way that V8 would, in V8's order, and leaves out what V8 leaves out at once (all starts but the first of `^`).
 */

type Go = (offset: number) => boolean;
/** Tries to match at an offset, then goes on; false: go back. */
type Match = (offset: number, go: Go) => boolean;
type Compiled = { match: Match; isAnchored: boolean };

let steps = 0;
let text = '';
let captures: (string | undefined)[] = [];

const compiled = new Map<string, Compiled>();

/** Steps of `pattern.exec(subject)` that begins at `from` and, if it finds something, finds it at `found`. */
export function stepsOf(pattern: RegExp, subject: string, from: number, found: number | undefined): number {
  const key = String(pattern);
  const { match, isAnchored } = compiled.get(key) ?? compile(pattern);
  compiled.set(key, { match, isAnchored });
  [steps, text, captures] = [1, subject, []];
  const last = found ?? (pattern.sticky || isAnchored ? from : subject.length);
  for (let start = from; start <= last; start++) {
    steps++;
    if (match(start, () => true)) break;
  }
  return steps;
}

function compile(pattern: RegExp): Compiled {
  const reader = new Reader(pattern.source, pattern.flags);
  const match = reader.alternatives();
  const isAnchored =
    !pattern.multiline && /^\^[^|]*$/s.test(pattern.source.replace(/\([^()]*\)|\[(?:\\.|[^\]\\])*\]/g, ''));
  return { match, isAnchored };
}

class Reader {
  readonly #source: string;
  readonly #flags: string;
  #at = 0;
  #groups = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags.replace(/[dgy]/g, '');
  }

  alternatives(): Match {
    const all = [this.#sequence()];
    while (this.#take('|')) all.push(this.#sequence());
    return all.length === 1 ? (all[0] as Match) : (offset, go) => all.some((each) => each(offset, go));
  }

  #sequence(): Match {
    const parts: Match[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? '')) parts.push(this.#term());
    return parts.reduceRight<Match>(
      (rest, part) => (offset, go) => part(offset, (next) => rest(next, go)),
      (offset, go) => go(offset),
    );
  }

  #take(piece: string): boolean {
    if (!this.#source.startsWith(piece, this.#at)) return false;
    this.#at += piece.length;
    return true;
  }

  #term(): Match {
    const start = this.#at;
    const group = this.#take('(') ? this.#group() : undefined;
    const atom = group ?? this.#atom();
    const quantifier = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})(\??)/.exec(this.#source.slice(this.#at));
    if (!quantifier) return atom.match;
    this.#at += quantifier[0].length;
    const sign = quantifier[0][0];
    const least = quantifier[1] ? Number(quantifier[1]) : sign === '+' ? 1 : 0;
    const most =
      sign === '?' ? 1 : quantifier[1] && !quantifier[2] ? least : Number(quantifier[3] || Number.POSITIVE_INFINITY);
    if (this.#at === start) throw new Error(`Cannot read ${this.#source}`);
    const bounds = { least, most: most === 0 ? Number.POSITIVE_INFINITY : most, isLazy: quantifier[4] === '?' };
    return atom.one ? repeatOne(atom.one, bounds) : repeatGroup(atom.match, bounds);
  }

  #group(): Atom {
    if (this.#take('?:')) return { match: this.#inside() };
    for (const [sign, isWanted] of [
      ['?=', true],
      ['?!', false],
    ] as const)
      if (this.#take(sign)) return { match: looking(this.#inside(), isWanted) };
    if (this.#take('?<=') || this.#take('?<!')) {
      const sign = this.#source.slice(this.#at - 3, this.#at);
      const from = this.#at;
      this.#inside();
      // What is behind is short in every pattern there is: the engine's own answer will do.
      const behind = new RegExp(`(${sign}${this.#source.slice(from, this.#at - 1)})`, `${this.#flags}y`);
      return { match: (offset, go) => isAt(behind, offset) && go(offset) };
    }
    const number = ++this.#groups;
    if (this.#take('?<')) this.#at = this.#source.indexOf('>', this.#at) + 1;
    const inside = this.#inside();
    return {
      match: (offset, go) =>
        inside(offset, (next) => {
          const before = captures[number];
          captures[number] = text.slice(offset, next);
          if (go(next)) return true;
          captures[number] = before;
          return false;
        }),
    };
  }

  #inside(): Match {
    const match = this.alternatives();
    this.#take(')');
    return match;
  }

  #atom(): Atom {
    const [piece = ''] =
      /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c.|\\.|.)/su.exec(
        this.#source.slice(this.#at),
      ) ?? [];
    this.#at += piece.length;
    const reference = /^\\([1-9])$/.exec(piece)?.[1];
    if (reference)
      return {
        match: (offset, go) => {
          const wanted = captures[Number(reference)] ?? '';
          steps += wanted.length + 1;
          return text.startsWith(wanted, offset) && go(offset + wanted.length);
        },
      };
    if (/^(?:[\^$]|\\[bB])$/.test(piece)) {
      const here = new RegExp(piece, `${this.#flags}y`);
      return { match: (offset, go) => isAt(here, offset) && go(offset) };
    }
    const one = oneOf(piece, this.#flags);
    return { one, match: (offset, go) => one(offset) > 0 && go(offset + one(offset)) };
  }
}

/** `one`: how long the one character at an offset is, if it is a right one. */
type Atom = { match: Match; one?: (offset: number) => number };

function isAt(pattern: RegExp, offset: number): boolean {
  steps++;
  pattern.lastIndex = offset;
  return pattern.test(text);
}

function looking(inside: Match, isWanted: boolean): Match {
  return (offset, go) => inside(offset, () => true) === isWanted && go(offset);
}

function oneOf(piece: string, flags: string): (offset: number) => number {
  const pattern = new RegExp(`^(?:${piece})$`, flags.replace('m', ''));
  const known = new Map<number, boolean>();
  const isUnicode = /[uv]/.test(flags);
  return (offset) => {
    steps++;
    if (offset >= text.length) return 0;
    const code = isUnicode ? (text.codePointAt(offset) ?? 0) : text.charCodeAt(offset);
    let isRight = known.get(code);
    if (isRight === undefined) {
      isRight = pattern.test(String.fromCodePoint(code));
      known.set(code, isRight);
    }
    return isRight ? (code > 0xffff ? 2 : 1) : 0;
  };
}

type Bounds = { least: number; most: number; isLazy: boolean };

function repeatOne(one: (offset: number) => number, { least, most, isLazy }: Bounds): Match {
  return (offset, go) => {
    const ends = [offset];
    const more = () => {
      const end = ends.at(-1) ?? offset;
      const length = ends.length <= most ? one(end) : 0;
      if (length > 0) ends.push(end + length);
      return length > 0;
    };
    while (ends.length <= least) if (!more()) return false;
    if (isLazy) {
      while (!go(ends.at(-1) ?? offset)) if (!more()) return false;
      return true;
    }
    while (more());
    for (let count = ends.length - 1; count >= least; count--) {
      steps++;
      if (go(ends[count] ?? offset)) return true;
    }
    return false;
  };
}

function repeatGroup(match: Match, { least, most, isLazy }: Bounds): Match {
  const again = (count: number, offset: number, go: Go): boolean => {
    steps++;
    const more = () =>
      count < most && match(offset, (next) => (next > offset || count < least) && again(count + 1, next, go));
    if (count < least) return more();
    return isLazy ? go(offset) || more() : more() || go(offset);
  };
  return (offset, go) => again(0, offset, go);
}
