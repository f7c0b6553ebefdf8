/** `broadsheet import`: the archive of another program becomes stories of this newsroom. */
import { resolve } from 'node:path';
import { WrongUsage } from '../errors.ts';
import { SourceFault } from '../import/source-story.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { nowOption } from './now-option.ts';
import { folderOption, newsroomFlagHelp, readFlags } from './options.ts';
import type { ExitCode } from './run-command.ts';
import { complain } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('import', 'SOURCE [flags]')}

Takes in an archive: a WordPress or Ghost export, a feed with full text, or the folder of a site made
with Hugo, Jekyll, Eleventy, Zola, Astro, Docusaurus or mdBook, of Markdown, or of HTML pages. Stories, pages,
people, topics, pictures and old addresses come along; pictures on other sites stay links, and are
listed. What is not good yet lies in quarantine/, with what is wrong above it. import.yaml says what
was made of sections, authors and keys: edit it and import again. Stories that you have edited stay as they are.

${newsroomFlagHelp}
  --again FILE    take in a file of quarantine/ that is mended, and the links to it
  --as NAME       whose source it is, if it could be of more than one program: hugo, jekyll, eleventy,
                  zola, astro, docusaurus, mdbook, markdown, html
  --verify        ask the built site for each address of the old one, once you have built it
  --dry-run       only say what would come of it
  --now T         the instant for stories without a date (now)
  --content DIR   the content (content)
  --cache DIR     where it is remembered what was built (.cache)
  --out DIR       where the site was built, for --verify (dist)

Examples:
  ${call('import', '../old-site')}
  ${call('import', 'export.xml --dry-run')}
  ${call('import', '--verify')}
  ${call('import', '--again quarantine/articles/2015/11/26/first-snow.md')}`;

const flags = {
  again: { type: 'string' },
  as: { type: 'string' },
  verify: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  now: { type: 'string' },
  content: { type: 'string' },
  cache: { type: 'string' },
  out: { type: 'string' },
} as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const isSource = (arg: string | undefined) => arg !== undefined && !arg.startsWith('-');
  const [first, ...others] = args;
  const [named, rest] = isSource(first) ? [first, others] : [undefined, args];
  const values = readFlags(rest, flags);
  const content = folderOption(newsroom, values.content, 'content');
  const cache = folderOption(newsroom, values.cache, '.cache');
  if (values.verify) {
    if (named !== undefined || values.again !== undefined)
      throw new WrongUsage('--verify asks the built site, and takes no source.');
    const { verifyAddresses } = await import('./import/verify-addresses.ts');
    const now = await nowOption(values.now, { content, newsroom: newsroom.root });
    return verifyAddresses({ newsroom: newsroom.root, cache, now, out: folderOption(newsroom, values.out, 'dist') });
  }
  const { needImportPackages } = await import('./import/need-packages.ts');
  needImportPackages();
  if (values.again !== undefined) {
    if (named !== undefined) throw new WrongUsage('--again takes in a file of quarantine/, and no source.');
    const { takeInAgain } = await import('./import/again.ts');
    return takeInAgain(values.again, {
      content,
      newsroom: newsroom.root,
      cache,
      now: await nowOption(values.now, { content, newsroom: newsroom.root }),
    });
  }
  if (named === undefined)
    throw new WrongUsage('Name what is to be imported: an export, or the folder of the old site.');
  const now = await nowOption(values.now, { content, newsroom: newsroom.root });
  const { runImport } = await import('./import/run-import.ts');
  try {
    const { hasProblems } = await runImport({
      ...{ content, cache, now, newsroom: newsroom.root, call: newsroom.call },
      source: resolve(newsroom.root, named),
      ...(values.as !== undefined && { as: values.as }),
      isDryRun: values['dry-run'] ?? false,
    });
    return hasProblems ? 1 : 0;
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    complain(`${toldOf(error)}\nStories that are here already are as they were.`);
    return 1;
  }
}

function toldOf({ message, fix, place: { file, line, column } }: SourceFault): string {
  return `${[file, line, column].filter((each) => each !== undefined).join(':')}: ${message} ${fix}`;
}

export const importCommand = { help, run };
