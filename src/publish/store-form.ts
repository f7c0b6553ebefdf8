/** What `publish.yaml` may say of an object store. */
import { z } from 'zod';
import type { Example } from '../content/example.ts';
import { word } from '../content/fields.ts';
import { isWebAddress } from '../content/names.ts';
import { refuse } from '../content/refusal.ts';
import { described } from '../content/yaml/schema.ts';

const endpoint = word().superRefine(
  refuse(
    (value) => originOf(value) === value.replace(/\/$/, ''),
    (value) => ({
      code: 'publish/bad-endpoint',
      what: `“${value}” is not the address of a store, which begins with http:// or https:// and has no path, user name or password.`,
      right: originOf(/^https?:\/\//i.test(value) ? value : `https://${value}`) ?? 'https://s3.eu-west-1.amazonaws.com',
    }),
  ),
);

export function originOf(value: string): string | undefined {
  return isWebAddress(value) ? new URL(value).origin : undefined;
}

const bucket = word().superRefine(
  refuse(isBucket, (value) => {
    const meant = value
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    return {
      code: 'publish/bad-bucket',
      what: `“${value}” is not the name of a bucket, which has 3 to 63 small letters, digits, dots and hyphens.`,
      right: isBucket(meant) ? meant : 'my-paper',
    };
  }),
);

function isBucket(value: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value);
}

const prefix = word(500).superRefine(
  refuse(
    (value) => value === plainPrefix(value),
    (value) => ({
      code: 'publish/bad-prefix',
      what: `“${value}” is not what the names of objects can begin with, which is names of folders with a / between them.`,
      right: plainPrefix(value) || 'site',
    }),
  ),
);

function plainPrefix(value: string): string {
  return value
    .split('/')
    .filter((name) => !['', '.', '..'].includes(name))
    .join('/');
}

export const storeForm = z.strictObject({
  endpoint: described(endpoint, 'The address of the store.'),
  region: described(word().optional(), 'Without it, as the endpoint says.'),
  bucket: described(bucket, 'Readers have what is in it.'),
  state: described(bucket, 'Nobody may read what is in it: it has stories that are not public.'),
  prefix: described(prefix.default(''), 'What the names of its objects begin with.'),
  lock: described(z.enum(['store', 'ci']).default('store'), 'Who sees to it that two never publish at once.'),
  encoding: described(
    z.enum(['none', 'gzip', 'brotli']).default('none'),
    'How pages are packed, for a CDN that unpacks them for who cannot.',
  ),
});

export type StoreSettings = z.infer<typeof storeForm>;

export const exampleStore: Example = {
  endpoint: 'https://s3.eu-west-1.amazonaws.com',
  region: 'eu-west-1',
  bucket: 'harbour-post',
  state: 'harbour-post-state',
  prefix: 'site',
  lock: 'store',
  encoding: 'none',
};
