/** The addresses of the old site: where each leads now, and which file has to say so. */
import { frontAbove } from '../content/former.ts';
import { addressOf, readLink } from '../content/links.ts';
import { isWebAddress } from '../content/names.ts';
import { isFeedFile } from '../content/own-addresses.ts';
import { claimOf, isOtherwiseCased, readOldAddress } from '../content/redirect.ts';
import type { Site } from '../content/site.ts';
import { authorUrl, feedUrl, frontUrl, sectionUrl, topicUrl } from '../content/urls.ts';
import { AskedFate, type Decided, type Fate, type Lead, ruleOf } from './fates.ts';
import { languageHere } from './guess.ts';
import { inOf, isFormerFront, type Listed, languageAt, noteUsed, type Used } from './lists-here.ts';
import { idOf, type Mapping } from './mapping.ts';
import { oldPath } from './old-path.ts';
import { PackedMap } from './packed-map.ts';
import { PeriodsHere } from './periods-here.ts';
import type { Placed, Places } from './places.ts';
import { severalCases } from './several-cases.ts';
import type { SourceList } from './source-story.ts';
import { apart, nameKey, type Survey } from './survey.ts';

/** `from`: how it is redirected, undefined of one that no server can be asked for. */
type Old = { url: string; from: string | undefined; claim: string };

/** `out`: keys of stories that readers do not have yet. */
type Known = { places: Places; survey: Survey; mapping: Mapping; site: Site; out: ReadonlyMap<string, unknown> };

export class OldAddresses {
  readonly fates: Fate[] = [];
  /** Old addresses of stories and pages by their keys, of authors and topics by `authors/id` and `topics/id`. */
  readonly redirects = new PackedMap<string[]>();
  /** Of everything else, for `gone.yaml`. */
  readonly led: { url: string; to: string }[] = [];
  /** By claims: the key of a story or page, or the address of something else. */
  readonly #targets = new PackedMap<{ key: string } | { to: string }>();
  readonly #claimed = new Set<string>();
  /** Of lists, where a claimed address leads: two may say the same of it. */
  readonly #leading = new Map<string, string>();
  /** Claims of addresses that differ by capital letters alone, each with those that lead on already. */
  readonly #several: Map<string, string[]>;
  readonly #placed: Places['placed'];
  readonly #site: Site;
  readonly #used: Used = { topics: new Set(), authors: new Set() };
  /** Whose file is none that readers have. */
  readonly #hidden = new Set<string>();
  /** Made when it is asked for: most archives have no addresses of periods. */
  #periods: PeriodsHere | undefined;
  /** Of the source’s languages, and of that which is the site’s first. */
  readonly #codes: { all: readonly string[]; first: string };

