/**
 * Kinds of elements, tags and texts as numbers, which are quicker to compare than what they stand for. Only in this thread, and
 * only while a page is read, does a number stand for the same; what is said of it is the same everywhere.
 */
import { apart } from '../content/remember.ts';
import { maskTag } from './skeleton-tag.ts';

export class Kinds {
  readonly #numbers = new Map<string, number>();
  /** Of tags as they stand in pages, many of which are masked alike. */
  readonly #tags = new Map<string, number>();
  /** Of elements, by what is in them in its order. */
  readonly #inOrder = new Map<string, number>();
  readonly #said: string[] = [];

  /** `say`: asked once. Keys of elements begin with a digit, and no others. */
  of(key: string, say: () => string = () => key): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#said.push(say()) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** `find`: asked once, or again after very many others. */
  inOrder(key: string, find: () => number): number {
    const known = this.#inOrder.get(key);
    if (known !== undefined) return known;
    const number = find();
    if (this.#inOrder.size >= most) this.#inOrder.clear();
    this.#inOrder.set(key, number);
    return number;
  }

  /** Of a tag, by its source. */
  ofTag(written: string): number {
    const source = written.replace(linkToPage, '<a href="/"');
    const known = this.#tags.get(source);
    if (known !== undefined) return known;
    const number = this.of(maskTag(source));
    if (this.#tags.size >= most) this.#tags.clear();
    this.#tags.set(apart(source), number);
    return number;
  }

  said(number: number): string {
    return this.#said[number] ?? '';
  }

  /** Between pages. */
  forgetTooMany(): void {
    if (this.#said.length < most) return;
    this.#numbers.clear();
    this.#tags.clear();
    this.#inOrder.clear();
    this.#said.length = 0;
  }
}

const most = 50_000;

/** Most tags of a page: of such an address no more counts (`skeleton-tag.ts`), and there are as many as pages. */
const linkToPage = /^<a href="\/[^"&<>\s]*"/;
