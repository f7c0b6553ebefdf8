/** The script of the search page: results while somebody writes, and an address that leads to them again. */
import { spaceless } from '../../src/content/markdown/scripts.ts';
import type { Seat } from '../../src/content/search/seats.ts';
import { foldSpelling } from '../../src/content/search/spelling.ts';
import { Terms } from '../../src/content/search/terms.ts';
import { eachWord } from '../../src/content/search/words.ts';
import { IndexReader, type Rest } from './index-reader.ts';
import { type PageData, pageDataId, type ToldStory } from './page-data.ts';
import { type Query, readQuery, type Sought, soughtBy, writeQuery } from './query.ts';
import { type Marks, resultOf, showPassage } from './results.ts';

const shownAtOnce = 10;
/** Milliseconds without another letter. */
const pause = 120;

const data: PageData = JSON.parse(element(`#${pageDataId}`).textContent ?? '');
const form = element('form.search') as HTMLFormElement;
const list = element('#found') as HTMLOListElement;
/** Seen, and read aloud: what was hidden until now would not be. */
const told = [element('#found-label'), element('#found-said')];
const more = element('#found-more') as HTMLButtonElement;
const results = element('#results');
const terms = new Terms(data.language);
const reader = new IndexReader({ ...data, ask });
const plurals = new Intl.PluralRules(data.words.locale);
const numbers = new Intl.NumberFormat(data.words.locale);

/** Of the last search; what an earlier one finds is too late. */
let seats: AsyncGenerator<Seat | Rest> | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;
let marks: Marks = { isFound: () => false, runs: [] };
let leftOut = '';

/** The address stands for a search that somebody has made, to which the way back leads; if not, for one that is being typed. */
let isMade = location.search !== '';

const narrowing = element('.search-narrow');
// Without a script they are sent to nobody.
for (const choice of narrowing.querySelectorAll('select')) choice.disabled = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  begin(written());
  isMade = true;
});
form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => begin(written()), pause);
});
more.addEventListener('click', async () => {
  const before = list.children.length;
  await showMore();
  list.children[before]?.querySelector('a')?.focus();
});
addEventListener('popstate', () => {
  isMade = true;
  fill(readQuery(location.search));
  search(written());
});
fill(readQuery(location.search));
search(written());

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The search page has no ${selector}`);
  return found;
}

async function ask(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.text();
}

function field(name: string): HTMLInputElement | HTMLSelectElement | null {
  return form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null;
}

function written(): Query {
  const value = (name: string) => field(name)?.value ?? '';
  return { text: value('q'), section: value('section'), year: value('year'), author: value('author') };
}

function fill({ text, ...others }: Query): void {
  for (const [name, value] of Object.entries({ q: text, ...others })) {
    const known = field(name);
    if (known) known.value = value;
  }
}

function begin(query: Query): void {
  const address = location.pathname + writeQuery(query);
  if (address !== location.pathname + location.search) {
    history[isMade ? 'pushState' : 'replaceState'](null, '', address);
    isMade = false;
  }
  search(query);
}

function search(query: Query): void {
  const sought = soughtBy(query, data.language, terms);
  const year = query.year === '' ? undefined : Number(query.year);
  marks = marksOf(sought, query);
  leftOut = reader
    .leftOut(sought)
    .map(({ word }) => word)
    .join(', ');
  list.replaceChildren();
  more.hidden = true;
  results.hidden = sought.length === 0;
  tell('');
  seats = sought.length === 0 ? undefined : reader.find(sought, year);
  void showMore();
}

/** Shows the next ones as they come. */
async function showMore(): Promise<void> {
  const of = seats;
  if (!of) return;
  more.hidden = true;
  let shown = 0;
  let isAll = false;
  let rest: Rest | undefined;
  try {
    while (shown < shownAtOnce && !isAll && !rest) {
      const { value, done } = await of.next();
      isAll = done === true;
      if (typeof value === 'object') rest = value;
      const story = typeof value === 'number' && ((await reader.storyAt(value)) as ToldStory | undefined);
      if (of !== seats) return;
      if (story) {
        show(story);
        shown += 1;
      }
    }
    more.hidden = isAll;
    more.textContent = rest ? data.words.further : data.words.more;
    tell(saidOf(list.children.length, isAll, rest));
  } catch {
    if (of === seats) tell(data.words.failed);
  }
}

function saidOf(count: number, isAll: boolean, rest: Rest | undefined): string {
  const found = count === 0 && isAll ? data.words.nothing : storiesSaid(count);
  const since = rest && data.words.lookedThrough[rest.lookedThrough];
  return [found, since, leftOut && `${data.words.leftOut} ${leftOut}`].filter(Boolean).join(' · ');
}

function tell(text: string): void {
  for (const each of told) each.textContent = text;
}

function storiesSaid(count: number): string {
  return (data.words.stories[plurals.select(count)] ?? '#').replace('#', numbers.format(count));
}

function show(story: ToldStory): void {
  const item = resultOf(story, marks);
  list.append(item);
  const [url, , , , , , hasWarning] = story;
  const passage = item.querySelector('p:not([class])');
  if (hasWarning && passage) passage.textContent = data.words.contentWarning;
  else inView(item, url, marks);
}

function inView(item: HTMLElement, url: string, of: Marks): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    ask(url).then(
      (html) => showPassage(item, html, of),
      () => undefined, // the headline leads to the story all the same
    );
  });
  observer.observe(item);
}

function marksOf(sought: readonly Sought[], { text }: Query): Marks {
  const whole = new Set(sought.flatMap((each) => each.terms));
  const beginnings = sought.flatMap(({ beginning }) => (beginning === undefined ? [] : [beginning]));
  const isFound = (word: string) => {
    let isAny = false;
    eachWord(word, data.language, (each) => {
      isAny ||= terms.allOf(each).some((term) => whole.has(term));
      isAny ||= beginnings.some((beginning) => foldSpelling(each).startsWith(beginning));
    });
    return isAny;
  };
  const runs = text
    .toLowerCase()
    .split(/\s+/)
    .filter((run) => spaceless.test(run));
  return { isFound: (word) => !spaceless.test(word) && isFound(word), runs };
}
