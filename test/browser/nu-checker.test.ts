/** The Nu HTML checker (vnu) as a second opinion on every page of the sample newsroom. */
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder-contents.ts';
import { instant, newsroom, projectRoot } from '../support/newsroom.ts';

const jar = join(projectRoot, 'node_modules/vnu-jar/build/dist/vnu.jar');

/** Its style checker is older than these; lightningcss has read the sheets, and browsers know them. */
const newerThanIt =
  /^CSS: (Unrecognized at-rule “@(view-transition|container)”|Parse Error\.|“(view-transition-name|container-type)”: Property “\S+” doesn't exist\.)$/;

type Message = { url?: string; type: string; message: string };

/** Compiled once and simply: the run is over before the second compiler would pay. */
const jvm = ['-Xss4m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];

/** What it says of every page in some folders, by file. */
function judge(...folders: string[]): Map<string, string[]> {
  const args = [...jvm, '-jar', jar, '--skip-non-html', '--format', 'json', '--stdout', '--exit-zero-always'];
  const { stdout, error } = spawnSync('java', [...args, ...folders], { maxBuffer: 1024 ** 3 });
  if (error) throw error;
  const { messages } = JSON.parse(stdout.toString()) as { messages: Message[] };
  const faults = messages.filter(({ message }) => !newerThanIt.test(message));
  const byFile = Map.groupBy(faults, ({ url }) => url?.replace(/^file:/, '') ?? '');
  return new Map([...byFile].map(([file, list]) => [file, list.map(({ message }) => message)]));
}

test('finds nothing wrong on any page, and a planted fault on one', async () => {
  const room = newsroom({ git: false });
  await room.rendered({ content: join(projectRoot, 'content'), now: instant('2015-11-26T12:00+03:00') });
  const pages = readdirSync(room.out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(100);
  // In one run of it, which is begun once.
  const planted = join(temporaryFolder(), 'planted.html');
  writeFileSync(planted, room.page('index.html').replace('<main', '<p><div></div></p><main'));
  const faults = judge(room.out, dirname(planted));
  expect(faults.get(planted)?.join()).toContain('No “p” element in scope');
  faults.delete(planted);
  expect([...faults]).toEqual([]);
});
