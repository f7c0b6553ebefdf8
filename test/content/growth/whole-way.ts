/** The whole way of a text: read, rendered, and its Problems printed. Loaded late, so that who counts can begin before. */
import { answerTo } from '../../../src/commands/local-answers.ts';
import { problemsAsText } from '../../../src/commands/print-problems.ts';
import { parseArticle } from '../../../src/content/article.ts';
import { renderBody } from '../../../src/content/markdown/body.ts';
import { parseSite } from '../../../src/content/site.ts';

const { site } = parseSite(
  'title: Courier\nurl: https://courier.example\ndescription: News.\ntimeZone: UTC\nlanguages: [en]\nsections: [{id: world, title: World}]\n',
  'site.yaml',
  ['en'],
);
if (!site) throw new Error('The site of these tests cannot be read');

const needed = 'title: A storm\nsummary: What it did.\ndate: 2015-11-26 09:30\nauthors: [desk]\nsection: world\n';

const resolve = {
  link: (href: string) => href,
  picture: (path: string) => ({ stem: `/assets/${path}`, width: 800, height: 600, root: '' }),
  document: (path: string) => ({ url: `/2015/11/26/${path}`, bytes: 1 }),
  frames: ['e.example'],
  say: { day: String, size: String, comma: ', ', interactiveChart: 'Chart' },
  page: '',
};

/** A body is rendered whatever was found in it: what is refused must not cost more either. */
function goWholeWay(matter: string, body: string): void {
  const text = `---\n${matter}\n---\n\n${body}\n`;
  const path = {
    kind: 'article',
    path: 'articles/2015/11/26/storm.md',
    story: '2015/11/26/storm',
    language: undefined,
  };
  const { problems } = parseArticle(new TextEncoder().encode(text), path as never, site as never);
  renderBody(body, resolve);
  const textsOf = (files: readonly string[]) => new Map(files.map((file) => [file, text]));
  for (const format of ['text', 'github'] as const) problemsAsText(problems, { format, everyOne: true, textsOf });
}

export const ofBody = (body: string): void => goWholeWay(needed, body);
export const ofMatter = (matter: string): void => goWholeWay(matter, 'Text.');

const shown = { out: import.meta.dirname, told: () => ({ problems: [], built: 'all' as const }) };

/** Asked of the server of `npm start`. */
export const ofAddress = (address: string): void => void answerTo('GET', `/${address}`, shown);
