/** `broadsheet check`: judges what was built, and says how much it looked at. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { wordLanguages } from '../../layouts/words.ts';
import { checkEdition } from '../check/check-edition.ts';
import { printLookedAt } from '../check/looked-at.ts';
import { plainText } from '../content/front-matter.ts';
import { parseSite } from '../content/site.ts';
import { type ProblemFormat, printProblems } from '../problem.ts';
import { folderOption, projectRoot, readFlags, WrongUsage } from './options.ts';
import type { ExitCode } from './run-command.ts';

const help = `Usage: npm run check -- [flags]

Judges the built site: every internal link, fragment and picture, and the HTML of every page.

  --out DIR       the built site (dist)
  --content DIR   the newsroom it was built from, for the site's address (content)
  --format F      text, json or github (text)

Examples:
  npm run check
  npm run check -- --out /tmp/site --format github`;

const formats: readonly string[] = ['text', 'json', 'github'];

async function run(args: string[]): Promise<ExitCode> {
  const values = readFlags(args, { out: { type: 'string' }, content: { type: 'string' }, format: { type: 'string' } });
  const format = values.format ?? 'text';
  if (!formats.includes(format)) throw new WrongUsage(`--format is one of ${formats.join(', ')}, not “${format}”.`);
  const out = folderOption(values.out, 'dist');
  if (!existsSync(out)) throw new WrongUsage(`There is nothing at ${out}. Build the site first: npm run build`);
  const siteUrl = readSiteUrl(folderOption(values.content, 'content'));
  const below = relative(projectRoot, out);
  const { problems, looked } = await checkEdition({
    out,
    siteUrl,
    file: (path) => join(below.startsWith('..') ? out : below, path),
  });
  const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  if (problems.length > 0 || format === 'json') console.log(printProblems(problems, format as ProblemFormat, textOf));
  if (format === 'text') {
    for (const look of looked) console.log(printLookedAt(look));
    console.log(problems.length === 0 ? 'No problem found.' : `${problems.length} problems.`);
  }
  return problems.length > 0 ? 1 : 0;
}

export const checkCommand = { help, run };

function readSiteUrl(content: string): string {
  const file = join(content, 'site.yaml');
  if (!existsSync(file))
    throw new WrongUsage(`There is no ${file}, so the site's address is not known. Name the newsroom with --content.`);
  const { site, problems } = parseSite(plainText(readFileSync(file)), file, wordLanguages);
  if (!site)
    throw new WrongUsage(`${file} has problems, so the site's address is not known:\n\n${printProblems(problems)}`);
  return site.url;
}
