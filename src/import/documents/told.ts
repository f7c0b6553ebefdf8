/** What a document has and its draft has not, gathered while it is read: comments, tracked changes, looks. */
import type { Loss, LossKind } from '../text/loss.ts';

/** `text`: what of it stands in the document as text. */
type Comment = { id: string; author: string; words: string; text?: string };
type Look = { how: string; words: string; paragraph: number };

export class Told {
  readonly #losses: Loss[] = [];
  readonly #comments: readonly Comment[];
  /** What each comment is on, as far as it was read. */
  readonly #about = new Map<string, string>();
  readonly #open = new Set<string>();
  readonly #looks: Look[] = [];
  readonly #colours = new Map<string, number>();
  /** A change that goes on while nothing else stands between. */
  #change: Loss | undefined;
  #paragraph = 0;
  #breaks = 0;

  constructor(comments: readonly Comment[]) {
    this.#comments = comments;
  }

  lose(kind: LossKind, detail: string, text = ''): void {
    this.#losses.push({ kind, text, detail });
  }

  beginParagraph(): void {
    this.#paragraph++;
    this.#change = undefined;
  }

  /** `text`: what of it readers of the document see. */
  change(kind: 'deletion' | 'insertion', author: string, { words, text = '' }: { words: string; text?: string }): void {
    const said = (author === '' ? '' : `${author}: `) + (words.trim() === '' ? 'the end of a paragraph' : `“${words}”`);
    const last = this.#change;
    if (last?.kind === kind && last.detail.startsWith(`${author}: “`) && words.trim() !== '') {
      last.detail = `${last.detail.slice(0, -1)}${words}”`;
      last.text += text;
      return;
    }
    this.#change = { kind, text, detail: said };
    this.#losses.push(this.#change);
  }

  openComment(id: string): void {
    this.#open.add(id);
  }

  closeComment(id: string): void {
    this.#open.delete(id);
  }

  /** Words that come into the draft. `isChanged`: within an insertion. */
  words(words: string, isChanged: boolean): void {
    if (!isChanged && words !== '') this.#change = undefined;
    for (const id of this.#open) this.#about.set(id, (this.#about.get(id) ?? '') + words);
  }

  /** A line that ends is a space in what comments are on. */
  endParagraph(): void {
    this.words(' ', true);
  }

  colour(colour: string, words: string): void {
    this.#colours.set(colour, (this.#colours.get(colour) ?? 0) + words.length);
    this.look(colour, words);
  }

  /** How words look that are nothing but words in the draft. */
  look(how: string, words: string): void {
    const last = this.#looks.at(-1);
    if (last?.how === how && last.paragraph === this.#paragraph) last.words += words;
    else this.#looks.push({ how, words, paragraph: this.#paragraph });
  }

  pageBreak(): void {
    this.#breaks++;
  }

  /** `letters`: how many the document has; the colour that most of them have means nothing. */
  all(letters: number): Loss[] {
    const usual = [...this.#colours].find(([, count]) => count * 2 > letters)?.[0];
    const comments = this.#comments.map(({ id, author, words, text = '' }): Loss => {
      const about = (this.#about.get(id) ?? '').replace(/\s+/g, ' ').trim();
      const said = [author, about === '' ? '' : `on “${about}”`].filter(Boolean).join(' ');
      return { kind: 'comment', text, detail: said === '' ? words : `${said}: ${words}` };
    });
    const looks = this.#looks
      .filter(({ how, words }) => how !== usual && words.trim() !== '')
      .map(({ how, words }) => ['look', `${how.startsWith('#') ? `colour ${how}` : how}: “${words.trim()}”`] as const);
    const breaks = this.#breaks === 0 ? [] : [['break', String(this.#breaks)] as const];
    const more = [...looks, ...breaks].map(([kind, detail]) => ({ kind, text: '', detail }));
    const plain = ({ detail, ...loss }: Loss): Loss => ({
      ...loss,
      detail: detail.replace(/\s+/g, ' ').replace(/“ | ”/g, (end) => end.trim()),
    });
    return [...this.#losses.map(plain), ...comments, ...more];
  }
}
