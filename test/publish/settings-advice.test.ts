/** What is said of `publish.yaml` is done, to the letter: then nothing is left to say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mistakesInSettings } from '../../src/desk/mistakes/in-publishing.ts';
import type { Files } from '../../src/desk/mistakes/small-room.ts';
import { toolFiles, toolMended } from '../../src/desk/mistakes/tool-mistake.ts';
import type { Problem } from '../../src/problem.ts';
import { readSettings } from '../../src/publish/settings.ts';
import { applied, expectSentences } from '../content/written.ts';
import { expectTold } from '../support/expect-told.ts';
import { projectRoot } from '../support/newsroom.ts';

/** One way to follow a remedy: its words, and what is then written in place of what. */
type Way = [says: string, from?: string, to?: string];

const store = (more: string) => `store: {endpoint: "https://s3.example", bucket: paper, ${more}}`;
const served = (more: string) => `folder: /a, ${more}`;
const long = 'a'.repeat(60);

/** Beside those that `explain` shows. Of each the rest of a target; without words of a way, the remedy is an edit. */
const cases: [code: string, target: string, ...ways: Way[]][] = [
  [
    'publish/path-not-whole',
    'folder: "~/a"',
    ['Write it as in “folder: /srv/harbour-post”', '"~/a"', '/srv/harbour-post'],
  ],
  ['publish/path-not-whole', 'folder: ./', ['Write it as in “folder: /srv/harbour-post”', './', '/srv/harbour-post']],
  ['publish/path-not-whole', served('server: {tls: {certificate: /c.pem, key: k.pem}}'), ['Write “key: /k.pem”.']],
  ['publish/bad-listen', served('server: {listen: localhost:8081}'), ['8081']],
  ['publish/bad-listen', served('server: {listen: 70000}'), ['8080']],
  [
    'publish/where',
    'pages: github, hooks: [{webSub: true}], folder: /a',
    ['Keep one of these', 'pages: github, ', ''],
    ['give the others a target each', 'pages: github, ', 'folder: /b}\n  - {name: other, '],
  ],
  [
    'publish/where',
    'ssh: paper',
    ['Write folder: for the folder on that machine', 'ssh: paper', 'ssh: paper, folder: /a'],
  ],
  ['publish/where', 'pages: github, ssh: paper', ['Remove ssh:', ', ssh: paper', '']],
  [
    'publish/state-is-public',
    store(`state: ${long}`).replace('paper', long),
    [`as in “state: ${long.slice(3)}-state”`, `state: ${long}`, `state: ${long.slice(3)}-state`],
  ],
  ['publish/bad-prefix', store('state: paper-state, prefix: ..'), ['site']],
  ['publish/bad-purge', served('hooks: [{purge: "https://me:pw@a.example/x"}]'), ['Write “purge: https://a.example”.']],
  [
    'publish/hook-kind',
    served('hooks: [{webSub: false}]'),
    ['Remove it', '{webSub: false}', ''],
    ['or write one of these into it: run, purge, cloudflare, webSub', 'webSub: false', 'run: a'],
  ],
  [
    'publish/bad-ssh',
    served('ssh: "deploy@h.example:2222"'),
    ['deploy@h.example”, and name the port in ~/.ssh/config.'],
  ],
  ['publish/bad-ssh', served('ssh: "ssh -p 2222 deploy@h.example"'), ['deploy@h.example”, and name the port']],
  [
    'yaml/wrong-type',
    served('grace: "5"'),
    ['Write it as in “grace: 10”', '"5"', '10'],
    ['or remove the line', ', grace: "5"', ''],
  ],
  ['yaml/wrong-type', served('everythingAbove: many'), ['“everythingAbove: 500”', 'many', '500']],
];

const problemsOf = (text: string) => readSettings(Buffer.from(text), 'publish.yaml').problems;

test.each(cases)('%s: %s', (code, target, ...ways) => {
  const text = `targets:\n  - {name: live, ${target}}\n`;
  const problems = problemsOf(text);
  expect(problems.map((each) => each.code)).toEqual([code]);
  problems.forEach(expectSentences);
  for (const [says, from, to = ''] of ways) {
    expect(problems[0]?.fix).toContain(says);
    const mended = from === undefined ? applied(text, problems) : text.replace(from, to);
    expect(mended).not.toBe(text);
    expect([mended, problemsOf(mended)]).toEqual([mended, []]);
  }
});

const told: Record<string, Problem> = {};

test.each(Object.entries(mistakesInSettings))('%s, as explain shows it', (code, mistake) => {
  const { files, marked } = toolFiles(mistake);
  const textIn = (all: Files) => all['publish.yaml']?.toString() ?? '';
  const [problem, ...others] = problemsOf(textIn(files));
  expect([problem, others]).toEqual([expect.objectContaining({ code, ...marked }), []]);
  told[code] = problem as Problem;
  const ways = mistake.ways.map((way) => textIn(toolMended(mistake, way)));
  if (problem?.replacement) expect(applied(textIn(files), [problem])).toBe(ways[0]);
  for (const text of ways) expect([text, problemsOf(text)]).toEqual([text, []]);
});

test('explain shows what is told', () => expectTold('settings', told));

test('every code of the settings is followed here', () => {
  const folder = join(projectRoot, 'src/publish');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
    /(^settings|-form)\.ts$/.test(each),
  );
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const all = texts.flatMap((text) => [...text.matchAll(/'(publish\/[a-z-]+)'/g)].map(([, code]) => code));
  expect(Object.keys(mistakesInSettings)).toEqual([...new Set(all)].sort());
});
