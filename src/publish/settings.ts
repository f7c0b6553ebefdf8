/** `publish.yaml`, beside the content: where the newsroom publishes. It has no secrets: those come from the environment. */
import { z } from 'zod';
import type { Example } from '../content/example.ts';
import { id, list, word } from '../content/fields.ts';
import { plainText } from '../content/front-matter.ts';
import { refuse } from '../content/refusal.ts';
import { readYaml } from '../content/yaml.ts';
import type { Problem } from '../problem.ts';
import { exampleHooks, hookList, hookProblems } from './hook-form.ts';

export const settingsFile = 'publish.yaml';

const folder = word().superRefine(
  refuse(
    (value) => value.startsWith('/'),
    (value) => ({
      code: 'publish/folder-not-whole',
      what: `“${value}” is not a whole path, so where it is depends on where the command is started.`,
      right: `/${value.replace(/^(\.{0,2}\/)+/, '')}`,
    }),
  ),
);

const minutes = z.int().min(0).max(1440);

const target = z.strictObject({
  name: id,
  /** On this machine; a web server serves `current/` in it. */
  folder,
  /** Minutes for which what is no more in the edition is served. */
  grace: minutes.default(10),
  /** What follows every edition, in that order. */
  hooks: hookList,
  /** When more URLs than this have changed, those hooks that can are told “everything”. */
  everythingAbove: z.int().min(0).max(100_000).default(500),
});

const schema = z.strictObject({ targets: list(target) });

export type TargetSettings = z.infer<typeof target>;

const example: Example = { targets: [{ name: 'live', folder: '/srv/harbour-post', hooks: exampleHooks }] };

/** `path` is how the file is told of. */
export function readSettings(bytes: Uint8Array, path: string): { targets: TargetSettings[]; problems: Problem[] } {
  const { asRead, problems, at } = readYaml(plainText(bytes), { schema, example: () => example }, path);
  const isRead = problems.length === 0;
  const seen = new Set<string>();
  for (const [index, { name, hooks }] of asRead.targets.entries()) {
    if (seen.has(name))
      problems.push({
        code: 'publish/target-twice',
        file: path,
        ...at(['targets', index, 'name']),
        what: `Two targets are called “${name}”.`,
        fix: 'Give one of them another name.',
      });
    seen.add(name);
    if (isRead) problems.push(...hookProblems(hooks, ['targets', index, 'hooks'], { at, file: path }));
  }
  return { targets: asRead.targets, problems };
}
