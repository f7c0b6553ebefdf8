/** `feed.xml`: RSS 2.0, under every front. */
import { feedKind } from './feeds.ts';

export const feedRss = feedKind('rss');
