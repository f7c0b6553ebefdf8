/** `broadsheet explain`: what a Problem means, with a mistake that causes it and how that is mended. */
import { resolve } from 'node:path';
import { nearest } from '../content/suggest.ts';
import { readTime } from '../content/times.ts';
import { shownChange, shownText } from '../desk/excerpt.ts';
import { codes, type Explained, explain, groupOf, groups, meaningOf } from '../desk/explained.ts';
import { SmallRooms } from '../desk/mistakes/small-room.ts';
import { problemsPage } from '../desk/problems-page.ts';
import { WrongUsage } from '../errors.ts';
import { isFault } from '../problem.ts';
import { routeRules } from '../routes/rules.ts';
import { replaceFile } from '../source/replace-file.ts';
import { openWordsShelf } from '../sync/words-shelf.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { readFlags } from './options.ts';
import { problemText } from './problem-text.ts';
import type { ExitCode } from './run-command.ts';
import { say } from './terminal.ts';
import { shippedWords } from './words-folders.ts';

const help = (call: Call) => `Usage: ${call('explain', '[CODE or GROUP] [flags]')}

Says what a problem means, with a mistake that causes it, what that is told, and each way to mend it.
Of a group, which is what stands before the slash of a code, it lists the codes; without any, all. What stands
after the slash is enough where one code has it; of several it lists them.

  --out FILE      write all of them, or those that were asked for, as a page, FILE.html

Examples:
  ${call('explain', 'article/unknown-section')}
  ${call('explain', 'article')}
  ${call('explain', '--out problems.html')}`;

const flags = { out: { type: 'string' } } as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const [asked, rest] = args[0]?.startsWith('-') === false ? [args[0], args.slice(1)] : [undefined, args];
  const { out } = readFlags(rest, flags);
  const found = codesOf(asked, newsroom.call);
  if (out !== undefined) {
    if (!/\.html?$/i.test(out)) throw new WrongUsage(`--out takes a file such as problems.html, not “${out}”.`);
    replaceFile(resolve(newsroom.root, out), problemsPage(await explained(found)));
    say(`Written: ${out}`);
  } else if (asked !== undefined && found.length === 1) {
    for (const each of await explained(found)) printExplained(each, newsroom.call);
  } else printList(found, newsroom.call);
  return 0;
}

export const explainCommand = { help, run };

/** Those that are called so, with their group or without it, or are of that group. */
function codesOf(asked: string | undefined, call: Call): readonly string[] {
  if (asked === undefined) return codes;
  const found = codes.filter((code) => [code, groupOf(code), nameOf(code)].includes(asked));
  if (found.length > 0) return found;
  const near = nearest(asked, [...codes, ...groups]) ?? ofOneName(asked);
  const hint = near === undefined ? `All that there are: ${call('explain')}` : `Did you mean “${near}”?`;
  throw new WrongUsage(`There is no problem “${asked}”. ${hint}`);
}

/** Of a code without its group. */
function ofOneName(name: string): string | undefined {
  const near = nearest(name, new Set(codes.map(nameOf)));
  return codes.find((code) => nameOf(code) === near);
}

function nameOf(code: string): string {
  return code.slice(groupOf(code).length + 1);
}

async function explained(asked: readonly string[]): Promise<Explained[]> {
  const shipped = { path: shippedWords, name: 'layouts/words' };
  const engine = openWordsShelf([shipped]);
  const rooms = new SmallRooms({
    rules: routeRules,
    now: exampleDay(),
    words: (own) => (own ? openWordsShelf([shipped, own]) : engine),
  });
  const all: Explained[] = [];
  try {
    for (const code of asked) all.push(await explain(code, rooms));
  } finally {
    rooms.close();
  }
  return all;
}

/** Long after every story of the examples, so that they say the same on every day. */
function exampleDay(): number {
  const time = readTime('2016-01-01', 'utc');
  return 'at' in time ? time.at : 0;
}

function printList(found: readonly string[], call: Call): void {
  const width = Math.max(...found.map(({ length }) => length));
  let group = '';
  for (const code of found) {
    if (group !== '' && groupOf(code) !== group) say('');
    group = groupOf(code);
    say([{ text: code.padEnd(width), style: 'bold' }, `  ${meaningOf(code)}`]);
  }
  say(`\n${found.length} problems. Of one of them: ${call('explain', found[0])}`);
}

function printExplained({ code, means, toDo, example }: Explained, call: Call): void {
  say([{ text: code, style: 'bold' }]);
  say(means);
  if (toDo !== undefined) say(`→ ${toDo}`);
  const { files, shown, says, problem, ways } = example;
  say(`\n${isFault(problem) ? `A fault: ${whatItStops(code)}` : 'Advice: it stops nothing.'} For example:\n`);
  if (says !== undefined) say(`${says}\n`);
  const isElsewhere = shown !== undefined && shown.file !== problem.file;
  if (isElsewhere) say(`${shown.file}\n${indented(shownText(files[shown.file] ?? '', shown.line))}\n`);
  const text = files[problem.file];
  say(problemText(problem, typeof text === 'string' ? text.split('\n') : undefined));
  for (const { says: words, run, before, after } of ways) {
    say([{ text: words === undefined ? 'Mended:' : `Mended by “${words}”:`, style: 'green' }]);
    if (run !== undefined) say(`  ${asCalledHere(run, call)}`);
    for (const [path, changed] of Object.entries(after))
      say(changed === null ? `  without ${path}` : `  ${path}\n${indented(shownChange(before[path], changed))}`);
    if (Object.keys(after).length === 0 && run === undefined) say('  No file differs.');
  }
}

function asCalledHere(run: string, call: Call): string {
  const [program, command = '', ...flags] = run.split(' ');
  return program === 'broadsheet' ? call(command, flags.join(' ')) : run;
}

/** What is told of a site that is built comes before it is published. */
function whatItStops(code: string): string {
  return /^(?:check|change|publish)$/.test(groupOf(code))
    ? 'nothing is published before it is mended.'
    : 'nothing is built before it is mended.';
}

function indented(text: string): string {
  return text.replace(/^/gm, '      ');
}
