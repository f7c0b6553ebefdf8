/** Links to a part of another story lead to it, whichever of the two came first, and are told where it is no more. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHere } from '../support/cli.ts';
import { writeFiles } from '../support/project-copy.ts';

const story = (title: string, date: string, text: string) => `---\ntitle: ${title}\ndate: ${date}\n---\n${text}\n`;
const hugo = {
  'hugo.toml': 'baseURL = "https://old.example/"\n',
  'content/news/_index.md': '---\ntitle: News\n---\n',
  'content/news/ferry.md': story(
    'The ferry',
    '2015-11-26',
    'See [fares]({{< ref "quay.md#fares" >}}), [hours](/news/quay/#opening-hours), [none](/news/quay/#none), [all]({{< ref "/news/_index.md" >}}).\n\n## It sails {#sailing}\n\nDaily.',
  ),
  'content/news/quay.md': story(
    'The quay',
    '2015-11-27',
    'See [when](https://old.example/news/ferry/#sailing).\n\n## What it costs {#fares}\n\nOne.\n\n## Opening hours\n\nAlways.',
  ),
};

let root: string;
let room: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'places-'));
  room = join(root, 'room');
  writeFiles(join(root, 'hugo'), hugo);
  writeFiles(room, { 'package.json': '{"dependencies": {"broadsheet": "0"}}' });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const [ferry, quay] = ['content/articles/2015/11/26/ferry.md', 'content/articles/2015/11/27/quay.md'];
const fileIn = (path: string) => readFileSync(join(room, path), 'utf8');
const imported = async () => (await runHere(['import', join(root, 'hugo'), '--newsroom', room])).stdout;

test('a link leads to the part of the other story that it led to', async () => {
  const stdout = await imported();
  expect(fileIn(ferry)).toContain(
    'See [fares](/2015/11/27/quay/#what-it-costs), [hours](/2015/11/27/quay/#opening-hours), [none](/2015/11/27/quay/), [all](/news/).',
  );
  expect(fileIn(quay)).toContain('[when](/2015/11/26/ferry/#it-sails)');
  expect(stdout).toMatch(/^ *1 {2}links to a part of another story, which now lead to its beginning$/m);
  expect(fileIn('import/report.tsv')).toContain(`link-place\t${ferry}\t/news/quay/#none`);
});

test('the next import writes nothing, and takes the headings that editors have written', async () => {
  const times = () => [ferry, quay].map((path) => statSync(join(room, path)).mtimeMs);
  const before = times();
  await imported();
  expect(times()).toEqual(before);
  writeFileSync(join(room, quay), fileIn(quay).replace('## What it costs', '## Prices'));
  await imported();
  expect(fileIn(ferry)).toContain('[fares](/2015/11/27/quay/), [hours](/2015/11/27/quay/#opening-hours)');
  expect(fileIn(quay)).toContain('## Prices');
});
