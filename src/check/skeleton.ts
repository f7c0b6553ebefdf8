/**
 * What html-validate’s verdict on a page depends on, without what it does not depend on: texts and free values. Pages of one
 * skeleton are all good or all broken, so that one of them is validated for all; `skeleton.test.ts` names the rules that
 * this holds for. It is made of the source of tags, not of what a parser makes of them, since that is where the faults are.
 */
import { hash } from 'node:crypto';
import { type Attributes, type PageReader, type Place, readWith } from './parse-page.ts';
import { Kinds } from './skeleton-kinds.ts';
import { isPlain } from './skeleton-tag.ts';

/**
 * An element whose children are still coming. `counts`: how many there are of those of which there may be one. All but the tags
 * are numbers of kinds.
 */
type Open = { tag: string; source: number; children: number[]; counts?: Map<string, number> };

/** Where rules compare one element with others of its page by what this leaves out, each page is judged by itself. */
const compared: ReadonlySet<string> = new Set('form label input select textarea map area'.split(' '));

/** What may be in its parent once, by html-validate’s table of elements, or once in a page. */
const single: ReadonlySet<string> = new Set(
  'head body title base figcaption caption thead tfoot legend summary main h1 h2 h3 h4 h5 h6'.split(' '),
);

/** What is between their tags is no markup, whatever it looks like. */
const raw: ReadonlySet<string> = new Set(['script', 'style']);

/** Landmarks, by the name of their role: each has to be told apart from the others of its kind. */
const roles: Readonly<Record<string, string>> = {
  aside: 'complementary',
  footer: 'contentinfo',
  form: 'form',
  header: 'banner',
  main: 'main',
  nav: 'navigation',
  search: 'search',
  section: 'region',
};

/** 32 hexadecimal digits; undefined for a page that has to be validated itself. */
export function skeletonOf(html: string): string | undefined {
  return readWith(html, new Skeleton(html));
}

const byteOrderMark = 0xfeff;

const kinds = new Kinds();

/** Of an element: 96 bits in Base64. */
const digits = 16;

export class Skeleton implements PageReader<string | undefined> {
  readonly #html: string;
  /** Where what an element says begins that has an id. */
  readonly #ids = new Map<string, number>();
  /** Ids that elements name as their labels or descriptions, as attributes list them. */
  readonly #named: string[] = [];
  readonly #open: Open[];
  /** By role: what landmarks are told apart by. */
  readonly #landmarks = new Map<string, { label: string; labelledBy?: string }[]>();
  #isCompared = false;
  /** End tags that have ended something, or are none because of where they stand. */
  #ends = 0;
  /** Where a text began. */
  #from = -1;

  constructor(html: string) {
    this.#html = html;
    kinds.forgetTooMany();
    this.#open = [opened('', kinds.of(''))];
  }

