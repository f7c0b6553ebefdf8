/** What `publish.yaml` may say of hooks: each is of the kind that its key names. */
import { z } from 'zod';
import type { Example } from '../content/example.ts';
import { list, word } from '../content/fields.ts';
import { maxCharacters } from '../content/lengths.ts';
import { refuse } from '../content/refusal.ts';
import { described } from '../content/yaml/schema.ts';
import type { Field, ReadYaml } from '../content/yaml.ts';
import type { Problem } from '../problem.ts';
import { cloudflareHook } from './hooks/cloudflare.ts';
import { commandHook } from './hooks/command.ts';
import type { Hook } from './hooks/hook.ts';
import { purgeHook } from './hooks/purge.ts';
import { webSubHook } from './hooks/web-sub.ts';
import { originOf } from './store-form.ts';

const origin = z.string().superRefine(
  refuse(
    (value) => originOf(value) === value.replace(/\/$/, ''),
    (value) => {
      const whole = /^https?:\/\//i.test(value) ? value : `http://${value}`;
      return {
        code: 'publish/bad-purge',
        what: 'This is not the address of a cache, which begins with http:// or https:// and has no path, user name or password.',
        right: originOf(whole) ?? 'http://127.0.0.1:6081',
      };
    },
  ),
);

const zone = z.string().superRefine(
  refuse(
    (value) => /^[0-9a-f]{32}$/.test(value),
    () => ({
      code: 'publish/bad-zone',
      what: 'This is not the id of a zone, which has 32 digits and letters from a to f.',
      fix: 'Copy the “Zone ID” that Cloudflare’s dashboard shows for the site.',
    }),
  ),
);

const hook = z.strictObject({
  run: described(word(maxCharacters.address).optional(), 'A command of yours, which reads whole URLs, one a line.'),
  purge: described(origin.optional(), 'A cache that is sent a PURGE for each URL.'),
  cloudflare: described(zone.optional(), 'The id of a zone.'),
  webSub: described(z.boolean().optional(), 'true: the hub of site.yaml is told of each feed that has changed.'),
});

export const hookList = list(hook, 20).default([]);

export const exampleHooks: Example = [{ run: './tools/purge.sh' }];

type Settings = z.infer<typeof hook>;

const kinds = {
  run: ({ run }: Settings) => commandHook(run ?? ''),
  purge: ({ purge }: Settings) => purgeHook(originOf(purge ?? '') ?? ''),
  cloudflare: ({ cloudflare }: Settings) => cloudflareHook(cloudflare ?? ''),
  webSub: () => webSubHook(),
};

export function hooksOf(settings: readonly Settings[]): Hook[] {
  return settings.flatMap((each) => kindsOf(each).map((kind) => kinds[kind](each)));
}

function kindsOf(settings: Settings): (keyof typeof kinds)[] {
  return (Object.keys(kinds) as (keyof typeof kinds)[]).filter(
    (kind) => settings[kind] !== undefined && settings[kind] !== false,
  );
}

/** Of hooks that are right one by one. `field` is that of their list. */
export function hookProblems(
  settings: readonly Settings[],
  field: Field,
  { at, file }: Pick<ReadYaml<unknown>, 'at'> & { file: string },
): Problem[] {
  const seen = new Set<string>();
  return settings.flatMap((each, index): Problem[] => {
    const place = { file, ...at([...field, index]) };
    const found = kindsOf(each);
    if (found.length !== 1)
      return [
        {
          code: 'publish/hook-kind',
          ...place,
          what: found.length === 0 ? 'This hook says nothing.' : `This hook is of ${found.length} kinds.`,
          fix:
            found.length === 0
              ? `Remove it, or write one of these into it: ${Object.keys(kinds).join(', ')}.`
              : `Write each of these as an item of its own: ${found.join(', ')}.`,
        },
      ];
    const [name = ''] = hooksOf([each]).map((one) => one.name);
    const isTwice = seen.has(name);
    seen.add(name);
    if (!isTwice) return [];
    return [{ code: 'publish/hook-twice', ...place, what: `The hook “${name}” is here twice.`, fix: 'Remove one.' }];
  });
}
