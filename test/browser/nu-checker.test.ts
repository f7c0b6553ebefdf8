/**
 * The Nu HTML checker (vnu) as a second opinion on the pages of the sample newsroom: in `npm run test:long` on all of them,
 * else on two with each element, so that it is asked of every kind of markup that there is.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtSample } from '../support/built-sample.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { projectRoot } from '../support/newsroom.ts';

const jar = join(projectRoot, 'node_modules/vnu-jar/build/dist/vnu.jar');

/** Its style checker is older than these; lightningcss has read the sheets, and browsers know them. */
const newerThanIt =
  /^CSS: (Unrecognized at-rule “@(view-transition|container)”|Parse Error\.|“(view-transition-name|container-type)”: Property “\S+” doesn't exist\.|“min-inline-size”: Invalid type: “100%, var\(--line\)”\.)$/;

/** A file has no origin that “self” could be, and it takes data for scripts; `check` and Chromium judge the policies. */
const aboutPolicy = /violates Content Security Policy \(meta tag\)/;

type Message = { url?: string; type: string; message: string };

/** Compiled once and simply: the run is over before the second compiler would pay. */
const jvm = ['-Xss4m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];

const isLong = process.env.BROADSHEET_TEST === 'long';

/** What it says of some pages, by file. */
function judge(files: readonly string[]): Map<string, string[]> {
  const args = [...jvm, '-jar', jar, '--skip-non-html', '--format', 'json', '--stdout', '--exit-zero-always'];
  const { stdout, error } = spawnSync('java', [...args, ...files], { maxBuffer: 1024 ** 3 });
  if (error) throw error;
  const { messages } = JSON.parse(stdout.toString()) as { messages: Message[] };
  const faults = messages.filter(({ message }) => !newerThanIt.test(message) && !aboutPolicy.test(message));
  const byFile = Map.groupBy(faults, ({ url }) => url?.replace(/^file:/, '') ?? '');
  return new Map([...byFile].map(([file, list]) => [file, list.map(({ message }) => message)]));
}

/** Opening tags without their values, but with their classes. */
function tagsIn(page: string): Set<string> {
  const tags = [...page.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag.replace(/(?<! class)="[^"]*"/g, ''));
  return new Set(tags);
}

/** The longest pages first, each that has a tag which no two before it have. */
function pagesOfEveryKind(files: readonly string[]): string[] {
  const seen = new Map<string, number>();
  const pages = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  return pages
    .sort((a, b) => b.text.length - a.text.length)
    .filter(({ text }) => {
      const tags = [...tagsIn(text)];
      const isNew = tags.some((tag) => (seen.get(tag) ?? 0) < 2);
      if (isNew) for (const tag of tags) seen.set(tag, (seen.get(tag) ?? 0) + 1);
      return isNew;
    })
    .map(({ file }) => file);
}

test('finds nothing wrong on any page, and a planted fault on one', async () => {
  const { out } = await builtSample();
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(10);
  const files = pages.map((path) => join(out, path));
  const judged = isLong ? files : pagesOfEveryKind(files);
  expect(judged.length).toBeGreaterThan(9);
  // In one run of it, which is begun once.
  const planted = join(temporaryFolder(), 'planted.html');
  writeFileSync(planted, readFileSync(join(out, 'index.html'), 'utf8').replace('<main', '<p><div></div></p><main'));
  const faults = judge([...judged, planted]);
  expect(faults.get(planted)?.join()).toContain('No “p” element in scope');
  faults.delete(planted);
  expect([...faults]).toEqual([]);
});
