/** `new --from FILE`: the draft of a document, and the list of what that has and the draft has not. */
import { basename, dirname, resolve } from 'node:path';
import { articleUrl } from '../../content/urls.ts';
import { WrongUsage } from '../../errors.ts';
import { SourceFault } from '../../import/source-story.ts';
import { isIn } from '../../source/path-below.ts';
import { readRegularFile } from '../../source/regular-file.ts';
import { needDocumentPackages } from '../import/need-packages.ts';
import type { ExitCode } from '../run-command.ts';
import { complain, say, sayJson } from '../terminal.ts';
import { type Desk, howToGoOn } from './desk.ts';
import type { Listed } from './from-document.ts';
import { type PlacedStory, placeLines, type Wanted } from './place-story.ts';

/** What `--json` says of a draft. */
export type DraftAsData = Omit<PlacedStory, 'path' | 'story' | 'how'> & {
  file: string;
  address: string;
  pictures: number;
  listed: Listed[];
};

type Asked = Wanted & {
  /** From the newsroom’s folder. */
  from: string;
  json?: boolean;
};

export async function beginFromDocument({ from: file, json, ...wanted }: Asked, desk: Desk): Promise<ExitCode> {
  needDocumentPackages();
  const path = resolve(desk.newsroom, file);
  const bytes = readRegularFile(path);
  if (!bytes) throw new WrongUsage(`There is no file ${file}. Name the document with the story.`);
  const name = basename(file);
  const folder = dirname(path);
  const beside = (src: string) =>
    isIn(folder, resolve(folder, src)) ? readRegularFile(resolve(folder, src)) : undefined;
  const { draftFrom } = await import('./from-document.ts');
  const drafted = await draftFrom({ name, bytes, beside }, wanted, desk).catch((error) => {
    if (!(error instanceof SourceFault)) throw error;
    complain(`${name}: ${error.message} ${error.fix}\nNothing was made.`);
  });
  if (!drafted) return 1;
  const { placed, pictures, listed } = drafted;
  const made = desk.name(placed.path);
  if (json) {
    const { path: _, story, how: __, ...rest } = placed;
    const address = articleUrl(story, placed.language, desk.site);
    sayJson({ file: made, address, ...rest, pictures, listed } satisfies DraftAsData);
    return 0;
  }
  say(
    [
      `Made ${made} of ${name}, a draft: no reader sees it.${placed.note}`,
      '',
      ...placeLines(placed, desk),
      ...(pictures === 0 ? [] : [`  pictures  ${pictures}, in ${made.replace(/(?:\.\w[\w-]*)?\.md$/, '/')}`]),
      '',
      ...listedLines(name, listed),
      howToGoOn(desk),
    ].join('\n'),
  );
  return 0;
}

function listedLines(name: string, listed: readonly Listed[]): string[] {
  if (listed.length === 0) return [`All that ${name} has is in the draft.`, ''];
  return [
    `What ${name} has and the draft has not, or has otherwise:`,
    ...listed.flatMap(({ what, each }) => ['', `  ${what}`, ...each.map((one) => `    ${one}`)]),
    '',
  ];
}
