/** What readers know the formats of feeds as. */
import type { FeedFormat } from '../src/content/own-addresses.ts';

export const feedNames: Record<FeedFormat, string> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' };
