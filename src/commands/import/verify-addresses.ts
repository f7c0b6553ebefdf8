/** Whether the built site answers at each address of the old one, and leads to what stood there: asked of its files, as a host does. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodedPath } from '../../content/spelling.ts';
import type { Seconds } from '../../content/times.ts';
import { WrongUsage } from '../../errors.ts';
import { readRegularFile } from '../../source/regular-file.ts';
import { replaceFile } from '../../source/replace-file.ts';
import { keptRedirects } from '../redirects.ts';
import type { ExitCode } from '../run-command.ts';
import { complain, say } from '../terminal.ts';

/** `waits`: of what readers do not have yet, a draft or a story in quarantine, so that nothing may answer there; `due`: when they have it. */
export type OldAddress = { from: string; to: string; by: string; waits: boolean; due?: Seconds | undefined };

const listName = 'import/addresses.tsv';

/** For `verifyAddresses`, in the newsroom’s folder. */
export function writeAddresses(root: string, addresses: Iterable<OldAddress>): void {
  const lines: string[] = [];
  for (const { from, to, by, waits, due = '' } of addresses)
    lines.push(`${[from, to, by, waits ? 'waits' : '', due].join('\t')}\n`);
  replaceFile(join(root, listName), lines.join(''));
}

function readAddresses(root: string, now: Seconds): OldAddress[] {
  const file = join(root, listName);
  if (!existsSync(file)) throw new WrongUsage(`There is no ${listName}. Import first.`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [from = '', to = '', by = '', waits, due = ''] = line.split('\t');
      return { from, to, by, waits: waits === 'waits' || Number(due) > now };
    });
}

type Built = { newsroom: string; out: string; cache: string; now: Seconds };

export function verifyAddresses({ newsroom, out, cache, now }: Built): ExitCode {
  if (!existsSync(join(out, 'index.html'))) throw new WrongUsage(`There is no site in ${out}. Build it first.`);
  const all = readAddresses(newsroom, now);
  const asked = all.filter(({ by, waits }) => by !== 'refused' && !waits);
  const redirects = new Map(keptRedirects(cache).map(({ from, to }) => [from, to]));
  const counts = { itself: 0, redirect: 0, host: 0 };
  const bad: string[] = [];
  for (const { from, to, by } of asked) {
    const answer = answerAt(from, { out, redirects });
    const isRight = answer.ends !== undefined && (by === 'kept' || pathOf(answer.ends) === pathOf(to));
    if (isRight) counts[answer.by]++;
    else
      bad.push(`${from} ${answer.ends === undefined ? 'is not answered' : `leads to ${answer.ends}`}; it was ${to}.`);
  }
  const number = (count: number) => count.toLocaleString('en');
  say(
    `${number(asked.length - bad.length)} of ${number(asked.length)} old addresses are answered: ${number(counts.itself)} by a page, ${number(counts.redirect)} by one that leads on, ${number(counts.host)} by your host, as .cache/redirects.json tells it.`,
  );
  const waiting = all.filter(({ waits }) => waits).length;
  if (waiting > 0)
    say(
      `Not asked, since readers do not have them yet: ${number(waiting)} of drafts, of stories to come, and of stories in quarantine.`,
    );
  for (const line of bad.slice(0, mostTold)) complain(line);
  if (bad.length > mostTold) complain(`And ${number(bad.length - mostTold)} more.`);
  return bad.length === 0 ? 0 : 1;
}

const mostTold = 20;
/** As many as browsers follow. */
const mostSteps = 20;

/** `ends`: the address whose page is shown at last; undefined: there is none. */
type Answer = { by: 'itself' | 'redirect' | 'host'; ends?: string };

function answerAt(from: string, { out, redirects }: { out: string; redirects: ReadonlyMap<string, string> }): Answer {
  let by: Answer['by'] = 'itself';
  let at = from;
  for (let step = 0; step < mostSteps; step++) {
    const page = at.includes('?') ? undefined : pageAt(at, out);
    const next = page === undefined ? redirects.get(at) : refreshOf(page);
    if (next === undefined) return page === undefined ? { by } : { by, ends: feedOf(page) ?? at };
    if (page === undefined) by = 'host';
    else if (by === 'itself') by = 'redirect';
    if (!next.startsWith('/')) return { by, ends: next };
    at = next;
  }
  return { by };
}

/** The beginning of the file that a host answers with. */
function pageAt(address: string, out: string): string | undefined {
  const path = decodedPath(address.replace(/#.*$/s, ''));
  if (path === undefined || path.includes('\0')) return undefined;
  const names = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`];
  const found = names.map((name) => readRegularFile(join(out, name))).find((bytes) => bytes !== undefined);
  return found && Buffer.from(found).toString('utf8', 0, 4096);
}

function refreshOf(page: string): string | undefined {
  return /<meta http-equiv="refresh" content="0; url=([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
}

/** A feed stands at its former addresses too, and says itself where it is now. */
function feedOf(page: string): string | undefined {
  const self = /^<\?xml[^>]*>\s*<rss[\s\S]*?<atom:link href="([^"]*)" rel="self"/.exec(page)?.[1];
  return self === undefined ? undefined : URL.parse(self)?.pathname;
}

function pathOf(address: string): string {
  const path = address.replace(/[#?].*$/s, '');
  return (decodedPath(path) ?? path).replace(/(?:\/index\.html|\/)$/, '');
}
