/** `broadsheet new`: begins a story or a translation, at the right place and with all that can be known. */
import { parseArgs } from 'node:util';
import { WrongUsage } from '../errors.ts';
import { beginStory } from './new/begin-story.ts';
import { openDesk } from './new/desk.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { nowOption } from './now-option.ts';
import { folderOption, newsroomFlagHelp, readFlags } from './options.ts';
import type { ExitCode } from './run-command.ts';

const help = (call: Call) => `Usage: ${call('new', '"HEADLINE" [flags]')}

Begins a story: a draft at the right place, with its date, author and section, and marks where you
write. With --from it makes the draft of a document: a .docx, an HTML file or zip of Google Docs, or
the text of an agency; what that has and the draft has not is listed. With --translate it begins a
translation of a story that is there. It never overwrites a file. On a terminal it asks what no flag
says.

${newsroomFlagHelp}
  --section S     the section, by its id or its title
  --author A      who writes it, by id or name; once for each (whoever git says you are)
  --lang L        the language, by its code (the one that the headline is in)
  --slug S        the last part of the address (made of the headline)
  --from F        the document that the story is written in
  --translate F   the file of a story, or its address: begin its translation into --lang
  --now T         the instant to date it with (now), such as 2015-11-26T09:30; in the site's time
                  zone, if it does not say its offset
  --json          with --from: say what was made, and what is not in it, as data
  --content DIR   the content (content)

Examples:
  ${call('new', '"First snow on the coast" --section society')}
  ${call('new', '--from ../interview.docx --section society')}
  ${call('new', '--translate content/articles/2015/11/26/first-snow.md --lang ru')}`;

const flags = {
  section: { type: 'string' },
  author: { type: 'string', multiple: true },
  lang: { type: 'string' },
  slug: { type: 'string' },
  from: { type: 'string' },
  translate: { type: 'string' },
  now: { type: 'string' },
  json: { type: 'boolean' },
  content: { type: 'string' },
} as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const { headline, rest } = takeHeadline(args);
  refuseKeptByNpm(newsroom.call);
  const { content, now, from, translate, json, ...values } = readFlags(rest, flags);
  const { section, slug } = values;
  const [needless] = Object.entries({ section, slug, from, now }).flatMap(([flag, value]) =>
    value === undefined ? [] : flag,
  );
  if (translate !== undefined && needless !== undefined)
    throw new WrongUsage(
      `A translation has the date, the section, the address and the text of its original. Leave --${needless} out.`,
    );
  const folder = folderOption(newsroom, content, 'content');
  const desk = openDesk(folder, newsroom);
  if (json && from === undefined)
    throw new WrongUsage('--json goes with --from, of whose document it says what is not in the draft.');
  if (translate !== undefined) {
    const { beginTranslation } = await import('./new/begin-translation.ts');
    await beginTranslation({ ...values, headline, translate }, desk);
    return 0;
  }
  const wanted = { ...values, headline, now: await nowOption(now, { content: folder, newsroom: newsroom.root }) };
  if (from !== undefined) {
    const { beginFromDocument } = await import('./new/begin-from-document.ts');
    return beginFromDocument({ ...wanted, from, ...(json && { json }) }, desk);
  }
  await beginStory(wanted, desk);
  return 0;
}

export const newCommand = { help, run };

/** The words that belong to no flag, wherever they stand: quotation marks are easily forgotten. */
function takeHeadline(args: readonly string[]): { headline: string; rest: string[] } {
  const { tokens } = parseArgs({ args: [...args], options: flags, strict: false, tokens: true });
  const words = tokens.filter((each) => each.kind === 'positional');
  const at = new Set(words.map(({ index }) => index));
  const headline = words.map(({ value }) => value).join(' ');
  return { headline: headline.trim(), rest: args.filter((_, index) => !at.has(index)) };
}

/** Without “--” npm takes the flags, and their values come for words of the headline. */
function refuseKeptByNpm(call: Call): void {
  const kept = Object.keys(flags).find((flag) => process.env[`npm_config_${flag}`] !== undefined);
  if (kept === undefined) return;
  throw new WrongUsage(
    `npm has kept --${kept} to itself. Write “--” after “new”, as in ${call('new', `"First snow" --${kept} …`)}.`,
  );
}
