/** `feed.atom`: Atom, of the site, its sections and its corrections. */
import { feedKind } from './feeds.ts';

export const feedAtom = feedKind('atom');
