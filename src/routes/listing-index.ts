/** The index of a listing that has no kind of its own for that: all its ids that have stories. */
import { namesKind } from './names.ts';

export const listingIndex = namesKind('listing-index');
