/** `broadsheet init`: makes a newsroom in a folder of its own, which depends on this engine. */
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { DateTime } from 'luxon';
import { wordsLanguages } from '../content/names.ts';
import { WrongUsage } from '../errors.ts';
import { makeFolder } from '../source/make-folder.ts';
import { onFile } from '../source/system-error.ts';
import { wordLanguages } from '../sync/words-shelf.ts';
import { askHere } from './ask-on-terminal.ts';
import { askPaper } from './init/ask-paper.ts';
import { engineDependency } from './init/engine-dependency.ts';
import { newsroomFiles } from './init/newsroom-files.ts';
import { calledInWords, wordsPath, wordsToTranslate } from './init/own-words.ts';
import { type Publisher, publishers } from './init/publishing.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { readFlags } from './options.ts';
import type { ExitCode } from './run-command.ts';
import { say } from './terminal.ts';
import { shippedWords } from './words-folders.ts';

const help = (call: Call) => `Usage: ${call('init', 'DIR [flags]')}

Makes a newsroom in a new folder: its site.yaml, a first draft, and what git, npm and CI need. What
no flag says is asked.

  --title T         its name
  --url U           its address
  --time-zone Z     the time zone that its stories are dated in
  --languages L     the codes of its languages, the main one first
  --section ID=T    a section; once for each
  --publish-to P    where readers will get it, and what its CI does: ${publishers.join(', ')} (${publishers[0]})

Examples:
  ${call('init', '../my-paper')}
  ${call('init', '../my-paper --title "The Harbour Post" --url https://harbour-post.example --time-zone Europe/Lisbon --languages pt,en --section cidade=Cidade --section cultura=Cultura')}`;

const flags = {
  title: { type: 'string' },
  url: { type: 'string' },
  'time-zone': { type: 'string' },
  languages: { type: 'string' },
  section: { type: 'string', multiple: true },
  'publish-to': { type: 'string' },
} as const;

async function run([named = '', ...rest]: string[], newsroom: Newsroom): Promise<ExitCode> {
  if (named === '' || named.startsWith('-'))
    throw new WrongUsage('init takes the folder to make first, as in “init ../my-paper”.');
  const values = readFlags(rest, flags);
  const publisher = publisherOption(values['publish-to']);
  const folder = resolve(newsroom.root, named);
  if (existsSync(folder) && readdirSync(folder).some((name) => name !== '.git'))
    throw new WrongUsage(`${named} is not empty. Name a folder that is not there yet.`);
  const engine = engineDependency();
  const paper = await askPaper(values, {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ask: askHere(),
  });
  const day = DateTime.now().setZone(paper.timeZone).toISODate() ?? '';
  const wordless = paper.languages.filter((each) => wordsLanguages(each, wordLanguages([shippedWords])).length === 0);
  const english = readFileSync(join(shippedWords, 'en.yaml'), 'utf8');
  const words = wordless.map((each) => [wordsPath(each), wordsToTranslate(each, english)]);
  const files: Record<string, string> = {
    ...newsroomFiles({ paper, folder: basename(folder), day, engine, publisher }),
    ...Object.fromEntries(words),
  };
  for (const [path, text] of Object.entries(files)) write(join(folder, path), (file) => writeFileSync(file, text));
  const { packed } = engine;
  if (packed !== undefined) write(join(folder, 'vendor', basename(packed)), (file) => copyFileSync(packed, file));
  say(
    `Made a newsroom in ${named}. Now:\n\n  cd ${shortest(relative('.', folder), folder)}\n  npm install\n  npm start`,
  );
  for (const each of wordless)
    say(
      `\nBroadsheet has no words of the interface in ${calledInWords(each)}. Translate ${wordsPath(each)}: until then readers see English there.`,
    );
  return 0;
}

export const initCommand = { help, run };

function publisherOption(value: string = publishers[0]): Publisher {
  const publisher = publishers.find((each) => each === value);
  if (publisher) return publisher;
  throw new WrongUsage(`--publish-to is one of ${publishers.join(', ')}, not “${value}”.`);
}

function shortest(one: string, other: string): string {
  return one.length > other.length ? other : one;
}

function write(file: string, work: (file: string) => void): void {
  makeFolder(dirname(file));
  onFile(file, 'written', work);
}
