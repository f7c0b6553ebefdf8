/** `broadsheet preview`: shows what the present state of the newsroom changes for readers, before it is published. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { lockFile } from '../catalog/cache-lock.ts';
import { engineRoot } from '../engine-files.ts';
import { MachineryError, WrongUsage } from '../errors.ts';
import { History } from '../source/history.ts';
import { makeFolder } from '../source/make-folder.ts';
import { isIn } from '../source/path-below.ts';
import { printReport } from './build-report.ts';
import { makePreview } from './diff-preview/make-preview.ts';
import {
  countsOf,
  filesHeading,
  headingOf,
  type Preview,
  pagesAndFiles,
  previewAsJson,
  warning,
} from './diff-preview/preview.ts';
import { acceptFolder, writeFolder } from './diff-preview/preview-folder.ts';
import { previewMarkdown } from './diff-preview/preview-markdown.ts';
import { previewPages } from './diff-preview/preview-pages.ts';
import type { Refused } from './diff-preview/two-states.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { nowOption } from './now-option.ts';
import { folderOption, folderOptions, formatOption, newsroomFlagHelp, previewFolders, readFlags } from './options.ts';
import { prepareEleventy } from './prepare-eleventy.ts';
import { showProgressHere } from './progress.ts';
import type { ExitCode } from './run-command.ts';
import { openChromium } from './shots/chromium.ts';
import { complain, say, sayJson } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('preview', '--against REV [flags]')}

Shows which pages of the site the present state changes, adds or removes, each with the reason, and before
and after side by side: the words, the markup, and pictures where Chromium and playwright-core are
installed. It makes a folder with an index and, for a pull request, preview.md. Only what differs is rendered; the
site is left as it is. Of pages that change alike, two are shown and the rest are listed.

${newsroomFlagHelp}
  --against REV   the commit, branch or tag to compare with, such as main
  --commit REV    the state of a commit in place of the working tree, with the layouts at hand
  --unpublished   with drafts and stories to come, marked, as npm start shows them; every page then says so
  --no-pictures   take no pictures
  --out DIR       the folder to make (preview-diff/pages in --cache)
  --format F      text or markdown: what is printed (text)
  --json          print the changed pages as JSON
  --content DIR   the newsroom's content (content)
  --cache DIR     what is remembered between builds (.cache)
  --now ISO       both states as they are at this instant, such as 2015-11-26T09:30, instead of now;
                  in the site's time zone, if it does not say its offset

Examples:
  ${call('preview', '--against main')}
  ${call('preview', '--against HEAD^ --commit HEAD --out preview')}`;

const flags = {
  against: { type: 'string' },
  commit: { type: 'string' },
  unpublished: { type: 'boolean' },
  'no-pictures': { type: 'boolean' },
  format: { type: 'string' },
  json: { type: 'boolean' },
  content: { type: 'string' },
  out: { type: 'string' },
  cache: { type: 'string' },
  now: { type: 'string' },
} as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const isMarkdown = isMarkdownAsked(values);
  const { against: name, commit } = values;
  if (name === undefined)
    throw new WrongUsage(
      'preview takes the commit to compare with: --against main, or --against HEAD for what is not committed.',
    );
  const named = { content: values.content, cache: values.cache };
  const { content, out: site, cache } = folderOptions(newsroom, named);
  const work = join(cache, 'preview-diff');
  const folder = values.out === undefined ? join(work, 'pages') : folderOption(newsroom, values.out, 'preview');
  if ([content, site, cache].some((each) => isIn(folder, each)) || isIn(content, folder) || isIn(site, folder))
    throw new WrongUsage(`--out is ${folder}. Give the preview a folder of its own.`);
  acceptFolder(folder);
  const history = new History(content, 'a preview compares with a commit');
  const asked = {
    against: commitOf(name, history),
    commit: commit === undefined ? undefined : commitOf(commit, history),
  };
  const now = await nowOption(values.now, { content, newsroom: newsroom.root, commit: asked.commit });
  prepareEleventy();
  const { progress, end, announce } = showProgressHere();
  makeFolder(work);
  const lock = lockFile(join(work, 'preview.sqlite'), 20_000);
  if (!lock) throw new MachineryError(`Another preview has been using ${work} for 20 seconds. Wait for it to end.`);
  try {
    const made = await makePreview({
      ...{ ...asked, content, newsroom: newsroom.root, now, cache, work, history, name, announce },
      site: values.unpublished ? previewFolders(newsroom, named).out : site,
      isUnpublished: values.unpublished,
      browser: () => browserOr(newsroom, values['no-pictures'] ?? false),
      build: { progress },
    }).finally(end);
    if ('refused' in made) return await tellRefused(made.refused, { content, newsroom: newsroom.root, name });
    const { preview } = made;
    const markdown = previewMarkdown(preview);
    writeFolder(folder, new Map([...previewPages(preview), ['preview.md', markdown]]));
    if (values.json) sayJson({ ...previewAsJson(preview), folder });
    else if (isMarkdown) say(markdown.trimEnd());
    else tell(preview, folder);
    return 0;
  } finally {
    lock.close();
  }
}

export const previewCommand = { help, run };

function isMarkdownAsked({ format = 'text', json }: { format?: string; json?: boolean }): boolean {
  if (format !== 'text' && format !== 'markdown')
    throw new WrongUsage(`--format is one of text, markdown, not “${format}”.`);
  if (json && format === 'markdown')
    throw new WrongUsage('--json and --format markdown both print all. Use one of them.');
  return format === 'markdown';
}

function commitOf(name: string, history: History): string {
  const id = history.commit(name);
  if (id !== undefined) return id;
  throw new WrongUsage(
    `There is no commit “${name}” here. Give a commit, a branch or a tag; of a branch elsewhere, fetch it first: git fetch.`,
  );
}

async function browserOr(newsroom: Newsroom, isRefused: boolean): Promise<Browser | string> {
  if (isRefused) return 'none were asked for.';
  try {
    return await openChromium([newsroom.root, engineRoot]);
  } catch (error) {
    return error instanceof MachineryError ? error.message : 'Chromium could not be started.';
  }
}

async function tellRefused(
  { of, report }: Refused,
  where: { content: string; newsroom: string; name: string },
): Promise<ExitCode> {
  const whole = { textsOf: () => new Map(), source: '', routes: 0, written: 0, ...report };
  await printReport(whole, { ...where, seconds: 0, format: formatOption(undefined) });
  complain(
    of === 'after'
      ? 'No preview was made: the present state has problems. Mend them, then run this again.'
      : `No preview was made: there is nothing to compare with, since ${where.name} itself has problems.`,
  );
  return 1;
}

function tell(preview: Preview, folder: string): void {
  const { state, against, isUnpublished, note } = preview;
  const { pages, files } = pagesAndFiles(preview);
  const counts = countsOf(preview);
  say(`${state[0]?.toUpperCase()}${state.slice(1)} against ${against}: ${counts ?? 'nothing changes for readers'}.`);
  for (const group of pages) say(`  ${headingOf(group)}, because ${group.reason}`);
  if (files.length > 0) say(`  ${filesHeading(files)}`);
  if (isUnpublished) say(warning);
  else if (counts === undefined) say('Drafts and stories to come are shown with --unpublished.');
  if (note !== undefined) say(note);
  say(pathToFileURL(join(folder, 'index.html')).href);
}
