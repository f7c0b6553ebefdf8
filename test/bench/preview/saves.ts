/** The saves of those who write, as `npm run bench -- --preview` makes them: each puts a mark where a window is to show it. */
import type { GeneratedStory } from '../generate.ts';

/** A window, by what it shows. */
export type Shown = 'story' | 'day' | 'author';

export type Save = {
  work: string;
  /** Where the mark is to be painted. */
  shownIn: readonly Shown[];
  /** The file as it is with the mark in it. */
  file(mark: string): GeneratedStory;
};

/** Of the newest story, of a draft on its day, and of its first author. `urls`: of the windows' pages. */
export function savesOf(newest: GeneratedStory): { saves: Save[]; urls: Record<Shown, string> } {
  const { path, text } = newest;
  const author = /^authors: \[([\w-]+)/m.exec(text)?.[1];
  const [, day, slug] = /^articles\/(.*)\/(.*)\.md$/.exec(path) ?? [];
  if (author === undefined || day === undefined) throw new Error(`${path} is no story as they are generated`);
  const inStory = (work: string, file: (mark: string) => string): Save => ({
    work,
    shownIn: ['story'],
    file: (mark) => ({ path, text: file(mark) }),
  });
  const withLine = (line: string) => text.replace(/^date: .*$/m, (date) => `${date}\n${line}`);
  const withField = (name: string, value: string, of = text) =>
    of.replace(new RegExp(`^${name}: .*$`, 'm'), `${name}: ${value}`);
  const saves: Save[] = [
    inStory('text of a story', (mark) => text.replace(/\n---\n\n/, (end) => `${end}The minister said ${mark}.\n\n`)),
    inStory('headline', (mark) => withField('title', `A headline with ${mark}`)),
    inStory('summary', (mark) => withField('summary', `A summary with ${mark}.`)),
    inStory('a correction', (mark) =>
      withLine(`corrections: [{date: ${day.replaceAll('/', '-')} 23:59, text: It was ${mark}.}]`),
    ),
    {
      work: 'a draft in its day’s list',
      shownIn: ['day'],
      file: (mark) => ({
        path: `articles/${day}/a-draft.md`,
        text: withField('title', `A draft with ${mark}\ndraft: true`),
      }),
    },
    {
      work: 'an author renamed',
      shownIn: ['story', 'author'],
      file: (mark) => ({ path: `authors/${author}.yaml`, text: `name: Author ${mark}\n` }),
    },
  ];
  return { saves, urls: { story: `/${day}/${slug}/`, day: `/${day}/`, author: `/authors/${author}/` } };
}
