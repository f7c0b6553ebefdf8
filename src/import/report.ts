/** What an import tells: one line for each kind of thing, with how many and one example; each single thing is a line for a file. */
import { type LossKind, lossKinds } from './text/loss.ts';

export type Row = { what: string; count: number; example?: string };

export class Report {
  readonly #losses = new Map<LossKind, { count: number; example: string }>();
  readonly #rows: Row[] = [];
  readonly #write: (line: string) => void;

  /** `write` is given each line, without its end: kind, where, what, between tabs. */
  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  lose(where: string, losses: readonly { kind: LossKind; detail: string }[]): void {
    for (const { kind, detail } of losses) {
      const seen = this.#losses.get(kind) ?? { count: 0, example: `${where}: ${oneLine(detail)}` };
      this.#losses.set(kind, { ...seen, count: seen.count + 1 });
      this.#line(kind, where, detail);
    }
  }

  /** One kind of thing, each of which is a line of the file. */
  tell(what: string, kind: string, each: Iterable<readonly [where: string, detail: string]>): void {
    let count = 0;
    let example = '';
    for (const [where, detail] of each) {
      if (count++ === 0) example = [where, oneLine(detail)].filter(Boolean).join(': ');
      this.#line(kind, where, detail);
    }
    if (count > 0) this.#rows.push({ what, count, example });
  }

  count(what: string, count: number): void {
    if (count > 0) this.#rows.push({ what, count });
  }

  rows(): Row[] {
    const losses = (Object.keys(lossKinds) as LossKind[]).flatMap((kind): Row[] => {
      const { count, example } = this.#losses.get(kind) ?? { count: 0, example: '' };
      return count === 0 ? [] : [{ what: lossKinds[kind], count, example }];
    });
    return [...this.#rows, ...losses];
  }

  #line(kind: string, where: string, detail: string): void {
    this.#write([kind, where, oneLine(detail, 300)].join('\t'));
  }
}

export function tableOf(rows: readonly Row[], columns: number): string[] {
  const counts = rows.map(({ count }) => count.toLocaleString('en'));
  const width = Math.max(...counts.map(({ length }) => length), 1);
  return rows.flatMap(({ what, example }, index) => {
    const line = `${(counts[index] ?? '').padStart(width)}  ${what}`;
    const shown = example && `${' '.repeat(width)}  as in ${example}`;
    return [line, ...(shown ? [shown.length > columns ? `${shown.slice(0, columns - 1)}…` : shown] : [])];
  });
}

function oneLine(text: string, most = 100): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
