/**
 * Where the words of the interface are: folders of files, each named for its language, as in `pt-BR.yaml`. The
 * engine's folder comes first; what a newsroom has of its own is laid over it.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Example } from '../content/example.ts';
import { plainText } from '../content/front-matter.ts';
import { isLanguage, type Language, wordsLanguages } from '../content/names.ts';
import { parseWording, type Wording, type WordsFile } from '../content/parse-wording.ts';
import { exampleWords } from '../content/wording.ts';
import type { Problem } from '../problem.ts';
import { readOnDisk } from '../source/folder-source.ts';

/** `name` is what Problems call it: its path from the content folder. */
export type WordsFolder = { path: string; name: string };

export type WordsShelf = {
  /** The languages that there are words for, sorted. */
  languages: readonly Language[];
  /** Reads and judges the words of those of the languages that have any. */
  judge(languages: readonly Language[]): { wording: Record<Language, Wording>; problems: Problem[] };
  /** The texts of the files that have Problems, by name. */
  texts: ReadonlyMap<string, string>;
};

export function openWordsShelf(folders: readonly WordsFolder[]): WordsShelf {
  const languages = wordLanguages(folders.map(({ path }) => path));
  const texts = new Map<string, string>();
  const judge: WordsShelf['judge'] = (asked) => {
    const judged = { wording: {} as Record<Language, Wording>, problems: misnamed(folders) };
    for (const language of asked) {
      const files = filesOf(wordsLanguages(language, languages), folders);
      if (files.length === 0) continue;
      const { value, problems } = parseWording(language, files, () => english(folders));
      if (value) judged.wording[language] = value;
      judged.problems.push(...problems);
      for (const { file, bytes } of files)
        if (problems.some((problem) => problem.file === file)) texts.set(file, plainText(bytes));
    }
    return { ...judged, problems: withoutRepeats(judged.problems) };
  };
  return { languages, judge, texts };
}

/** The languages that folders have words for, sorted. */
export function wordLanguages(folders: readonly string[]): Language[] {
  const names = folders.flatMap(filesIn).map(languageOf);
  return [...new Set(names.filter(isLanguage))].sort();
}

function filesOf(languages: readonly Language[], folders: readonly WordsFolder[]): WordsFile[] {
  return languages.flatMap((of) =>
    folders
      .filter(({ path }) => existsSync(join(path, `${of}.yaml`)))
      .map(({ path, name }) => ({ of, file: `${name}/${of}.yaml`, bytes: readOnDisk(path, `${of}.yaml`) })),
  );
}

/** The words that are whole in any case, for what is missing in others. */
function english(folders: readonly WordsFolder[]): Example {
  const shipped = folders.find(({ path }) => existsSync(join(path, 'en.yaml')));
  if (!shipped) return exampleWords;
  const read: unknown = parse(plainText(readOnDisk(shipped.path, 'en.yaml')), { logLevel: 'silent' });
  const words = (read ?? {}) as Record<string, Example>;
  const { monthNames = [] } = words;
  return { ...exampleWords, monthNamesAlone: monthNames, monthNamesShort: monthNames, ...words };
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => /^[^.].*\.ya?ml$/.test(name)) : [];
}

function languageOf(file: string): string {
  return file.replace(/\.yaml$/, '');
}

function misnamed(folders: readonly WordsFolder[]): Problem[] {
  return folders.flatMap(({ path, name }) =>
    filesIn(path)
      .filter((file) => !isLanguage(languageOf(file)))
      .map((file) => ({
        code: 'words/file-name',
        file: `${name}/${file}`,
        what: `“${file}” is not named for a language, so its words are used nowhere.`,
        fix: 'Name it as in “en.yaml”, “pt-BR.yaml” or “zh-Hant.yaml”, or remove it.',
      })),
  );
}

/** What is wrong in the words of Portuguese is said once, also where Brazil's are laid over them. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
