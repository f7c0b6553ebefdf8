/** The addresses of the old site: where each leads now, and which file has to say so. */
import { formersAt, frontAbove } from '../content/former.ts';
import { addressOf, pathOnSite, readLink } from '../content/links.ts';
import { isWebAddress, type Language } from '../content/names.ts';
import { isFeedFile } from '../content/own-addresses.ts';
import { claimOf, readOldAddress } from '../content/redirect.ts';
import { isReservedAddress } from '../content/reserved-addresses.ts';
import type { Site } from '../content/site.ts';
import { authorUrl, feedUrl, frontUrl, sectionUrl, topicUrl } from '../content/urls.ts';
import { languageHere } from './guess.ts';
import { idOf, type Mapping } from './mapping.ts';
import type { Placed, Places } from './places.ts';
import type { SourceList } from './source-story.ts';
import { apart, nameKey, type Survey } from './survey.ts';

/** What becomes of an old address. `kept`: the site has something of its own there. */
export type Fate = {
  from: string;
  to: string;
  by: 'itself' | 'redirect' | 'kept' | 'refused';
  why?: string;
  /** The key of the story or page that it was of, or `authors/id`, `topics/id`. */
  holder?: string | undefined;
};

/** `from`: how it is redirected, undefined of one that no server can be asked for. */
type Old = { url: string; from: string | undefined; claim: string };

/** `out`: keys of stories that readers do not have yet. */
type Known = { places: Places; survey: Survey; mapping: Mapping; site: Site; out: ReadonlyMap<string, unknown> };

export class OldAddresses {
  readonly fates: Fate[] = [];
  /** Old addresses of stories and pages by their keys, of authors and topics by `authors/id` and `topics/id`. */
  readonly redirects = new Map<string, string[]>();
  /** Of everything else, for `gone.yaml`. */
  readonly led: { url: string; to: string }[] = [];
  readonly #targets = new Map<string, Placed | string>();
  readonly #claimed = new Set<string>();
  /** Of lists, where a claimed address leads: two may say the same of it. */
  readonly #leading = new Map<string, string>();
  readonly #site: Site;
  readonly #used: Used;
  /** Of the source’s languages, and of that which is the site’s first. */
  readonly #codes: { all: readonly string[]; first: string };

