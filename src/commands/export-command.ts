/** `broadsheet export`: the newsroom as plain Markdown with its pictures, and as a file that WordPress imports. */
import { resolve } from 'node:path';
import { WrongUsage } from '../errors.ts';
import { writePlainNewsroom } from '../export/plain-newsroom.ts';
import { WrittenFolder } from '../export/written-folder.ts';
import { isFault } from '../problem.ts';
import { isIn } from '../source/path-below.ts';
import { deskOf, ownProblems } from './desk-of.ts';
import { namesIn } from './file-names.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { nowOption } from './now-option.ts';
import { folderOption, newsroomFlagHelp, readFlags } from './options.ts';
import { printProblems } from './print-problems.ts';
import { textsIn } from './problem-texts-in.ts';
import { showProgressHere } from './progress.ts';
import type { ExitCode } from './run-command.ts';
import { complain, say } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('export', '--to DIR [flags]')}

Writes the newsroom as any other program can read it: every story, page and topic as plain Markdown,
with front matter in common keys (title, date, description, authors, tags, aliases …), its pictures and
documents beside it, and the rest of the content. Our blocks become HTML. What no common key can say is
under the key “broadsheet”, and “import” makes the same newsroom of it again.

Export again, and only what differs is written. A file that somebody else wrote or changed there stays
as it is.

With --wxr it also writes a file for WordPress (Tools, Import, WordPress), the list of what WordPress
cannot hold, and the old addresses, for a plugin that redirects. Set Permalinks to “Day and name” there,
and stories keep their addresses. WordPress fetches pictures from your site, so import while it is up.

${newsroomFlagHelp}
  --to DIR        the folder to write
  --wxr FILE      a file for WordPress too, FILE.xml
  --now T         the instant that says which stories are still to come (now)
  --content DIR   the content (content)
  --cache DIR     what is remembered between builds (.cache)

Examples:
  ${call('export', '--to ../my-paper-export')}
  ${call('export', '--to ../my-paper-export --wxr ../my-paper.xml')}`;

const flags = {
  to: { type: 'string' },
  wxr: { type: 'string' },
  now: { type: 'string' },
  content: { type: 'string' },
  cache: { type: 'string' },
} as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const content = folderOption(newsroom, values.content, 'content');
  const cache = folderOption(newsroom, values.cache, '.cache');
  const to = toOption(values.to, { newsroom, content, cache });
  const wxr = wxrOption(values.wxr, newsroom);
  const now = await nowOption(values.now, { content, newsroom: newsroom.root });
  const own = await ownProblems(newsroom.root, content);
  const { catalog, source, ...desk } = await deskOf({ newsroom: newsroom.root, content, cache, now });
  const told = namesIn(content, newsroom.root);
  const problems = [...own, ...desk.problems.filter(isFault)].map((each) => ({ ...each, file: told(each.file) }));
  try {
    printProblems(problems, { format: 'text', textsOf: textsIn(newsroom.root) }, complain);
    if (!catalog || desk.isAsBefore || own.length > 0) {
      complain('Nothing was exported. Mend this first, and export again.');
      return 1;
    }
    const toExport = { catalog, source };
    const folder = new WrittenFolder(to);
    const { progress, end } = showProgressHere();
    try {
      const stories = writePlainNewsroom(
        { ...toExport, onFile: (done, total) => progress('Writing', done, total) },
        folder,
      );
      folder.end();
      end();
      say(writtenLine(stories, folder, values.to ?? to));
      for (const line of leftLines(folder, desk.left.map(told))) say(line);
      if (wxr !== undefined) {
        const { writeForWordpress } = await import('./export-wxr.ts');
        await writeForWordpress(toExport, wxr, progress);
      }
    } finally {
      end();
    }
    return problems.length > 0 ? 1 : 0;
  } finally {
    catalog?.close();
  }
}

export const exportCommand = { help, run };

/** The content, what is remembered and what is exported each need a folder of their own. */
function toOption(
  value: string | undefined,
  { newsroom, content, cache }: { newsroom: Newsroom; content: string; cache: string },
): string {
  if (value === undefined) throw new WrongUsage('export needs a folder to write, as in --to ../my-paper-export.');
  const to = resolve(newsroom.root, value);
  for (const folder of [newsroom.root, content, cache])
    if (to === folder) throw new WrongUsage(`--to is ${to}, which is in use. Name a folder of its own.`);
  if (isIn(content, to) || isIn(to, content))
    throw new WrongUsage(`--to and the content, ${content}, are one in the other. Name a folder apart from it.`);
  return to;
}

function wxrOption(value: string | undefined, { root }: Newsroom): string | undefined {
  if (value === undefined || /\.xml$/i.test(value)) return value === undefined ? value : resolve(root, value);
  throw new WrongUsage(`--wxr takes a file such as my-paper.xml, not “${value}”.`);
}

function writtenLine(stories: number, { report: { written, unchanged, removed } }: WrittenFolder, to: string): string {
  const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
  const gone = removed === 0 ? '' : `, ${removed.toLocaleString('en')} removed`;
  return `Exported ${count(stories, 'story', 'stories')} to ${to}: ${count(written, 'file')} written, ${unchanged.toLocaleString('en')} unchanged${gone}.`;
}

const mostTold = 10;

function leftLines({ report: { left } }: WrittenFolder, faulty: readonly string[]): string[] {
  const list = (files: readonly string[]) => [
    ...files.slice(0, mostTold).map((file) => `  ${file}`),
    ...(files.length > mostTold ? [`  and ${(files.length - mostTold).toLocaleString('en')} more`] : []),
  ];
  return [
    ...(left.length === 0
      ? []
      : ['These files were changed by somebody else, and were left as they are:', ...list(left)]),
    ...(faulty.length === 0 ? [] : ['These files have problems, and were not exported:', ...list(faulty)]),
  ];
}
