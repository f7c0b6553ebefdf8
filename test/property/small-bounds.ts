/** Bounds so low that the small newsrooms of the property test cross them all the time. */
export const smallBounds = { page: 1100, names: 250, part: 800, feedText: 60, cards: 1 };

/** The same of the search index. */
export const smallSearchBounds = { stories: 1, many: 1, smaller: 2, told: 8, unmoved: 2, pairs: 50 };
