/**
 * Kinds of elements, tags and texts as numbers, which are quicker to compare than what they stand for. Only in this thread, and
 * only while a page is read, does a number stand for the same; what is said of it is the same everywhere.
 */
import { apart, Remembered } from '../content/remember.ts';
import { maskTag } from './skeleton-tag.ts';

const most = 50_000;

export class Kinds {
  readonly #numbers = new Map<string, number>();
  /** Of tags as they stand in pages, many of which are masked alike. */
  readonly #tags = new Remembered<string, number>(most, apart);
  /** Of elements, by what is in them in its order. */
  readonly #inOrder = new Remembered<string, number>(most);
  readonly #said: string[] = [];

  /** `say`: asked once. Keys of elements begin with a digit, and no others. */
  of(key: string, say: () => string = () => key): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#said.push(say()) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** Of an element, by what is in it in its order. */
  inOrder(key: string, find: () => number): number {
    return this.#inOrder.get(key, find);
  }

  /** Of a tag, by its source. */
  ofTag(source: string): number {
    return this.#tags.get(source.replace(linkToPage, '<a href="/"'), (each) => this.of(maskTag(each)));
  }

  said(number: number): string {
    return this.#said[number] ?? '';
  }

  /** Between pages. */
  forgetTooMany(): void {
    if (this.#said.length < most) return;
    this.#numbers.clear();
    this.#tags.forgetAll();
    this.#inOrder.forgetAll();
    this.#said.length = 0;
  }
}

/** Most tags of a page: of such an address no more counts (`skeleton-tag.ts`), and there are as many as pages. */
const linkToPage = /^<a href="\/[^"&<>\s]*"/;
