/** What becomes of an address of the old site, rule by rule. */
import { type ArchivePage, addressOf } from '../content/links.ts';
import { claimOf, isOtherwiseCased } from '../content/redirect.ts';
import type { Site } from '../content/site.ts';
import { mayBeFormer, mayHaveEnded } from './free-addresses.ts';

/** What becomes of an old address. `kept`: the site has something of its own there. */
export type Fate = {
  from: string;
  to: string;
  by: 'itself' | 'redirect' | 'kept' | 'refused';
  why?: string;
  /** The key of the story or page that it was of, or `authors/id`, `topics/id`. */
  holder?: string | undefined;
  /** No page can lead on from there. */
  isForHosts?: true;
  /** It was a feed, at whose address no feed is any more. */
  isFeed?: true;
  /** It was a list in a language that the site does not have. */
  isOfOtherLanguage?: true;
};

/** Where an address leads; `holder`: whose file says so, if one does. */
export type Lead = Pick<Fate, 'to' | 'holder' | 'isFeed' | 'isOfOtherLanguage'>;

export type Decided = Pick<Fate, 'by' | 'why' | 'isForHosts'>;

/** `claimed`: by anything; `leading`: where such an address leads; the others as `OldAddresses` has them. */
type Known = {
  claimed: ReadonlySet<string>;
  leading: ReadonlyMap<string, string>;
  several: ReadonlyMap<string, string[]>;
  hidden: ReadonlySet<string>;
  isEmpty(page: ArchivePage): boolean;
};

type Old = Pick<Fate, 'from' | 'to' | 'holder'> & { claim: string };

/** An old address, and all that decides about it: looked up as it is asked, as the first rules settle most. */
export class AskedFate {
  readonly from: string;
  readonly claim: string;
  readonly to: string;
  readonly holder: string | undefined;
  /** Addresses that differ from it by capital letters alone, as far as they lead on. */
  readonly several: string[] | undefined;
  /** Where its claim leads already. */
  readonly there: string | undefined;
  readonly isHidden: boolean;
  readonly #site: Site;
  readonly #isClaimed: boolean;
  readonly #isEmpty: Known['isEmpty'];

  constructor({ from, claim, to, holder }: Old, site: Site, { claimed, leading, several, hidden, isEmpty }: Known) {
    this.#isEmpty = isEmpty;
    this.from = from;
    this.claim = claim;
    this.to = to;
    this.holder = holder;
    this.several = several.get(claim);
    this.there = leading.get(claim);
    this.isHidden = holder !== undefined && hidden.has(holder);
    this.#site = site;
    this.#isClaimed = claimed.has(claim);
  }

  /** As our hosts read it. */
  get address(): string {
    return addressOf(this.claim, this.#site);
  }

  get isSame(): boolean {
    return this.from === '/' || (this.#isClaimOfTarget && !isOtherwiseCased(this.from, this.to));
  }

  /** The target itself, in other capital letters. */
  get isOfItself(): boolean {
    return this.#isClaimOfTarget && this.there === undefined;
  }

  get isTaken(): boolean {
    return this.#isClaimed && !this.isOfItself;
  }

  /** One more way to write an address that leads on: hosts tell them apart. */
  get isOtherWriting(): boolean {
    const { several, there, to, holder, from } = this;
    const isOfList = holder === undefined || /^(?:authors|topics)\//.test(holder);
    if (there === undefined || (there !== to && !isOfList) || !several?.[0]) return false;
    return several.every((each) => isOtherwiseCased(each, from));
  }

  /** The file of its target says of it where it leads. */
  get isOfFile(): boolean {
    const { holder, from, address, isHidden, several } = this;
    if (holder === undefined || this.isOfItself || (!isHidden && several !== undefined)) return false;
    return mayBeFormer(holder, { from, address }, this.#site);
  }

  get isOfTheSite(): boolean {
    const { from, address, isHidden } = this;
    return isHidden || !(this.isOfItself || mayHaveEnded({ from, address }, this.#site, this.#isEmpty));
  }

  join(led: { url: string; to: string }[]): void {
    this.several?.push(this.from);
    led.push({ url: this.from, to: this.there ?? this.to });
  }

  get #isClaimOfTarget(): boolean {
    return this.claim === claimOf(this.to);
  }
}

type Rule = {
  holds(asked: AskedFate): boolean;
  /** Undefined: it was told already. */
  decided(asked: AskedFate): Decided | undefined;
  effect?: 'joins' | 'leads to what is there' | 'is led';
};

const forHosts: Decided = { by: 'redirect', isForHosts: true };
const ofAnother: Decided = { by: 'kept', why: 'Another story or list has it.' };
const ofTheSite: Decided = { by: 'kept', why: 'The site has a page of its own there.' };

/** The first that holds decides. */
const rules: readonly Rule[] = [
  { holds: ({ isSame }) => isSame, decided: () => ({ by: 'itself' }) },
  {
    holds: ({ isTaken, isOtherWriting }) => isTaken && isOtherWriting,
    decided: ({ there, to }) => (there === to ? forHosts : ofAnother),
    effect: 'joins',
  },
  { holds: ({ isTaken, there, to }) => isTaken && there === to, decided: () => undefined },
  { holds: ({ isTaken }) => isTaken, decided: () => ofAnother },
  { holds: ({ isHidden, isOfItself }) => isHidden && isOfItself, decided: () => forHosts },
  {
    holds: ({ isOfFile, isOfTheSite }) => !isOfFile && isOfTheSite,
    decided: () => ofTheSite,
    effect: 'leads to what is there',
  },
  {
    holds: () => true,
    decided: ({ from, isOfItself }) => (from.includes('?') || isOfItself ? forHosts : { by: 'redirect' }),
    effect: 'is led',
  },
];

export function ruleOf(asked: AskedFate): Rule {
  return rules.find((rule) => rule.holds(asked)) as Rule;
}
