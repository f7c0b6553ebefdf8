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

const always = () => true;

/** By source, then by flags. */
const compiled = new Map<string, Map<string, Compiled>>();

function compiledOf(pattern: RegExp): Compiled {
  const { source, flags } = pattern;
  const ofSource = compiled.get(source) ?? new Map<string, Compiled>();
  const known = ofSource.get(flags) ?? compile(pattern);
  compiled.set(source, ofSource.set(flags, known));
  return known;
}

/** Steps of `pattern.exec(subject)` that begins at `from` and, if it finds something, finds it at `found`. */
export function stepsOf(pattern: RegExp, subject: string, from: number, found: number | undefined): number {
  const { match, isAnchored } = compiledOf(pattern);
  [steps, text, captures] = [1, subject, []];
  const last = found ?? (pattern.sticky || isAnchored ? from : subject.length);
  for (let start = from; start <= last; start++) {
    steps++;
    if (match(start, always)) break;
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
    const parts: Atom[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? '')) parts.push(this.#term());
    return parts.reduceRight<Match>(
      (rest, { one, match }) => (one ? matchOne(one, rest) : (offset, go) => match(offset, (next) => rest(next, go))),
      goOn,
    );
  }

  #take(piece: string): boolean {
    if (!this.#source.startsWith(piece, this.#at)) return false;
    this.#at += piece.length;
    return true;
  }

  #term(): Atom {
    const start = this.#at;
    const group = this.#take('(') ? this.#group() : undefined;
    const atom = group ?? this.#atom();
    const quantifier = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})(\??)/.exec(this.#source.slice(this.#at));
    if (!quantifier) return atom;
    this.#at += quantifier[0].length;
    const sign = quantifier[0][0];
    const least = quantifier[1] ? Number(quantifier[1]) : sign === '+' ? 1 : 0;
    const most =
      sign === '?' ? 1 : quantifier[1] && !quantifier[2] ? least : Number(quantifier[3] || Number.POSITIVE_INFINITY);
    if (this.#at === start) throw new Error(`Cannot read ${this.#source}`);
    const bounds = { least, most: most === 0 ? Number.POSITIVE_INFINITY : most, isLazy: quantifier[4] === '?' };
    return { match: atom.one ? repeatOne(atom.one, bounds) : repeatGroup(atom.match, bounds) };
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
    return { one, match: matchOne(one, goOn) };
  }
}

const goOn: Match = (offset, go) => go(offset);

/** One character, which is looked at and stepped over, then the rest. */
function matchOne(one: (offset: number) => number, rest: Match): Match {
  return (offset, go) => {
    const length = one(offset);
    if (length === 0) return false;
    steps++;
    return rest(offset + length, go);
  };
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

const asciiEnd = 128;

function oneOf(piece: string, flags: string): (offset: number) => number {
  const pattern = new RegExp(`^(?:${piece})$`, flags.replace('m', ''));
  const isRight = (code: number) => pattern.test(String.fromCodePoint(code));
  const ofAscii = Array.from({ length: asciiEnd }, (_, code) => (isRight(code) ? 1 : 0));
  const known = new Map<number, boolean>();
  const isUnicode = /[uv]/.test(flags);
  return (offset) => {
    steps++;
    if (offset >= text.length) return 0;
    const unit = text.charCodeAt(offset);
    if (unit < asciiEnd) return ofAscii[unit] ?? 0;
    const code = isUnicode ? (text.codePointAt(offset) ?? 0) : unit;
    let isKnownRight = known.get(code);
    if (isKnownRight === undefined) {
      isKnownRight = isRight(code);
      known.set(code, isKnownRight);
    }
    return isKnownRight ? (code > 0xffff ? 2 : 1) : 0;
  };
}

type Bounds = { least: number; most: number; isLazy: boolean };

function repeatOne(one: (offset: number) => number, { least, most, isLazy }: Bounds): Match {
  return (offset, go) => {
    const lengths: number[] = [];
    let end = offset;
    const more = () => {
      const length = lengths.length < most ? one(end) : 0;
      if (length === 0) return false;
      lengths.push(length);
      end += length;
      return true;
    };
    while (lengths.length < least) if (!more()) return false;
    if (isLazy) {
      while (!go(end)) if (!more()) return false;
      return true;
    }
    while (more());
    for (let count = lengths.length; count >= least; count--) {
      steps++;
      if (go(end)) return true;
      end -= lengths[count - 1] ?? 0;
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
