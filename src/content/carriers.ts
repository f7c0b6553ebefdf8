/**
 * Which pages carry a notice while it lasts: fronts, and stories from some time before it began. Older ones never do,
 * so that no notice renders the whole archive; younger ones than its end are not there before it is gone.
 */
import type { Language } from './names.ts';
import type { Notice, Slot } from './notice.ts';
import { type Scope, singles } from './scopes.ts';
import type { Site } from './site.ts';
import type { Seconds } from './times.ts';

/** A page that may carry notices. */
export type Carrier =
  | { is: 'front-page' | 'other-front'; language: Language }
  | { is: 'section-front'; language: Language; section: string }
  | { is: 'story'; language: Language; section: string; at: Seconds };

const slotsOf: Record<Carrier['is'], readonly Slot[]> = {
  'front-page': ['top', 'front', 'footer'],
  'section-front': ['top', 'section', 'footer'],
  'other-front': ['top', 'footer'],
  story: ['top', 'after-story', 'footer'],
};

const reachSeconds = 30 * 24 * 3600;

/** The instant of the oldest stories that carry it. */
function reachOf({ from }: Pick<Notice, 'from'>): Seconds {
  return from - reachSeconds;
}

/** Whether a page carries a notice while that lasts. */
export function carries(carrier: Carrier, notice: Notice): boolean {
  const section = 'section' in carrier ? carrier.section : undefined;
  const { slot, sections, language } = notice;
  if (language !== carrier.language || !slotsOf[carrier.is].includes(slot)) return false;
  if (sections.length > 0 && (section === undefined || !sections.includes(section))) return false;
  return carrier.is !== 'story' || carrier.at >= reachOf(notice);
}

/** What a page looks at to know its notices; a story, at its own instant in it. */
export function noticesScope(carrier: Carrier): Scope {
  const where = 'section' in carrier ? `${carrier.is}:${carrier.section}` : carrier.is;
  return singles.notices(where, carrier.language);
}

/** One page of each sort that carries a notice: the stories among them stand for all from their instant on. */
export function carriersOf(notice: Notice, site: Pick<Site, 'sections'>): Carrier[] {
  const { language } = notice;
  const inSections = site.sections.flatMap(({ id: section }): Carrier[] => [
    { is: 'section-front', language, section },
    { is: 'story', language, section, at: reachOf(notice) },
  ]);
  const all: Carrier[] = [{ is: 'front-page', language }, { is: 'other-front', language }, ...inSections];
  return all.filter((carrier) => carries(carrier, notice));
}
