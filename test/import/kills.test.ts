/**
 * An import is killed on either side of every step by which it changes anything, and amid what it writes; the next one makes of
 * what was left the newsroom that one makes which nobody kills, to the byte, with what it tells and remembers.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHere } from '../support/cli.ts';
import { contentsOf, differences } from '../support/folder-contents.ts';
import { jpeg } from '../support/pictures.ts';
import { writeFiles } from '../support/project-copy.ts';
import { watchSteps } from '../support/steps.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';
const story = (title: string, date: string, text: string) =>
  `---\ntitle: ${title}\ndate: ${date}\nauthors: [Ann Lee]\ntags: [Sea ports]\n---\n${text}\n`;
/** Its parts: a story that links to one in quarantine and to a place, pictures of which one is none, a menu, a page that nothing leads to. */
const hugo = {
  'hugo.toml':
    'baseURL = "https://old.example/"\ntitle = "The Old Post"\n[[menu.main]]\nname = "About us"\nurl = "/about/"\n',
  'content/about.md': '---\ntitle: About\n---\nWe are three.\n',
  'content/thanks.md': '---\ntitle: Thanks\n---\nThank you.\n',
  'content/city-news/_index.md': '---\ntitle: City News\n---\n',
  'content/city-news/ferry.md': story(
    'The ferry',
    '2015-11-26',
    'See [fares](/city-news/quay/#fares) and [the crab](/city-news/crab/).\n\n![A quay](/quay.jpg) ![None](/broken.jpg)',
  ),
  'content/city-news/quay.md': story('The quay', '2015-11-27', '## What it costs {#fares}\n\n![A quay](/quay.jpg)'),
  'content/city-news/crab.md': story('The crab', '2015-11-28', 'import { Crab } from "crab"'),
  'content/sport/match.md': story('The match', '2015-11-29', 'They played.'),
};
const site = `title: The Harbour Post
url: https://harbour-post.example
description: News of a small port
timeZone: UTC
languages: [en]
sections: [{id: harbour, title: Harbour}]
`;
const rooms: Record<string, Record<string, string>> = {
  'a new newsroom': {},
  'one that is there': {
    'content/site.yaml': site,
    'content/gone.yaml': '- {url: /gone/, to: /harbour/}\n',
  },
};

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'import-kills-'));
  writeFiles(join(root, 'hugo'), { ...hugo, 'static/quay.jpg': jpeg, 'static/broken.jpg': jpeg.subarray(0, 60) });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const imported = (room: string) =>
  runHere(['import', join(root, 'hugo'), '--newsroom', room, '--now', '2016-01-01', '--cache', join(root, 'cache')]);

const begun = (room: string) => join(room, 'import/begun.jsonl');
const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Of a file that is being written, half. */
function halveNext(room: string): void {
  const file = readdirSync(room, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('.next'));
  if (file !== undefined) truncateSync(join(room, file), Math.floor(sizeOf(join(room, file)) / 2));
}

/** What is left by a kill on either side of each step that is wanted, and amid those that write. */
async function killed(room: string, isWanted: (step: number, name: string) => boolean) {
  const left: { name: string; at: string }[] = [];
  let steps = 0;
  const keep = (name: string, change?: (room: string) => void) => {
    const at = join(`${room}-left`, `${steps} ${name.replaceAll('/', ' ')}`);
    cpSync(room, at, { recursive: true });
    change?.(at);
    left.push({ name, at });
  };
  const unwatch = watchSteps(
    (name, perform) => {
      if (steps++ === 0) keep('before anything');
      const before = sizeOf(begun(room));
      const result = perform();
      if (!isWanted(steps, name)) return result;
      keep(name);
      if (name.startsWith('writeFileSync')) keep(`half of ${name}`, halveNext);
      if (sizeOf(begun(room)) > before) keep(`half of ${name}`, (at) => truncateSync(begun(at), before + 7));
      return result;
    },
    ['writeFileSync', 'writeSync', 'mkdirSync'],
  );
  await imported(room).finally(unwatch);
  return { left, steps };
}

/** All but what is built of it. */
const resultIn = (room: string) => {
  const { '.cache/': _, ...rest } = contentsOf(room);
  return rest;
};

test.each(Object.entries(rooms))(
  '%s, killed at any step, is at the next import what it would be',
  async (name, files) => {
    const room = join(root, name);
    writeFiles(room, { 'package.json': '{"dependencies": {"broadsheet": "0"}}', ...files });
    let lines = 0;
    const isTelling = (step: string) =>
      /^rename .*(?:site|gone|import)\.yaml|^writeFileSync pages\/contents/.test(step) ||
      (step.startsWith('writeSync') && lines++ % 15 === 5);
    const isEnd = (step: string) => step === 'remove import/begun.jsonl';
    const { left, steps } = await killed(room, (_, what) => !isEnd(what) && (isTelling(what) || isLong));
    const whole = resultIn(room);
    expect(steps).toBeGreaterThan(100);
    expect(whole['content/site.yaml']).toMatch(/title: City News[\s\S]*About us/);
    expect(whole['content/gone.yaml']).toContain('/tags/');
    expect(Object.keys(whole)).toContain('quarantine/articles/2015/11/28/crab.md');
    const goOn = async ({ name, at }: { name: string; at: string }) => {
      rmSync(room, { recursive: true });
      cpSync(at, room, { recursive: true });
      const { stderr } = await imported(room);
      expect([name, stderr, ...differences(resultIn(room), whole)]).toEqual([name, '']);
    };
    for (const each of left) await goOn(each);
    if (!isLong) return;
    // And killed again.
    for (const { at } of left.filter((_, index) => index % 40 === 20)) {
      const again = await killed(at, (step, what) => !isEnd(what) && step % 4 === 0);
      for (const each of again.left) await goOn(each);
    }
  },
);
