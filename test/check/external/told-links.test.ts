/** What is told of links to other sites is what `explain` shows, and each way to mend one leaves no such link. */
import { expect, test } from 'vitest';
import { openCatalog } from '../../../src/catalog/catalog.ts';
import { findLinksToOthers } from '../../../src/check/external/links-to-others.ts';
import { tellLinks } from '../../../src/check/external/told-links.ts';
import type { Known } from '../../../src/check/external/verdict.ts';
import { mistakesInLinksToOthers } from '../../../src/desk/mistakes/in-folders.ts';
import type { Files } from '../../../src/desk/mistakes/small-room.ts';
import { toolFiles, toolMended } from '../../../src/desk/mistakes/tool-mistake.ts';
import type { Problem } from '../../../src/problem.ts';
import { folderSource } from '../../../src/source/folder-source.ts';
import { expectTold } from '../../support/expect-told.ts';
import { instant, type Newsroom, newsroom } from '../../support/newsroom.ts';

const [first, second] = [instant('2015-11-27'), instant('2015-11-28')];
/** What other sites have answered. */
const known = new Map<string, Known>([
  ['https://ferries.example/2015/lost', { is: 'dead', said: '404', asked: second, deadSince: first }],
  ['https://ferries.example/old', { is: 'good', said: '301', asked: second, movedTo: 'https://ferries.example/new' }],
]);

async function told(room: Newsroom, files: Files): Promise<Problem[]> {
  room.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`../${path}`, text])));
  await room.rendered();
  const catalog = openCatalog(room.cache);
  try {
    const name = (path: string) => `content/${path}`;
    const texts = { source: folderSource(room.content), isAsBuilt: () => true };
    return tellLinks(findLinksToOthers(catalog), known, { texts, name });
  } finally {
    catalog.close();
  }
}

test('each is one Problem at its link, and mended by each way', async () => {
  const room = newsroom({ git: false });
  const all: Record<string, Problem> = {};
  for (const [code, mistake] of Object.entries(mistakesInLinksToOthers)) {
    const { files, marked } = toolFiles(mistake);
    const problems = await told(room, files);
    expect(problems).toMatchObject([{ code, ...marked }]);
    all[code] = problems[0] as Problem;
    for (const way of mistake.ways)
      expect([way.says, await told(room, toolMended(mistake, way))]).toEqual([way.says, []]);
  }
  await expectTold('links-to-others', all);
});
