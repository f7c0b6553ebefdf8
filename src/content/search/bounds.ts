/** How much stands in one file of the search index. An object, so that tests can lower it. */
export const searchBounds = {
  /** So many stories have words for one shard of their period at the least: some 30 kB, packed 12. */
  stories: 8,
  /** A period that would have more shards has `smaller` times as many, so that what is corrected in it rewrites small ones; fewer are quicker to make. */
  many: 1024,
  smaller: 2,
  /** So many numbers of a month are told in one file, a half to a quarter of them of stories. Scripts know it too: it is part of them. */
  told: 512,
  /** A period is changed where it has so many stories for each that moves; where it has fewer, it is made anew. */
  unmoved: 32,
  /** So many pairs of a term and a story are kept as numbers, which are quick, before they become text, which is small. */
  pairs: 4_000_000,
};
