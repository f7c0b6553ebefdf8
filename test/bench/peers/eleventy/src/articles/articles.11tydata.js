/** What all stories have in common. */
// biome-ignore lint/style/noDefaultExport: Eleventy reads it.
export default {
  layout: 'article.njk',
  tags: ['articles'],
  permalink: ({ page }) => `${page.filePathStem.replace('/articles/', '/')}/`,
};