  onopentag(tag: string, attributes: Attributes, at: Place): void {
    this.#endText(at.startIndex);
    if (compared.has(tag)) this.#isCompared = true;
    const role = attributes.role ?? roles[tag];
    const { id, 'aria-labelledby': labelledBy, 'aria-describedby': describedBy, 'aria-label': label = '' } = attributes;
    if (id !== undefined && !this.#ids.has(id)) this.#ids.set(id, at.endIndex + 1);
    if (labelledBy !== undefined) this.#named.push(labelledBy);
    if (describedBy !== undefined) this.#named.push(describedBy);
    if (role !== undefined) this.#landmarks.set(role, [...(this.#landmarks.get(role) ?? []), { label, labelledBy }]);
    this.#open.push(opened(tag, kinds.ofTag(this.#sourceAt(at))));
  }

  ontext(_: string, { startIndex }: Place): void {
    if (this.#from < 0) this.#from = startIndex;
  }

  onclosetag(at: Place, isImplied: boolean): void {
    this.#endText(at.startIndex);
    const element = this.#open.pop();
    if (!element) return;
    if (!isImplied) this.#ends += 1;
    this.#add(kindOf(element, isImplied ? 'implied' : this.#sourceAt(at)), element.tag);
  }

  onremark(text: string, { startIndex }: Place): void {
    this.#endText(startIndex);
    this.#ends += endTagsIn(text);
    this.#add(kinds.of(`<${text}>`));
  }

  end(): string | undefined {
    this.#endText(this.#html.length);
    const isStray = endTagsIn(this.#html) !== this.#ends;
    const [root] = this.#open;
    const isInVain = this.#named.some((ids) => idsIn(ids).some((id) => !this.#ids.has(id)));
    const isOdd = this.#isCompared || isInVain || isStray || this.#html.charCodeAt(0) === byteOrderMark;
    if (isOdd || !root || this.#open.length !== 1) return undefined;
    return hash('sha256', `${kinds.said(kindOf(root, ''))} ${this.#landmarkFacts()}`).slice(0, 32);
  }

  #sourceAt({ startIndex, endIndex }: Place): string {
    return this.#html.slice(startIndex, endIndex + 1);
  }

  /** A child of the innermost element, by its kind and, if it is an element, its tag. */
  #add(child: number, tag = ''): void {
    const parent = this.#open.at(-1);
    if (!parent) return;
    parent.children.push(child);
    if (!single.has(tag)) return;
    parent.counts ??= new Map();
    parent.counts.set(tag, Math.min(2, (parent.counts.get(tag) ?? 0) + 1));
  }

  #endText(to: number): void {
    if (this.#from < 0) return;
    const text = this.#html.slice(this.#from, to);
    this.#from = -1;
    if (!raw.has(this.#open.at(-1)?.tag ?? '')) {
      this.#add(kinds.of(kindOfText(text)));
      return;
    }
    this.#ends += endTagsIn(text);
    this.#add(kinds.of(/\S/.test(text) ? 'text' : 'blank'));
  }

  #landmarkFacts(): string {
    const facts = [...this.#landmarks].map(([role, landmarks]) => {
      const all = landmarks.map(({ label, labelledBy }) => (labelledBy === undefined ? label : this.#said(labelledBy)));
      const names = all.filter((name) => name.trim() !== '');
      const isUnnamed = names.length < all.length;
      const isSame = new Set(names).size < names.length;
      return `${role}:${Math.min(2, all.length)}${isUnnamed ? ' unnamed' : ''}${isSame ? ' same' : ''}`;
    });
    return facts.sort().join();
  }

  /** What elements say, up to the first end tag in them: enough to tell two names apart. */
  #said(ids: string): string {
    const texts = idsIn(ids).map((id) => {
      const from = this.#ids.get(id) ?? this.#html.length;
      return this.#html
        .slice(from, this.#html.indexOf('</', from))
        .replace(/<[^>]*>/g, ' ')
        .trim();
    });
    return texts.join(' ');
  }
}

function idsIn(listed: string): string[] {
  return listed.split(/\s+/).filter((id) => id !== '');
}

function opened(tag: string, source: number): Open {
  return { tag, source, children: [] };
}

/** More children than these hardly ever stand in the same order again. */
const mostInOrder = 8;

/** `end`: its end tag. */
function kindOf(element: Open, end: string): number {
  const { source, children, counts } = element;
  if (counts || children.length > mostInOrder) return kindByFacts(element, end);
  return kinds.inOrder(`${source} ${end} ${children.join()}`, () => kindByFacts(element, end));
}

/** It depends on which child follows which, however often, and on what it ends with. */
function kindByFacts({ source, children, counts }: Open, end: string): number {
  const often = counts ? [...counts].map(([tag, count]) => `${tag}${count}`).sort() : [];
  const first = kinds.of('^');
  const last = children.at(-1) ?? first;
  const pairs = [...new Set(children.map((child, index) => `${children[index - 1] ?? first}>${child}`))].sort();
  return kinds.of(`${source}(${pairs.join()};${often.join()};${last})${end}`, () => {
    const said = pairs.map((pair) =>
      pair
        .split('>')
        .map((each) => kinds.said(Number(each)))
        .join('>'),
    );
    const whole = `${kinds.said(source)}(${said.sort().join()};${often.join()};${kinds.said(last)})${end}`;
    return hash('sha256', whole, 'base64').slice(0, digits);
  });
}

/** Text that has all its signs written as HTML wants them is as good as any; another stands for itself. */
function kindOfText(text: string): string {
  if (!/\S/.test(text)) return 'blank';
  return isPlain(text) ? 'text' : `“${text}”`;
}

function endTagsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('</'); at >= 0; at = text.indexOf('</', at + 2)) count += 1;
  return count;
}
