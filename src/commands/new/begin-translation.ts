/** A translation: which story is meant, into which language, and the draft in the words of the original. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { articlePath } from '../../catalog/catalog.ts';
import { parseArticle } from '../../content/article.ts';
import { pathOnSite } from '../../content/links.ts';
import { defaultLanguage, type Language } from '../../content/names.ts';
import { type ContentPath, contentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import { suggestion } from '../../content/suggest.ts';
import { articleUrl } from '../../content/urls.ts';
import { languageName } from '../../desk/language-name.ts';
import { translationText } from '../../desk/translation.ts';
import { authorWhoIs } from '../../desk/who-writes.ts';
import { WrongUsage } from '../../errors.ts';
import { loadOwn } from '../../own/load-own.ts';
import { isFault } from '../../problem.ts';
import { readOnDisk } from '../../source/folder-source.ts';
import { pathBelow } from '../../source/path-below.ts';
import { problemsAsText } from '../print-problems.ts';
import { say } from '../terminal.ts';
import { chooseAuthors, chooseTarget } from './choices.ts';
import { type Desk, howToGoOn, writeStory } from './desk.ts';

/** What flags say; `headline` is `` where none was given. */
export type WantedTranslation = { headline: string; translate: string; lang?: string; author?: string[] };

type StoryPath = ContentPath & { kind: 'article' };

export async function beginTranslation(wanted: WantedTranslation, desk: Desk): Promise<void> {
  const { site, content } = desk;
  const original = storyNamed(wanted.translate, desk);
  const from = original.language ?? defaultLanguage(site);
  const there = site.languages.filter((each) => fileIn(original.story, each, desk) !== undefined);
  const language = await chooseTarget(site, wanted.lang, there, desk.ask);
  const file = fileIn(original.story, language, desk);
  if (file !== undefined)
    throw new WrongUsage(`The story is there in ${languageName(language)} already: ${desk.name(file)}.`);
  await loadOwn(desk.newsroom, content);
  const bytes = readOnDisk(content, original.path);
  const { value, problems } = parseArticle(bytes, { ...original, path: desk.name(original.path) }, site);
  if (!value)
    throw new WrongUsage(`The story has problems. Mend it first:\n\n${problemsAsText(problems.filter(isFault))}`);
  if (value.withdrawn)
    throw new WrongUsage(`${desk.name(original.path)} is withdrawn, and its address says so in all languages.`);
  const translators = await translatorsOf(wanted.author, desk);
  const path = articlePath(original.story, language, site);
  const title = wanted.headline === '' ? undefined : wanted.headline;
  writeStory(path, translationText(bytes, { from, title, translators }), desk);
  say(
    [
      `Made ${desk.name(path)}, a draft: no reader sees it.`,
      '',
      `  translates   ${desk.name(original.path)}, from ${languageName(from)} into ${languageName(language)}`,
      `  address      ${articleUrl(original.story, language, site)}`,
      ...(translators.length > 0 ? [`  translator   ${translators.join(', ')}`] : []),
      '',
      howToGoOn(desk),
    ].join('\n'),
  );
}

/** Those that were named, else whoever works here, if they are an author. */
async function translatorsOf(given: string[] | undefined, desk: Desk): Promise<string[]> {
  if (given) return (await chooseAuthors(given, desk, undefined)).authors.map(({ id }) => id);
  const present = desk.authors.filter(({ left }) => left === undefined);
  const known = authorWhoIs(desk.identity, present);
  return known ? [known.id] : [];
}

/** The file of a story in a language, however it is named. */
function fileIn(story: string, language: Language, { content, site }: Desk): string | undefined {
  const paths = [articlePath(story, language, site), `articles/${story}.${language}.md`];
  return paths.find((path) => existsSync(join(content, path)));
}

/** By its file, from the newsroom's folder or from the content's, or by its address. */
function storyNamed(named: string, desk: Desk): StoryPath {
  const paths = [
    pathBelow(desk.content, resolve(desk.newsroom, named)),
    named,
    ...pathsAt(pathOnSite(named, desk.site) ?? named, desk.site),
  ];
  const read = paths.flatMap((path) => {
    const known = contentPath(path, 0);
    return known && !('code' in known) && known.kind === 'article' ? known : [];
  });
  const found = read.find(({ path }) => existsSync(join(desk.content, path)));
  if (found) return found;
  const [meant] = read;
  if (!meant)
    throw new WrongUsage(
      `“${named}” is no story. Name its file, as in ${desk.name('articles/2015/11/26/first-snow.md')}, or its address.`,
    );
  const near = storiesBeside(meant.path, desk);
  throw new WrongUsage(
    `There is no ${desk.name(meant.path)}. ${suggestion(basename(meant.path), near, 'See what the file is called.')}`,
  );
}

/** `/ru/2015/11/26/first-snow/`. */
function pathsAt(address: string, site: Site): string[] {
  const language = site.languages.slice(1).find((each) => address.startsWith(`/${each}/`));
  const story = address.slice(language === undefined ? 0 : language.length + 1).replace(/^\/+|\/+$/g, '');
  return [articlePath(story, language ?? defaultLanguage(site), site)];
}

function storiesBeside(path: string, { content }: Desk): string[] {
  const folder = join(content, dirname(path));
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
}
