/** What the bar says on a page of a preview. */
import { expect, test } from 'vitest';
import { problemsBar, problemsPage } from '../../src/commands/problem-pages.ts';
import { type Told, type ToldProblem, toldProblems } from '../../src/commands/told-problems.ts';

function problem(url: string): ToldProblem {
  const [file, path] = ['content/articles/2015/11/26/storm.md', '/room/content/articles/2015/11/26/storm.md'];
  const place = {
    of: file.slice('content/'.length),
    file,
    path,
    line: 6,
    column: 10,
    excerpt: '  > 6 | section: <prot>\n',
    url,
  };
  return { ...place, code: 'article/unknown-section', isFault: true, what: 'No “<prot>”.', fix: 'Write “port”.' };
}

const [here, there] = ['/2015/11/26/storm/', '/2015/11/26/calm/'];
const summaryOf = (urls: string[]) =>
  /<(?:summary|strong)>(.*?)</.exec(
    problemsBar({ problems: urls.map(problem), built: 'nothing' }, here)?.html ?? '',
  )?.[1];

test('the bar counts what is on the page and what is elsewhere', () => {
  expect(summaryOf([here])).toBe('1 problem on this page. Nothing was built: you see the site as it was before.');
  expect(summaryOf([here, here])).toBe(
    '2 problems on this page. Nothing was built: you see the site as it was before.',
  );
  expect(summaryOf([here, there])).toBe(
    '2 problems, 1 on this page. Nothing was built: you see the site as it was before.',
  );
  expect(summaryOf([there])).toBe('1 problem. Nothing was built: you see the site as it was before.');
  expect(problemsBar({ problems: [], built: 'all' }, here)).toBeUndefined();
});

test('a build that stopped on its way says of no page that it is as it was, or that it is new', () => {
  const safe = 'The build stopped: some pages may be as they were before.';
  const stopped: Told[] = [
    { problems: [problem(here)], built: 'in part' },
    { problems: [], built: 'all', failure: 'No space left on the disk.' },
  ];
  for (const told of stopped) expect(problemsBar(told, here)?.html).toContain(safe);
  const [inPart] = stopped as [Told];
  expect(problemsPage(inPart)).toContain(safe);
  expect(problemsPage({ ...inPart, built: 'nothing' })).not.toContain(safe);
});

test('lines that the keyboard reaches have a name, and nothing of them is markup', () => {
  const { html = '' } = problemsBar({ problems: [problem(here)], built: 'nothing' }, here) ?? {};
  expect(html).toContain(
    '<pre tabindex="0" role="group" aria-label="Lines of the file">  &gt; 6 | section: &lt;prot&gt;<',
  );
  expect(html).not.toContain('<prot>');
});

test('advice is told as such, each with the lines of its file, and the bar is that of advice only if nothing else is wrong', () => {
  const [file, at] = ['articles/2015/11/26/storm.md', { line: 2, column: 1, what: 'What', fix: 'Fix' }];
  const problems = [
    { code: 'article/advised', file, weight: 'advice' as const, ...at },
    { code: 'article/wrong', file, ...at },
  ];
  const textsOf = () => new Map([[file, 'one\ntwo\nthree']]);
  const told = toldProblems({ problems, textsOf, site: undefined }, '/room/content', '/room');
  expect(new Map(told.map(({ code, isFault }) => [code, isFault]))).toEqual(
    new Map([
      ['article/advised', false],
      ['article/wrong', true],
    ]),
  );
  for (const { excerpt, file: name, path } of told)
    expect({ excerpt, name, path }).toEqual({
      excerpt: expect.stringContaining('>    2 | two'),
      name: `content/${file}`,
      path: `/room/content/${file}`,
    });
  const isAdvice = (some: ToldProblem[]) =>
    problemsBar({ problems: some, built: 'all' }, '/')?.html.includes(' data-advice>');
  expect(isAdvice(told)).toBe(false);
  expect(isAdvice(told.filter(({ isFault }) => !isFault))).toBe(true);
});
