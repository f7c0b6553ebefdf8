/** A stock Eleventy configuration of a news site: collections, filters, and templates that paginate over them. */
import { parse } from 'yaml';
import { archiveMonths, archiveYears, days, fronts, monthsOf } from './listings.js';

const feedStories = 20;

// biome-ignore lint/style/noDefaultExport: Eleventy reads it.
export default function configure(config) {
  config.addDataExtension('yaml', (text) => parse(text));
  config.addDateParsing((value) => (typeof value === 'string' ? new Date(`${value.replace(' ', 'T')}Z`) : undefined));

  const collect = (name, listing) =>
    config.addCollection(name, (api) => listing(api.getFilteredByTag('articles').toReversed()));
  const bySection = (stories) => fronts(stories, (story) => [story.data.section], '/');
  const byTopic = (stories) => fronts(stories, (story) => story.data.topics, '/topics/');
  const byAuthor = (stories) => fronts(stories, (story) => story.data.authors, '/authors/');
  const all = (stories) => ({ url: '/', stories });

  collect('newest', (stories) => stories.slice(0, feedStories));
  collect('sections', bySection);
  collect('topicFronts', byTopic);
  collect('authorFronts', byAuthor);
  collect('years', (stories) => [all(stories), ...bySection(stories)].flatMap(archiveYears));
  collect('months', (stories) => [all(stories), ...bySection(stories)].flatMap(archiveMonths));
  collect('days', days);
  collect('storyYears', (stories) => [...byTopic(stories), ...byAuthor(stories)].flatMap(archiveYears));
  collect('sitemapMonths', (stories) => monthsOf(stories).toReversed());

  const english = (options) => {
    const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    return (date) => format.format(date);
  };
  config.addFilter('iso', (date) => `${date.toISOString().slice(0, 16)}Z`);
  config.addFilter('rfc822', (date) => date.toUTCString().replace('GMT', '+0000'));
  config.addFilter('longDate', english({ day: 'numeric', month: 'long', year: 'numeric' }));
  config.addFilter('shortDate', english({ day: 'numeric', month: 'short' }));
  config.addFilter('weekday', english({ weekday: 'long' }));
  config.addFilter('monthName', english({ month: 'long' }));
  config.addFilter('monthAndYear', english({ month: 'long', year: 'numeric' }));
  config.addFilter('clock', (date) => date.toISOString().slice(11, 16).replace(':', '.'));
  config.addFilter('topicName', (id) => (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' '));
  config.addFilter('stories', (count) => (count === 1 ? '1 story' : `${count} stories`));
  config.addFilter('minutes', (html) => Math.max(1, Math.round(html.split(/\s+/).length / 200)));
  config.addFilter('absolute', (html, site) => html.replaceAll('href="/', `href="${site}/`));

  return {
    dir: { input: 'src', output: '_site' },
    htmlTemplateEngine: 'njk',
    markdownTemplateEngine: false,
    templateFormats: ['md', 'njk'],
  };
}
