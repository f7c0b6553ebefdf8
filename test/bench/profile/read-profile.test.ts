import { expect, test } from 'vitest';
import { type CpuProfile, readProfile } from './read-profile.ts';
import { stageOf } from './stages.ts';

const engine = 'file:///engine';

type Call = { name: string; url?: string; milliseconds?: number; calls?: Call[] };

/** A profile of nested calls, in which each ran once for its time. */
function profileOf(calls: readonly Call[]): CpuProfile {
  const profile: CpuProfile = { nodes: [], samples: [], timeDeltas: [0] };
  const add = ({ name, url = '', milliseconds = 0, calls: below = [] }: Call): number => {
    const id = profile.nodes.length + 1;
    const node = { id, callFrame: { functionName: name, url }, children: [] as number[] };
    profile.nodes.push(node);
    profile.samples.push(id);
    profile.timeDeltas.push(milliseconds * 1000);
    node.children = below.map(add);
    return id;
  };
  add({ name: '(root)', calls: [...calls] });
  // A sample’s time is the delta that follows it.
  return { ...profile, timeDeltas: profile.timeDeltas };
}

const secondsOf = (...profiles: CpuProfile[]) =>
  Object.fromEntries(
    readProfile(profiles).flatMap(({ stage, seconds }) => (seconds > 0 ? [[stage, Math.round(seconds * 1000)]] : [])),
  );

test('what is of no stage works for whoever called it', () => {
  const get = {
    name: 'get',
    url: `${engine}/src/catalog/database.ts`,
    milliseconds: 5,
    calls: [{ name: 'get', milliseconds: 7 }],
  };
  const profile = profileOf([
    { name: 'askAll', url: `${engine}/src/plan/plan-edition.ts`, milliseconds: 1, calls: [get] },
    { name: 'settle', url: `${engine}/src/plan/settle.ts`, calls: [get] },
    { name: '(garbage collector)', milliseconds: 20 },
    { name: 'run', url: `${engine}/src/commands/run-command.ts`, milliseconds: 2 },
  ]);
  expect(secondsOf(profile)).toEqual({ asking: 13, settle: 12, 'garbage collection': 20, other: 2 });
});

test('the profiles of threads are added up, and functions stand under their stage with the slowest first', () => {
  const parse = { name: 'parse', url: `${engine}/node_modules/yaml/dist/index.js`, milliseconds: 3 };
  const read = { name: 'readYaml', url: `${engine}/src/content/yaml.ts`, milliseconds: 4 };
  const profiles = [profileOf([read]), profileOf([parse, read])];
  expect(secondsOf(...profiles)).toEqual({ 'YAML and zod': 11 });
  expect(readProfile(profiles).find(({ stage }) => stage === 'YAML and zod')?.functions).toMatchObject([
    { name: 'readYaml src/content/yaml.ts' },
    { name: 'parse yaml/dist/index.js' },
  ]);
});

test.each([
  ['/engine/src/render/output.ts', 'write', 'bytes, write, rename'],
  ['/engine/src/source/git.ts', 'readObjects', 'git'],
  ['node:internal/child_process', 'spawnSync', 'git'],
  ['/engine/src/content/markdown/outline.ts', 'outlineBody', 'Markdown, outline'],
  ['/engine/src/render/bodies.ts', 'renderEach', 'Markdown, rendering'],
  ['/engine/layouts/guard.ts', 'isWatched', 'guard and policy'],
  ['/engine/layouts/feeds/rss.ts', 'rssFeed', 'feeds'],
  ['/engine/layouts/pages/article.tsx', 'ArticlePage', 'layouts'],
  ['/engine/node_modules/luxon/build/es6/luxon.mjs', 'utc', 'Luxon'],
  ['/engine/node_modules/preact-render-to-string/dist/index.mjs', 'render', 'Preact'],
  ['/engine/node_modules/@11ty/eleventy/src/Template.js', 'render', 'Eleventy'],
  ['/engine/src/catalog/hash.ts', 'fingerprint', 'hashing'],
  ['/engine/src/sync/entries.ts', 'writeEntry', 'entries, route set, cross-check'],
  ['/engine/node_modules/markdown-it/dist/markdown-it.mjs', 'parse', 'that of the caller'],
])('%s is of its stage', (file, name, stage) => {
  expect(stageOf({ file, name }, 'that of the caller')).toBe(stage);
});