  constructor({ places, survey, mapping, site, out }: Known) {
    this.#site = site;
    const codes = Object.keys(mapping.languages);
    const first = codes.find((code) => mapping.languages[code] === site.languages[0]) ?? site.languages[0] ?? 'en';
    this.#codes = { all: [...codes, ...site.languages], first };
    const own = [...places.placed.values()];
    for (const { url } of own) this.#claimed.add(apart(claimOf(url)));
    for (const placed of own) {
      for (const url of placed.facts.urls) {
        const old = this.#old(url);
        if (!this.#targets.has(old.claim)) this.#targets.set(old.claim, placed);
        this.#add(old, { to: placed.url, holder: placed.key });
      }
    }
    this.#used = usedNames(own.filter(({ key }) => !out.has(key)));
    const isLed = ({ to }: SourceList) => to !== undefined;
    for (const list of [...survey.lists].sort((a, b) => Number(isLed(a)) - Number(isLed(b))))
      this.#addList(list, { mapping, used: this.#used, places });
  }

  /** Of a large archive it is much, and can be made of the same again whenever it is asked for. */
  forget(): void {
    for (const each of [this.redirects, this.#targets, this.#claimed, this.#leading]) each.clear();
    for (const each of [this.fates, this.led]) each.length = 0;
  }

  /** Where an address of the old site leads now: a story or page, or the address of something else. */
  at(path: string): Placed | string | undefined {
    const [plain = ''] = path.split('#');
    const read = this.#read(plain) ?? plain;
    return (
      this.#targets.get(claimOf(read)) ??
      this.#targets.get(claimOf(read.split('?')[0] ?? '')) ??
      this.#targets.get(claimOf(read.replace(/\.html?$/, ''))) ??
      this.#targets.get(claimOf(`${read.replace(/\/$/, '')}.html`)) ??
      this.#listAt(read) ??
      this.#inFirstLanguage(read)
    );
  }

  /** What is not translated yet stands in the first language, which programs show in its place. */
  #inFirstLanguage(path: string): Placed | string | undefined {
    const [, code = '', rest = ''] = /^\/([^/]+)(\/.+)$/.exec(path) ?? [];
    if (!this.#codes.all.includes(code) || this.#codes.first === code) return undefined;
    return this.at(`/${this.#codes.first}${rest}`) ?? this.at(rest);
  }

  /** A list that nothing was said of, and that the site has at the same address. */
  #listAt(path: string): string | undefined {
    const target = readLink(addressOf(claimOf(path), this.#site), this.#site);
    if (target.kind !== 'listed') return undefined;
    const { field } = target.listing;
    if (field !== 'topics' && field !== 'authors') return undefined;
    return this.#used[field].has(inOf(target.language, target.id)) ? target.url : undefined;
  }

  #read(url: string): string | undefined {
    const read = readOldAddress(url.replace(/#.*$/s, ''), this.#site);
    return 'from' in read ? read.from : undefined;
  }

  #old(url: string): Old {
    const read = this.#read(url);
    const from = read === url ? url : read; // one text for all who keep it
    return { url, from, claim: apart(claimOf(from ?? url)) };
  }

  #add({ url, from, claim }: Old, { to, holder }: { to: string; holder?: string }): void {
    const end = (by: Fate['by'], why?: string): void => {
      this.fates.push({ from: from ?? url, to, by, holder, ...(why && { why }) });
    };
    if (from === undefined) {
      end('refused', 'No server can be asked for it.');
      return;
    }
    if (from === '/' || claim === claimOf(to)) {
      end('itself');
      return;
    }
    if (this.#claimed.has(claim)) {
      if (this.#leading.get(claim) !== to) end('kept', 'Another story or list has it.');
      return;
    }
    const address = addressOf(claim, this.#site);
    const target = readLink(address, this.#site);
    const isFree =
      from.includes('?') ||
      (['none', 'article', 'page', 'document'].includes(target.kind) &&
        !address.startsWith('/.') &&
        !isReservedAddress(address, this.#site)) ||
      (target.kind === 'listed' && holder !== undefined && /^(?:authors|topics)\//.test(holder));
    if (!isFree) {
      end('kept', 'The site has a page of its own there.');
      return;
    }
    this.#claimed.add(claim);
    this.#leading.set(claim, to);
    end('redirect');
    if (holder === undefined) this.led.push({ url: from, to });
    else this.redirects.set(holder, [...(this.redirects.get(holder) ?? []), from]);
  }

  #led(to: string, { url, formerly }: Mapping): string | undefined {
    const path = oldPath(to, [url ?? this.#site.url, ...formerly]);
    if (path === undefined) return isWebAddress(to) ? to : undefined;
    const found = this.at(path);
    return typeof found === 'object' ? (found.isPublic ? found.url : undefined) : found;
  }

  #addList(list: SourceList, { mapping, used, places }: { mapping: Mapping; used: Used; places: Places }): void {
    const site = this.#site;
    const first = site.languages[0] ?? 'en';
    const own = languageHere(list.language, mapping, site) ?? first;
    const key = list.named ? nameKey(list.named) : '';
    /** Where nothing in the language of the list is named so, it is the list of the first. */
    const named = (field: keyof Used, id: string | undefined): Listed => {
      const language = [own, first].find((each) => used[field].has(inOf(each, id ?? '')));
      if (language === undefined || id === undefined) return { to: frontUrl(own, site) };
      const to = (field === 'topics' ? topicUrl : authorUrl)(id, language, site);
      return { to, by: { holder: `${field}/${id}`, language } };
    };
    const target = (): Listed => {
      if (list.to !== undefined) return { to: this.#led(list.to, mapping) ?? frontUrl(own, site) };
      if (list.of === 'section') {
        const id = mapping.sections[key] ?? site.sections.find((each) => each.id === idOf(key, own))?.id;
        if (id !== undefined && site.sections.some((each) => each.id === id)) return { to: sectionUrl(id, own, site) };
        return named('topics', places.topics.get(key));
      }
      if (list.of === 'tag') return named('topics', mapping.topics[key] ?? places.topics.get(key));
      if (list.of === 'author')
        return named('authors', mapping.authors[key] ?? mapping.authors[list.named?.name ?? '']);
      return { to: frontUrl(own, site) };
    };
    const found = target();
    /** Those whose feeds are led with them. */
    const fronts = new Set<string>();
    for (const url of list.urls) {
      const old = this.#old(url);
      this.#targets.set(old.claim, found.to);
      const by = found.by && languageAt(url, site) === found.by.language ? found.by : undefined;
      this.#add(old, { to: found.to, ...(by && { holder: by.holder }) });
      if (by && isFormerFront(url, by, site)) fronts.add(old.claim);
    }
    for (const feed of list.feeds) {
      const above = frontAbove(feed);
      const isLed = above !== undefined && isFeedFile(feed.slice(above.length)) && fronts.has(claimOf(above));
      if (isLed) this.fates.push({ from: feed, to: feedUrl(found.to, 'rss'), by: 'redirect' });
      else this.#add(this.#old(feed), { to: feedUrl(found.to, 'rss') });
    }
  }
}

/** `by`: the topic or author whose file can say so of an address in that language. */
type Listed = { to: string; by?: { holder: string; language: Language } };

/** Ids of each language, as `inOf` writes them. */
type Used = { topics: ReadonlySet<string>; authors: ReadonlySet<string> };

function inOf(language: Language, id: string): string {
  return `${language} ${id}`;
}

/** Lists that nothing public stands in have no page. */
function usedNames(placed: readonly Placed[]): Used {
  const shown = placed.filter(({ isPublic, story }) => isPublic && story !== undefined);
  return {
    topics: new Set(shown.flatMap(({ topics, language }) => topics.map((id) => inOf(language, id)))),
    authors: new Set(shown.flatMap(({ authors, language }) => authors.map((id) => inOf(language, id)))),
  };
}

function isFormerFront(url: string, { holder, language }: NonNullable<Listed['by']>, site: Site): boolean {
  const of = holder.startsWith('topics/') ? 'topic' : 'author';
  return formersAt({ of, language }, [url], site).some(({ isFront }) => isFront);
}

/** As files of topics and authors take it. */
function languageAt(address: string, site: Site): Language | undefined {
  const [, name] = address.split('/');
  return site.languages.slice(1).find((each) => each === name) ?? site.languages[0];
}

/** An address as a path of the old site, whatever host of it it has; undefined for one of another site. */
export function oldPath(href: string, hosts: readonly string[]): string | undefined {
  const [first, ...rest] = hosts;
  if (first === undefined) return /^\/(?!\/)/.test(href) ? href : undefined;
  const path = pathOnSite(href, { url: first, formerly: rest });
  const below = URL.parse(first)?.pathname.replace(/\/$/, '') ?? '';
  return below !== '' && path?.startsWith(`${below}/`) ? path.slice(below.length) : path;
}
