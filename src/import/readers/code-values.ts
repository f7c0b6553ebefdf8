/**
 * What a settings file in JavaScript or TypeScript says in plain values. It is not run: what would have to be worked out is
 * undefined, and everything beside it is read all the same.
 */

/** `names`: what names stand for: those that other files hold, and those of this one that were asked for. */
type Known = { code: string; names: Map<string, unknown> };

const mostDepth = 40;

/**
 * All tables and lists that stand by themselves: what names are, what functions return and what the file exports, in its order.
 * `imported`: what other files hold, by the names that they are imported under.
 */
export function tablesIn(code: string, imported: ReadonlyMap<string, unknown>): IteratorObject<unknown> {
  const known = { code, names: new Map(imported) };
  const starts = code.matchAll(/(?:=>?|\breturn|\bexport\s+default|\()\s*(?=[[{])/g);
  return starts.map(({ 0: { length }, index }) => new Values(known, index + length).read());
}

/** What a file exports as a whole. */
export function exportedFrom(code: string): unknown {
  const found = /\bexport\s+default\s+|\bmodule\.exports\s*=\s*/.exec(code);
  return found ? new Values({ code, names: new Map() }, found.index + found[0].length).read() : undefined;
}

/** Of a table that stands alone, or of names that are given values. */
export function plainValues(code: string): Record<string, unknown> {
  const known: Known = { code, names: new Map() };
  const table = new Values(known, 0).read();
  if (typeof table === 'object' && table !== null && !Array.isArray(table)) return table as Record<string, unknown>;
  const names = [...code.matchAll(/^(?:const|let|var)\s+([\w$]+)\s*=/gm)].map(([, name = '']) => name);
  const values = names.map((name) => [name, named(name, known, 0)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** What a name of the file stands for; nothing within its own value. */
function named(name: string, known: Known, depth: number): unknown {
  const { names, code } = known;
  if (names.has(name)) return names.get(name);
  names.set(name, undefined);
  const found = new RegExp(`\\b(?:const|let|var)\\s+${RegExp.escape(name)}\\b[^=\\n]*=\\s*`).exec(code);
  if (found) names.set(name, new Values(known, found.index + found[0].length, depth + 1).read());
  return names.get(name);
}

/** One value from a place on, and what is below it. */
class Values {
  readonly #known: Known;
  readonly #depth: number;
  #at: number;

  constructor(known: Known, at: number, depth = 0) {
    this.#known = known;
    this.#at = at;
    this.#depth = depth;
  }

  read(): unknown {
    this.#skipSpace();
    if (this.#depth > mostDepth) return this.#skip();
    const value = this.#plain();
    this.#skipSpace();
    if (this.#next(/(?:as|satisfies)\b/y) !== undefined) this.#skip();
    // What something is done with is another value.
    return /^[,;)\]}]?$/.test(this.#sign()) || this.#isOfNextLine() ? value : this.#skip();
  }

  #plain(): unknown {
    if (this.#sign() === '(') {
      this.#at++;
      const value = new Values(this.#known, this.#at, this.#depth + 1).#readFrom(this);
      this.#skip();
      this.#at++;
      return value;
    }
    if (this.#sign() === '{') return this.#table();
    if (this.#sign() === '[') return this.#list();
    const text = this.#next(/(["'])((?:(?!\1)[^\\\n]|\\.)*)\1|`([^`$\\]*)`/y);
    if (text) return (text[2] ?? text[3] ?? '').replace(/\\(.)/g, '$1');
    const number = this.#next(/-?\d+(?:\.\d+)?/y);
    if (number) return Number(number[0]);
    const word = this.#next(/[A-Za-z_$][\w$]*/y)?.[0];
    if (word === 'true' || word === 'false') return word === 'true';
    return word === undefined ? undefined : named(word, this.#known, this.#depth);
  }

  #readFrom(outer: Values): unknown {
    const value = this.read();
    outer.#at = this.#at;
    return value;
  }

  #below(): unknown {
    return new Values(this.#known, this.#at, this.#depth + 1).#readFrom(this);
  }

  #list(): unknown[] {
    const all: unknown[] = [];
    this.#at++;
    while (!this.#isAtEnd(']')) {
      if (this.#next(/\.\.\./y)) all.push(...[this.#below()].filter(Array.isArray).flat());
      else all.push(this.#below());
      this.#comma();
    }
    return all;
  }

  #table(): Record<string, unknown> {
    const table: Record<string, unknown> = {};
    this.#at++;
    while (!this.#isAtEnd('}')) {
      if (this.#next(/\.\.\./y)) Object.assign(table, this.#below());
      else {
        const key = this.#next(/([\w$]+)|"([^"\n]*)"|'([^'\n]*)'/y);
        const name = key?.slice(1).find((each) => each !== undefined);
        this.#skipSpace();
        if (name !== undefined && this.#next(/:/y)) table[name] = this.#below();
        else if (name !== undefined && /[,}]/.test(this.#sign())) table[name] = named(name, this.#known, this.#depth);
        else this.#skip();
      }
      this.#comma();
    }
    return table;
  }

  #isAtEnd(sign: string): boolean {
    this.#skipSpace();
    if (this.#at < this.#known.code.length && this.#sign() !== sign) return false;
    this.#at++;
    return true;
  }

  #comma(): void {
    this.#skip();
    if (this.#sign() === ',') this.#at++;
    else if (!/[\]}]/.test(this.#sign())) this.#at++; // so that it comes to an end in any case
  }

  #sign(): string {
    return this.#known.code.charAt(this.#at);
  }

  #isOfNextLine(): boolean {
    const between = this.#known.code.slice(this.#known.code.lastIndexOf('\n', this.#at - 1), this.#at);
    return between.startsWith('\n') && between.trim() === '' && !/[?.+*/|&<>=%-]/.test(this.#sign());
  }

  #next(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#known.code) ?? undefined;
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #skipSpace(): void {
    this.#next(/(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y);
  }

  /** To where the value ends, past all that is within brackets. */
  #skip(): undefined {
    let depth = 0;
    while (this.#at < this.#known.code.length) {
      this.#skipSpace();
      const sign = this.#sign();
      if (depth === 0 && /[,;)\]}]/.test(sign)) return undefined;
      if (/[([{]/.test(sign)) depth++;
      if (/[)\]}]/.test(sign)) depth--;
      if (!this.#next(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/y)) this.#at++;
    }
    return undefined;
  }
}