  constructor({ places, survey, mapping, site, out }: Known) {
    this.#site = site;
    this.#placed = places.placed;
    const codes = Object.keys(mapping.languages);
    const first = codes.find((code) => mapping.languages[code] === site.languages[0]) ?? site.languages[0] ?? 'en';
    this.#codes = { all: [...codes, ...site.languages], first };
    const own = places.placed;
    this.#several = severalCases(own, survey, (url) => this.#old(url).claim);
    for (const placed of own.values()) {
      if (!placed.isPublic || out.has(placed.key)) this.#hidden.add(placed.key);
      else noteUsed(placed, this.#used);
      this.#claimed.add(apart(claimOf(placed.url)));
    }
    for (const { facts, key, url: to } of own.values())
      for (const url of facts.urls) {
        const old = this.#old(url);
        if (!this.#targets.has(old.claim)) this.#targets.set(old.claim, { key });
        this.#add(old, { to, holder: key });
      }
    const isLed = ({ to }: SourceList) => to !== undefined;
    for (const list of [...survey.lists].sort((a, b) => Number(isLed(a)) - Number(isLed(b))))
      this.#addList(list, { mapping, used: this.#used, places });
  }

  /** Of a large archive it is much, and can be made of the same again whenever it is asked for: only links are led on then. */
  forgetFates(): this {
    for (const each of [this.#claimed, this.#leading, this.#several]) each.clear();
    for (const each of [this.fates, this.led]) each.length = 0;
    return this;
  }

  forget(): void {
    for (const each of [this.redirects, this.#targets]) each.clear();
    this.forgetFates();
  }

  /** Where an address of the old site leads now: a story or page, or the address of something else. */
  at(path: string): Placed | string | undefined {
    const [plain = ''] = path.split('#');
    const read = this.#read(plain) ?? plain;
    const ways = [read, read.split('?')[0] ?? '', read.replace(/\.html?$/, ''), `${read.replace(/\/$/, '')}.html`];
    for (const way of new Set(ways)) {
      const target = this.#targets.get(claimOf(way));
      if (target) return 'to' in target ? target.to : this.#placed.get(target.key);
    }
    return this.#listAt(read) ?? this.#inFirstLanguage(read);
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

  #add(old: Old, lead: Lead): void {
    const fate = this.#fateOf(old, lead);
    if (fate) this.fates.push({ from: old.from ?? old.url, ...lead, ...fate });
  }

  /** Undefined: it was told already. */
  #fateOf({ from, claim }: Old, lead: Lead): Decided | undefined {
    if (from === undefined) return { by: 'refused', why: 'No server can be asked for it.' };
    const asked = new AskedFate({ from, claim, ...lead }, this.#site, {
      ...{ claimed: this.#claimed, leading: this.#leading, several: this.#several, hidden: this.#hidden },
      isEmpty: (page) => {
        this.#periods ??= new PeriodsHere(this.#placed.values(), this.#hidden);
        return !this.#periods.has(page);
      },
    });
    const { decided, effect } = ruleOf(asked);
    if (effect === 'joins') asked.join(this.led);
    if (effect === 'leads to what is there') this.#leadToOwn(asked);
    if (effect === 'is led') this.#lead(asked);
    return decided(asked);
  }

  #leadToOwn({ from, address }: AskedFate): void {
    const there = this.#ownAt(address);
    if (there !== undefined && isOtherwiseCased(from, there)) this.led.push({ url: from, to: there });
  }

  #lead({ from, claim, to, holder, isHidden, isOfFile, several }: AskedFate): void {
    this.#claimed.add(claim);
    this.#leading.set(claim, to);
    if (!isHidden) several?.push(from);
    if (isOfFile && holder !== undefined) this.redirects.set(holder, [...(this.redirects.get(holder) ?? []), from]);
    else this.led.push({ url: from, to });
  }

  /** The address of what the site always has at an address. */
  #ownAt(address: string): string | undefined {
    const target = readLink(address, this.#site);
    return target.kind === 'always' ? target.url : this.#listAt(address);
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
      const topic = places.topics.get(key);
      if (list.of === 'tag' && (mapping.topics[key] ?? topic) !== undefined)
        return named('topics', mapping.topics[key] ?? topic);
      if (list.of === 'section' || list.of === 'tag') {
        const id = mapping.sections[key] ?? site.sections.find((each) => each.id === idOf(key, own))?.id;
        if (id !== undefined && site.sections.some((each) => each.id === id)) return { to: sectionUrl(id, own, site) };
        return named('topics', topic);
      }
      if (list.of === 'author')
        return named('authors', mapping.authors[key] ?? mapping.authors[list.named?.name ?? '']);
      return { to: frontUrl(own, site) };
    };
    const found = target();
    const other = languageHere(list.language, mapping, site) ? {} : { isOfOtherLanguage: true as const };
    /** Those whose feeds are led with them. */
    const fronts = new Set<string>();
    for (const url of list.urls) {
      const old = this.#old(url);
      this.#targets.set(old.claim, { to: found.to });
      const isByFile = found.by && languageAt(url, site) === found.by.language && !this.#several.has(old.claim);
      const by = isByFile ? found.by : undefined;
      this.#add(old, { to: found.to, ...(by && { holder: by.holder }), ...other });
      if (by && isFormerFront(url, by, site)) fronts.add(old.claim);
    }
    const to = feedUrl(found.to, 'rss');
    for (const feed of list.feeds) {
      const above = frontAbove(feed);
      const isLed = above !== undefined && isFeedFile(feed.slice(above.length)) && fronts.has(claimOf(above));
      if (isLed) this.fates.push({ from: feed, to, by: 'redirect' });
      else this.#add(this.#old(feed), { to, isFeed: true, ...other });
    }
  }
}
