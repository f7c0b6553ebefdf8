/** `_redirects`: old addresses as rules, in the dialect of a host, and no more of them than it takes. */
import type { Redirect } from '../catalog/redirects.ts';
import { redirectUrl } from '../content/redirect.ts';
import type { Site } from '../content/site.ts';
import { frontUrl, notFoundUrl, outputPath, urlOfOutput } from '../content/urls.ts';
import { type Host, roomForRules } from './host-limits.ts';

type Dialect = {
  /** What stands behind a rule: the host’s word for 301, also where a file lies. */
  moved: string;
  /** The same for 410, where it has one. */
  gone?: string;
  /** Whether a rule may name a query, and a host that leads to this site. */
  hasQueries?: boolean;
  hasHosts?: boolean;
  /** A file is served whatever a rule says of its address, so the page that leads on gives way to the rule. */
  isFileFirst?: boolean;
  /** Whether a rule may name the page for what is not there; else the host takes the nearest, or that of the root. */
  hasNotFound?: boolean;
  /** Whether it compares without regard to case: a rule for other letters would be one for the page that is there. */
  isCaseless?: boolean;
  /** Characters of a rule. */
  longest?: number;
};

const cloudflare: Dialect = { moved: '301', longest: 1000 };

/** GitHub reads no rules. */
const dialects: Readonly<Record<Host, Dialect | undefined>> = {
  cloudflare,
  'cloudflare-paid': cloudflare,
  netlify: { moved: '301!', gone: '410!', hasQueries: true, hasHosts: true, hasNotFound: true, isCaseless: true },
  github: undefined,
  gitlab: { moved: '301', isFileFirst: true },
};

export type Answers = {
  redirects: readonly Redirect[];
  /** URLs of pages that say that something was withdrawn, or ended on purpose. */
  gone: readonly string[];
  /** Files at whose addresses the site itself leads on, and the URLs to which it does. */
  answered: ReadonlyMap<string, string>;
  site: Site;
};

/** `pages`: files of the site that a rule stands in for. `rules` and `bytes` are of all that the host would need. */
export type Rules = { text: string; pages: ReadonlySet<string>; rules: number; bytes: number };

/** The lines for one page, which stand or fall together. */
type Rule = { lines: string[]; page?: string };

export function rulesFor(host: Host, answers: Answers): Rules {
  const dialect = dialects[host];
  const all = dialect ? rulesOf(answers, dialect) : [];
  const room = roomForRules(host);
  const pages = new Set<string>();
  const told = { text: '', rules: 0 };
  for (const { lines, page } of all) {
    const text = told.text + lines.join('');
    if (told.rules + lines.length > room.rules || text.length > room.bytes) continue;
    Object.assign(told, { text, rules: told.rules + lines.length });
    if (page !== undefined && dialect?.isFileFirst) pages.add(page);
  }
  const lines = all.flatMap((each) => each.lines);
  return { text: told.text, pages, rules: lines.length, bytes: lines.join('').length };
}

function rulesOf({ redirects, gone, answered, site }: Answers, dialect: Dialect): Rule[] {
  const seen = new Set<string>();
  const rules: Rule[] = [];
  const add = (froms: readonly string[], to: string, { code, page }: { code: string; page?: string }) => {
    const lines = froms.filter((from) => !seen.has(from)).map((from) => `${from} ${to} ${code}\n`);
    if (lines.length === 0 || lines.some((line) => line.length > (dialect.longest ?? Number.POSITIVE_INFINITY))) return;
    for (const from of froms) seen.add(from);
    rules.push({ lines, page });
  };
  for (const { from, to, below, file } of redirects) {
    const source = below ? hostIn(from, dialect) : sourceIn(from, dialect);
    const asked = below ? undefined : redirectUrl(from);
    const isOfLetters = asked !== undefined && !file;
    if (source === undefined || isPattern(to) || (dialect.isCaseless && isOfLetters)) continue;
    const url = isOfLetters ? undefined : asked;
    const page = url === undefined ? undefined : outputPath(url);
    // With its page gone, a rule has to answer there too.
    const alsoAt = dialect.isFileFirst && url !== undefined ? [url] : [];
    add([...new Set([source, ...alsoAt])], below ? `${to}:splat` : to, { code: dialect.moved, page });
  }
  for (const [path, to] of answered) add([urlOfOutput(path)], to, { code: dialect.moved, page: path });
  if (dialect.gone !== undefined) for (const url of gone) if (!isPattern(url)) add([url], url, { code: dialect.gone });
  if (dialect.hasNotFound)
    for (const each of site.languages.slice(1))
      add([`${frontUrl(each, site)}*`], notFoundUrl(each, site), { code: '404' });
  return rules;
}

/** Signs that hosts take for more than themselves; of such an address the page leads on. */
function isPattern(address: string): boolean {
  return /[*\s]|:(?!\/\/)/.test(address);
}

/** `https://old.example/` with all that is below it. */
function hostIn(from: string, { hasHosts }: Dialect): string | undefined {
  return hasHosts ? `${from}*` : undefined;
}

/** `/?p=123` is `/ p=123`. */
function sourceIn(from: string, { hasQueries }: Dialect): string | undefined {
  if (isPattern(from)) return undefined;
  const [path = '', query] = from.split(/\?(.*)/s);
  if (query === undefined) return from;
  const values = query.split('&');
  const names = new Set(values.map((each) => each.split('=')[0]));
  const isSayable = hasQueries && names.size === values.length && values.every((each) => /^[^=]+=.+$/.test(each));
  return isSayable ? [path, ...values].join(' ') : undefined;
}
