/** `publish.yaml`, beside the content: where the newsroom publishes. It has no secrets: those come from the environment. */
import { z } from 'zod';
import type { Example } from '../content/example.ts';
import { id, list, word } from '../content/fields.ts';
import { plainText } from '../content/front-matter.ts';
import { refuse } from '../content/refusal.ts';
import { described } from '../content/yaml/schema.ts';
import { type Field, type ReadYaml, readYaml } from '../content/yaml.ts';
import type { Problem } from '../problem.ts';
import { exampleHooks, hookList, hookProblems } from './hook-form.ts';
import { hosts } from './host-limits.ts';
import { sshForm } from './remote/ssh-form.ts';
import { exampleStore, storeForm } from './store-form.ts';

export const settingsFile = 'publish.yaml';

const wholePath = word(1000).superRefine(
  refuse(
    (value) => value.startsWith('/'),
    (value) => ({
      code: 'publish/path-not-whole',
      what: `“${value}” is not a whole path, so where it is depends on where the command is started.`,
      right: wholePathMeant(value),
    }),
  ),
);

/** Of what is below a folder that nobody can guess from here, nothing. */
function wholePathMeant(value: string): string | undefined {
  const path = value.replace(/^(?:\.{1,2}\/)+/, '');
  return /^[^~.\\:][^\\:]*$/.test(path) ? `/${path}` : undefined;
}

const minutes = z.int().min(0).max(1440);

/** `443`, `127.0.0.1:8080` or `[::1]:8080`. */
const listenAddress = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  word().superRefine(
    refuse(isListenAddress, (value) => ({
      code: 'publish/bad-listen',
      what: `“${value}” is not what a web server can listen to, which is a port, or an IP address of this machine, a colon and a port.`,
      right: meantAddress(value),
    })),
  ),
);

function isListenAddress(value: string): boolean {
  const port = /^(?:(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]):)?(\d{1,5})$/i.exec(value)?.[1];
  return port !== undefined && Number(port) >= 1 && Number(port) <= 65535;
}

