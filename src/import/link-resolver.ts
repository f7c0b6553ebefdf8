/** Where a link of an old text leads now. */
import { isWebAddress } from '../content/names.ts';
import { decodedPath } from '../content/spelling.ts';
import type { OldAddresses } from './old-addresses.ts';
import { oldPath } from './old-path.ts';
import type { Placed, Places } from './places.ts';
import { folderOf, nameOf, normal } from './readers/addresses.ts';
import type { SourceList } from './source-story.ts';

export type Led =
  /** `place`: of the story that it leads to, as it was named. */
  | { to: string; story?: string; place?: string }
  /** A file to come along beside the story. */
  | { file: string }
  | undefined;

export class LinkResolver {
  readonly #addresses: OldAddresses;
  readonly #hosts: readonly string[];
  readonly #placed: Places['placed'];
  /** The files of stories that have one of their own, which are their keys, by how they are called. */
  readonly #byName = new Map<string, string[]>();
  /** Addresses of lists by their files, without ending. */
  readonly #lists = new Map<string, string>();

  constructor(addresses: OldAddresses, places: Places, hosts: readonly string[], lists: readonly SourceList[]) {
    this.#addresses = addresses;
    this.#hosts = hosts;
    for (const { place, urls } of lists)
      if (/\.\w+$/.test(place.file) && urls[0] !== undefined && !this.#lists.has(place.file))
        this.#lists.set(place.file.replace(/\.\w+$/, ''), urls[0]);
    this.#placed = places.placed;
    for (const { key, facts } of places.placed.values()) {
      const { file, item } = facts.place;
      if (item !== undefined) continue;
      const name = nameOf(file).replace(/\.[^.]+$/, '');
      const others = this.#byName.get(name);
      if (others) others.push(key);
      else this.#byName.set(name, [key]);
    }
  }

  /** `from` is the story that the link stands in. */
  resolve(href: string, from: Placed): Led {
    const elsewhere = ledElsewhere(href, this.#hosts);
    if (elsewhere) return elsewhere.led;
    const whole = wholeLink(href);
    if (/^x-source:/.test(whole)) return this.#toSource(decodedPath(whole.slice('x-source:'.length)) ?? '', from);
    const path = oldPath(whole, this.#hosts);
    if (path !== undefined) return this.#toPath(path, from);
    return (
      this.#toSource(whole, from) ??
      this.#toPath(
        URL.parse(whole, `https://x.example${from.facts.urls[0] ?? '/'}`)?.href.slice('https://x.example'.length) ??
          whole,
        from,
      )
    );
  }

  #toPath(path: string, from: Placed): Led {
    const place = /#.*$/s.exec(path)?.[0] ?? '';
    const target = this.#addresses.at(path);
    if (target !== undefined) return this.#toTarget(target, place, from);
    return path === '/' || path.startsWith('/?') || path.startsWith('/#') ? { to: '/' } : undefined;
  }

  #toTarget(target: Placed | string, place: string, from: Placed): Led {
    if (typeof target === 'string') return { to: target };
    if (target.key === from.key && place !== '') return { to: place };
    if (!target.isPublic) return undefined;
    return { to: target.url, story: target.key, ...(place.length > 1 && { place: place.slice(1) }) };
  }

  /** A file of the source, as `../other.md`, `posts/other`, `@/blog/other.md`. */
  #toSource(written: string, from: Placed): Led {
    const [path = ''] = written.split(/[?#]/);
    const place = /#.*$/s.exec(written)?.[0] ?? '';
    const plain = (decodedPath(path) ?? path).replace(/^@\//, '/');
    const name = nameOf(plain.replace(/\/$/, '')).replace(/\.(?:mdx?|markdown|html?)$/, '');
    const beside = normal(`${plain.startsWith('/') ? '' : folderOf(from.facts.place.file)}/${plain}`);
    const endings = ['', '.md', '.mdx', '.markdown', '.html', '/index.md', '/index.mdx', '/_index.md'];
    const exact =
      beside === undefined ? undefined : endings.map((ending) => this.#placed.get(`${beside}${ending}`)).find(Boolean);
    if (exact) return this.#toTarget(exact, place, from);
    const stem = plain.replace(/^\/|\/$/g, '').replace(/\.(?:mdx?|markdown|html?)$/, '');
    const key =
      this.#byName.get(name)?.find((file) => file.replace(/\.[^./]+$/, '').endsWith(stem)) ??
      this.#byName.get('index')?.find((file) => folderOf(file).endsWith(stem) && stem !== '');
    const found = key === undefined ? undefined : this.#placed.get(key);
    return found ? this.#toTarget(found, place, from) : this.#toList(stem);
  }

  /** The file of a section, as Hugo and Zola have it; that of the front page is in no list. */
  #toList(stem: string): Led {
    if (!/(?:^|\/)_index$/.test(stem)) return undefined;
    const url = [...this.#lists].find(([file]) => file === stem || file.endsWith(`/${stem}`))?.[1];
    const led = stem === '_index' ? '/' : url === undefined ? undefined : this.#addresses.at(url);
    return typeof led === 'string' ? { to: led } : undefined;
  }
}

/** Of a link that has nothing to do with the old site, so that nobody has to know what was in it. */
export function ledElsewhere(href: string, hosts: readonly string[]): { led: Led } | undefined {
  const whole = wholeLink(href);
  if (/^(?:mailto|tel):/i.test(whole)) return { led: { to: whole.replace(/\s/g, '%20') } };
  if (/^x-source:/.test(whole) || oldPath(whole, hosts) !== undefined) return undefined;
  if (/^https?:/i.test(whole)) return { led: outside(whole) };
  return /^[a-z][a-z0-9+.-]*:/i.test(whole) ? { led: undefined } : undefined;
}

function wholeLink(href: string): string {
  const written = href.trim().replace(/[\t\n\r]/g, '');
  if (/^[^\s/@:]+@[^\s/@:]+\.[^\s/@:]+$/.test(written)) return `mailto:${written}`;
  if (written.startsWith('//')) return `https:${written}`;
  return /^www\./i.test(written) ? `https://${written}` : written;
}

function outside(address: string): Led {
  const spaced = address
    .replace(/\s/g, '%20')
    .replace(/^(https?):\/*/i, (_, scheme: string) => `${scheme.toLowerCase()}://`);
  const url = URL.parse(spaced);
  if (!url || !isWebAddress(spaced)) return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  return { to: spaced.replace(/[<>"\\^`{|}]/g, encodeURIComponent) };
}
