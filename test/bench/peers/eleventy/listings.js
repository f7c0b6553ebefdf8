/** What the listings are made of: the stories, newest first, grouped once each way. */

const yearOf = (story) => story.date.toISOString().slice(0, 4);
const monthOf = (story) => story.date.toISOString().slice(0, 7);
const dayOf = (story) => story.date.toISOString().slice(0, 10);

function group(stories, keysOf) {
  const groups = new Map();
  for (const story of stories) {
    for (const key of keysOf(story)) {
      const found = groups.get(key);
      if (found) found.push(story);
      else groups.set(key, [story]);
    }
  }
  return [...groups];
}

/** A front for each section, topic or author that has stories. */
export function fronts(stories, keysOf, base) {
  return group(stories, keysOf).map(([id, own]) => ({
    id,
    url: `${base}${id}/`,
    stories: own,
    years: yearsOf(own).map(({ year, stories }) => ({ year, count: stories.length, months: monthsOf(stories) })),
  }));
}

function yearsOf(stories) {
  return group(stories, (story) => [yearOf(story)]).map(([year, stories]) => ({ year, stories }));
}

/** `path` is `2015/11`. */
export function monthsOf(stories) {
  return group(stories, (story) => [monthOf(story)]).map(([key, stories]) => ({
    key,
    path: key.replace('-', '/'),
    date: new Date(`${key}-01`),
    stories,
  }));
}

/** The years of a front. */
export function archiveYears({ id, url: front, stories }) {
  const years = yearsOf(stories);
  return years.map(({ year, stories }) => ({
    id,
    front,
    url: `${front}${year}/`,
    year,
    years: years.map((each) => each.year),
    months: monthsOf(stories),
    stories,
  }));
}

/** The months of a front, each with its days. */
export function archiveMonths({ id, url: front, stories }) {
  return monthsOf(stories).map((month) => ({
    ...month,
    id,
    front,
    url: `${front}${month.path}/`,
    days: days(month.stories),
  }));
}

export function days(stories) {
  return group(stories, (story) => [dayOf(story)]).map(([day, stories]) => ({
    url: `/${day.replaceAll('-', '/')}/`,
    month: `/${day.slice(0, 7).replace('-', '/')}/`,
    date: new Date(day),
    stories,
  }));
}
