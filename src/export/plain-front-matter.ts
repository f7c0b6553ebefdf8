/**
 * Front matter in the keys that other programs know, and back. What no common key can say stands under `broadsheet`, as it
 * is written; what can be worked out of the rest (names, addresses) is said for others, and not read again.
 */
import { inZone, readTime } from '../content/times.ts';

export type PlainKind = 'article' | 'page' | 'topic';

type Matter = Record<string, unknown>;

/** Our key, and the common one that says the same. */
const common: Record<PlainKind, Record<string, string>> = {
  article: {
    title: 'title',
    summary: 'description',
    date: 'date',
    updated: 'lastmod',
    redirectFrom: 'aliases',
    draft: 'draft',
  },
  page: { title: 'title', summary: 'description', redirectFrom: 'aliases' },
  topic: { name: 'title', redirectFrom: 'aliases' },
};

const times = new Set(['date', 'updated']);

/** The key under which everything stands that is ours alone. */
const ownKey = 'broadsheet';

/** `told`: what is said for others alone. `zone`: that of the site. */
type Plainly = { zone: string; told: Matter; isWithdrawn?: boolean };

/** A story that was taken down is a draft elsewhere, where nothing else would keep it from readers. */
export function plainMatter(written: Matter, kind: PlainKind, { zone, told, isWithdrawn }: Plainly): Matter {
  const plain: Matter = {};
  const own: Matter = {};
  for (const [key, value] of Object.entries(written)) {
    const theirs = common[kind][key];
    const said = theirs === undefined ? undefined : times.has(key) ? plainTime(value, zone) : plainValue(value);
    if (theirs === undefined || said === undefined) own[key] = value;
    else plain[theirs] = said;
  }
  if (isWithdrawn) {
    own.draft = written.draft ?? false;
    plain.draft = true;
  }
  const { title, description, date, lastmod, draft, aliases, ...rest } = { ...plain, ...told };
  const ordered = { title, description, date, lastmod, draft, ...rest, aliases };
  return { ...withoutNothing(ordered), ...(Object.keys(own).length > 0 ? { [ownKey]: own } : {}) };
}

/** The front matter that it was made of; `keys` gives the order. */
export function ownMatter(
  plain: Matter,
  kind: PlainKind,
  { zone, keys }: { zone: string; keys: readonly string[] },
): Matter {
  const own = (plain[ownKey] ?? {}) as Matter;
  const read: Matter = {};
  for (const [ours, theirs] of Object.entries(common[kind])) {
    const value = plain[theirs];
    if (value !== undefined && value !== null) read[ours] = times.has(ours) ? ownTime(String(value), zone) : value;
  }
  const all: Matter = { ...read, ...own };
  if (all.draft === false) delete all.draft;
  const order = [...keys.filter((key) => key in all), ...Object.keys(all).filter((key) => !keys.includes(key))];
  return Object.fromEntries(order.map((key) => [key, all[key]]));
}

/** A text in several languages has no common way. */
function plainValue(value: unknown): unknown {
  return typeof value === 'object' && !Array.isArray(value) ? undefined : value;
}

/** With its offset: a time without one is in another zone everywhere else. A day alone stays one. */
function plainTime(value: unknown, zone: string): string | undefined {
  const text = String(value);
  const time = readTime(text, zone);
  if ('refused' in time) return undefined;
  if (time.isDay) return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
  return inZone(time.at, zone).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

/** By the clocks of the site, where that says the same. */
function ownTime(text: string, zone: string): string {
  const time = readTime(text, zone);
  if ('refused' in time || time.isDay) return text;
  const local = inZone(time.at, zone).toFormat(time.at % 60 === 0 ? 'yyyy-MM-dd HH:mm' : 'yyyy-MM-dd HH:mm:ss');
  const again = readTime(local, zone);
  return 'at' in again && again.at === time.at ? local : text.replace('T', ' ');
}

function withoutNothing(matter: Matter): Matter {
  return Object.fromEntries(Object.entries(matter).filter(([, value]) => value !== undefined));
}
