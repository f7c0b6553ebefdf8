/** Fields of a `.docx`: an instruction, and what it came to when the document was saved. They may stand within each other. */
import type { Told } from './told.ts';

type Field = { instruction: string; isResult: boolean };

/** Of these nothing is lost, or it is told as something else. */
const silent = /^(?:HYPERLINK|TOC|PAGEREF|SEQ|FOOTNOTEREF|NOTEREF|TC|XE)\b/i;

export class Fields {
  readonly #open: Field[] = [];
  readonly #told: Told;

  constructor(told: Told) {
    this.#told = told;
  }

  /** A `w:fldChar`, by its type. */
  sign(type: string | undefined): void {
    const last = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ instruction: '', isResult: false });
    else if (type === 'separate' && last) last.isResult = true;
    else if (type === 'end' && last) {
      this.#open.pop();
      this.tell(last.instruction);
    }
  }

  instruct(words: string): void {
    const last = this.#open.at(-1);
    if (last) last.instruction += words;
  }

  tell(instruction: string): void {
    const written = instruction.trim();
    if (written !== '' && !silent.test(written)) this.#told.lose('field', written);
  }

  /** Whether what stands here is shown, and not a part of an instruction. */
  get isShown(): boolean {
    return this.#open.every(({ isResult }) => isResult);
  }

  get href(): string | undefined {
    return this.#open.map(({ instruction }) => hrefIn(instruction)).findLast((href) => href !== undefined);
  }
}

/** The address in `HYPERLINK "https://a.example/" \l "place"`. */
export function hrefIn(instruction: string): string | undefined {
  const [, address = '', rest = ''] = /^\s*HYPERLINK\s+(?:"([^"]*)")?(.*)$/is.exec(instruction) ?? [];
  const place = /\\l\s+"([^"]*)"/i.exec(rest)?.[1];
  return `${address}${place === undefined ? '' : `#${place}`}` || undefined;
}
