/** The lists of a `.docx`: which signs they have, and which number is next. */
import { childOf, childrenOf, settingOf, type Xml } from './xml-part.ts';

/** `format` as the standard calls it: `decimal`, `lowerLetter`, `bullet`, `none`. */
type Level = { format: string; start: number };

export class Lists {
  readonly #levels = new Map<string, Level[]>();
  readonly #abstract = new Map<string, string>();
  /** Numbers that were given, by what the list is an instance of: a list goes on where it is used again. */
  readonly #given = new Map<string, number[]>();

  constructor(part: Xml | undefined) {
    const abstract = new Map(
      [...childrenOf(part, 'w:abstractNum')].map((each) => [idOf(each, 'w:abstractNumId'), each]),
    );
    for (const list of childrenOf(part, 'w:num')) {
      const [id, of] = [idOf(list, 'w:numId'), settingOf(list, 'w:abstractNumId') ?? ''];
      const levels = levelsOf(abstract.get(of));
      const overrides = [...childrenOf(list, 'w:lvlOverride')];
      for (const each of overrides) {
        const at = Number(idOf(each, 'w:ilvl'));
        const own = levelOf(childOf(each, 'w:lvl')) ?? levels[at];
        const start = settingOf(each, 'w:startOverride');
        if (own) levels[at] = { ...own, ...(start !== undefined && { start: Number(start) }) };
      }
      this.#levels.set(id, levels);
      this.#abstract.set(id, overrides.length > 0 ? `own ${id}` : of);
    }
  }

  /** Of the next item of a list; undefined: its paragraphs have no sign. */
  item(id: string, level: number): { format: string; number?: number; isFirst?: boolean } | undefined {
    const own = this.#levels.get(id)?.[level];
    if (!own || own.format === 'none') return undefined;
    if (own.format === 'bullet') return { format: own.format };
    const key = this.#abstract.get(id) ?? id;
    const given = (this.#given.get(key) ?? []).slice(0, level + 1);
    const number = (given[level] ?? own.start - 1) + 1;
    given[level] = number;
    this.#given.set(key, given);
    return { format: own.format, number, isFirst: number === own.start };
  }
}

function idOf({ attributes }: Xml, name: string): string {
  return attributes[name] ?? '';
}

function levelsOf(list: Xml | undefined): Level[] {
  const levels: Level[] = [];
  for (const each of childrenOf(list, 'w:lvl')) {
    const level = levelOf(each);
    if (level) levels[Number(idOf(each, 'w:ilvl'))] = level;
  }
  return levels;
}

function levelOf(level: Xml | undefined): Level | undefined {
  return (
    level && { format: settingOf(level, 'w:numFmt') ?? 'decimal', start: Number(settingOf(level, 'w:start') ?? 1) }
  );
}
