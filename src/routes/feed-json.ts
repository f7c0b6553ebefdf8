/** `feed.json`: JSON Feed, of the site, its sections and its corrections. */
import { feedKind } from './feeds.ts';

export const feedJson = feedKind('json');
