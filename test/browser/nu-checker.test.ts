/** The Nu HTML checker (vnu) as a second opinion on every page of the sample newsroom. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../support/newsroom.ts';
import { ServedSite } from './served-site.ts';

const jar = join(projectRoot, 'node_modules/vnu-jar/build/dist/vnu.jar');

/** Its style checker is older than these; lightningcss has read the sheets, and browsers know them. */
const newerThanIt =
  /^CSS: (Unrecognized at-rule “@(view-transition|container)”|Parse Error\.|“(view-transition-name|container-type)”: Property “\S+” doesn't exist\.)$/;

type Message = { url?: string; type: string; message: string };

function judge(folder: string): { pages: number; faults: string[] } {
  const args = ['-jar', jar, '--skip-non-html', '--format', 'json', '--stdout', '--exit-zero-always', folder];
  const { stdout, error } = spawnSync('java', args, { maxBuffer: 1024 ** 3 });
  if (error) throw error;
  const { messages } = JSON.parse(stdout.toString()) as { messages: Message[] };
  const faults = messages.filter(({ message }) => !newerThanIt.test(message));
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  return { pages: pages.length, faults: faults.map(({ url, message }) => `${url?.split('/dist')[1]}: ${message}`) };
}

let site: ServedSite;
beforeAll(async () => {
  site = await ServedSite.open();
});
afterAll(() => site.close());

test('finds nothing wrong on any page, and a planted fault on one', () => {
  const { pages, faults } = judge(site.out);
  expect(faults).toEqual([]);
  expect(pages).toBeGreaterThan(100);
  const front = join(site.out, 'index.html');
  writeFileSync(front, readFileSync(front, 'utf8').replace('<main', '<p><div></div></p><main'));
  expect(judge(site.out).faults.join()).toContain('No “p” element in scope');
}, 120_000);
