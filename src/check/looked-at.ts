/**
 * What a gate looked at, told beside what it found: a gate that looked at nothing would pass any site,
 * so it fails instead.
 */
import type { Finding } from './finding.ts';

/**
 * The counts are named in the plural, in the order in which they are printed: `{pages: 63, links: 1204}`. `passedOver`:
 * files that the gate does not judge, because they are the newsroom's own.
 */
export type LookedAt = { gate: string; counts: Record<string, number>; passedOver?: readonly string[] };

/** What a gate has to say of a site. */
export type Verdict = { findings: Finding[]; looked: LookedAt };

/** Without one of these a gate has judged nothing; a site without a fragment may be a good site. */
const needed: ReadonlySet<string> = new Set(['pages', 'links']);

const namesPrinted = 5;

/** `links: 63 pages, 1,204 links, 34 fragments, 12 assets`. */
export function printLookedAt({ gate, counts, passedOver = [] }: LookedAt): string {
  const parts = Object.entries(counts).map(([name, count]) => {
    return `${count.toLocaleString('en')} ${count === 1 ? oneOf(name) : name}`;
  });
  const more = passedOver.length - namesPrinted;
  const names = [...passedOver.slice(0, namesPrinted), ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])];
  return `${gate}: ${parts.join(', ')}${names.length > 0 ? `; not judged: ${names.join(', ')}` : ''}`;
}

/** `story` of `stories`. */
function oneOf(name: string): string {
  return name.replace(/ies$/, 'y').replace(/(?<=ss)es$|s$/, '');
}

/** One finding for a gate whose needed counts are not all above zero, else none. */
export function refuseEmptyLook({ gate, counts }: LookedAt): Finding[] {
  const missing = Object.keys(counts).filter((name) => needed.has(name) && counts[name] === 0);
  if (missing.length === 0) return [];
  return [
    {
      path: '',
      subject: gate,
      code: 'check/looked-at-nothing',
      what: `The check “${gate}” found no ${missing.join(' and no ')} to look at, so it checked nothing.`,
      fix: 'Build the site first, or name the folder it was built into.',
    },
  ];
}