function meantAddress(value: string): string {
  const bare = value.replace(/^[a-z]*:\/\//i, '').replace(/\/.*$/, '');
  return [bare, bare.replace(/^.*:/, '')].find(isListenAddress) ?? '8080';
}

/** The web server in front of a folder. */
const server = z.strictObject({
  listen: described(
    listenAddress.optional(),
    'A port, or an address and a port. Without it port 443 if there is a certificate, and port 80 if there is none.',
  ),
  tls: described(
    z
      .strictObject({
        certificate: described(wholePath, 'With all certificates of its chain.'),
        key: described(wholePath, 'The key of the certificate.'),
      })
      .optional(),
    'Files of this machine. Without them another server in front speaks HTTPS.',
  ),
  hsts: described(
    z.enum(['host', 'subdomains', 'preload']).default('host'),
    'For which hosts browsers are told to ask by HTTPS alone; preload also asks to be in the lists that browsers ship.',
  ),
});

export type ServerSettings = z.infer<typeof server>;

const target = z.strictObject({
  name: described(id, 'What commands call it.'),
  folder: described(wholePath.optional(), 'A web server serves current/ in it.'),
  ssh: described(sshForm.optional(), 'The machine of the folder, where it is not this one.'),
  store: described(storeForm.optional(), 'In place of a folder: a bucket, from which a CDN serves.'),
  pages: described(
    z.enum(hosts).optional(),
    'In place of both: a pages host, to which its own tool uploads what “broadsheet pages” makes.',
  ),
  grace: described(minutes.default(10), 'Minutes for which what is no more in the edition is served.'),
  server: described(
    server.default({ hsts: 'host' }),
    'What “broadsheet nginx” is to write; of it, a pages host heeds hsts.',
  ),
  hooks: described(hookList, 'What follows every edition, in that order.'),
  everythingAbove: described(
    z.int().min(0).max(100_000).default(500),
    'When more URLs than this have changed, those hooks that can are told “everything”.',
  ),
});

const schema = z.strictObject({ targets: described(list(target), 'Where readers get the paper from.') });

export type TargetSettings = z.infer<typeof target>;

const example: Example = {
  targets: [
    {
      name: 'live',
      folder: '/srv/harbour-post',
      ssh: 'deploy@harbour-post.example',
      store: exampleStore,
      pages: 'cloudflare',
      grace: 10,
      server: {
        listen: '443',
        tls: {
          certificate: '/etc/letsencrypt/live/harbour-post.example/fullchain.pem',
          key: '/etc/letsencrypt/live/harbour-post.example/privkey.pem',
        },
        hsts: 'host',
      },
      hooks: exampleHooks,
      everythingAbove: 500,
    },
  ],
};

export const settingsForm = { schema, example: () => example };

export type ReadSettings = {
  targets: TargetSettings[];
  /** Those of which nothing is wrong, whatever is wrong with others. */
  sound: TargetSettings[];
  problems: Problem[];
};

/** `path` is how the file is told of. */
export function readSettings(bytes: Uint8Array, path: string): ReadSettings {
  const read = readYaml(plainText(bytes), settingsForm, path);
  const { targets } = read.asRead;
  const problems = [...read.problems];
  const sound = targets.filter((target, index) => {
    const field: Field = ['targets', index];
    const first = targets.findIndex(({ name }) => name === target.name);
    const isTwice = first !== targets.findLastIndex(({ name }) => name === target.name);
    if (isTwice && first !== index)
      problems.push({
        code: 'publish/target-twice',
        file: path,
        ...read.at([...field, 'name']),
        what: `Two targets are called “${target.name}”.`,
        fix: 'Give one of them another name.',
      });
    const isPublic = target.store !== undefined && target.store.state === target.store.bucket;
    if (isPublic && target.store)
      problems.push(stateIsPublic(target.store.bucket, { file: path, ...read.at([...field, 'store', 'state']) }));
    const isSound = read.isSound(field);
    const found = isSound ? targetProblems(target, field, { at: read.at, file: path }) : [];
    problems.push(...found);
    return isSound && !isTwice && !isPublic && found.length === 0;
  });
  return { targets, sound, problems: problems.filter((each) => !isMoot(each, problems)) };
}

/** Another bucket is to be named, so that it matters no more how this one was written. */
function isMoot({ code, line, column }: Problem, all: readonly Problem[]): boolean {
  return (
    code === 'publish/bad-bucket' &&
    all.some((each) => each.code === 'publish/state-is-public' && each.line === line && each.column === column)
  );
}

function stateIsPublic(bucket: string, place: Pick<Problem, 'file' | 'line' | 'column'>): Problem {
  return {
    code: 'publish/state-is-public',
    ...place,
    what: 'What is known of the target would be in the bucket that readers have, with stories that are not public yet.',
    fix: `Make another bucket that nobody can read, and name it, as in “state: ${bucket.slice(0, 57)}-state”.`,
  };
}

/** Of a target whose values are right one by one. */
function targetProblems(
  { name, folder, ssh, store, pages, hooks }: TargetSettings,
  field: Field,
  { at, file }: Pick<ReadYaml<unknown>, 'at'> & { file: string },
): Problem[] {
  const problems: Problem[] = [];
  const place = { file, ...at(field) };
  const places = Object.entries({ folder, store, pages });
  const where = places.flatMap(([key, value]) => (value === undefined ? [] : [key]));
  if (ssh !== undefined && folder === undefined)
    problems.push({
      code: 'publish/where',
      ...place,
      what: `The target “${name}” has ssh: and no folder.`,
      fix:
        where.length === 0
          ? 'Write folder: for the folder on that machine.'
          : `Remove ssh:, which ${where[0]}: does without.`,
    });
  else if (where.length !== 1) problems.push({ code: 'publish/where', ...place, ...saidOfPlaces(name, where) });
  else if (pages !== undefined && hooks.length > 0)
    problems.push({
      code: 'publish/hooks-of-pages',
      file,
      ...at([...field, 'hooks']),
      what: `The target “${name}” is a pages host. It has its own cache, and nothing here knows when it has an edition, so no hook would be told.`,
      fix: 'Remove hooks:.',
    });
  return [...problems, ...hookProblems(hooks, [...field, 'hooks'], { at, file })];
}

function saidOfPlaces(name: string, where: readonly string[]): Pick<Problem, 'what' | 'fix'> {
  if (where.length === 0)
    return {
      what: `The target “${name}” does not say where it is.`,
      fix: 'Write one of these: folder: for a folder of this machine, or with ssh: of another, store: for a bucket of an object store, or pages: for a pages host.',
    };
  const named = where.map((each) => `${each}:`).join(' and ');
  return {
    what: `The target “${name}” is in ${where.length} places: ${named}.`,
    fix: 'Keep one of these, and give the others a target each, or remove them.',
  };
}
