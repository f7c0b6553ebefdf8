/**
 * What is said between whoever publishes and `receive`, which has the target on its machine. What comes from there is somebody
 * else’s: a path is one of a file of the site, and of a hash is made nothing but the name of a file.
 */
import { z } from 'zod';
import { schemaVersion } from '../../catalog/schema.ts';
import { MachineryError, NotSent, SystemError, TargetBusy, WrongUsage } from '../../errors.ts';
import { findSystemError } from '../../source/system-error.ts';
import { notedNames } from '../ledger-rows.ts';
import { version as ledgerVersion } from '../ledger-schema.ts';

/** How the two talk, and what they send each other: other numbers are another language. */
export const forms = `1.${ledgerVersion}.${schemaVersion}`;

/** How often whoever is at work says so, and how long `receive` waits for that; in milliseconds. */
export const [aliveEvery, goneAfter] = [60_000, 300_000];

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is refused
const control = /[\u0000-\u001f\u007f]/;

const sitePath = z
  .string()
  .max(4000)
  .refine((path) => !control.test(path) && !/\\/.test(path) && !path.split('/').some(isNoName));

/** `.edition` and `.tmp` are of builds. */
function isNoName(name: string): boolean {
  return ['', '.', '..', '.edition', '.tmp'].includes(name);
}

const hashForm = z.string().regex(/^[0-9a-f]{64}$/);
const oneLine = z
  .string()
  .max(500)
  .refine((text) => !control.test(text));
const whole = z.int().min(0);

export const helloForm = z.object({ version: oneLine, forms: oneLine });
export const callerForm = z.object({ who: oneLine, folder: oneLine.startsWith('/') });

export const notesForm = z.strictObject({
  state: z.array(z.tuple([z.enum(notedNames), oneLine])),
  leaving: z.array(z.tuple([sitePath, whole])),
  answer: z.array(z.tuple([sitePath, z.string().max(4000).startsWith('/')])),
  hook: z.array(z.tuple([z.string().max(4000), whole])),
});

export const workForm = z.strictObject({
  edition: z.strictObject({ name: oneLine, revision: oneLine, at: whole, how: z.enum(['publish', 'rollback']) }),
  notes: notesForm,
  stages: z.array(
    z.array(
      z.strictObject({ path: sitePath, after: z.strictObject({ hash: hashForm, isGone: z.boolean() }).optional() }),
    ),
  ),
});

const address = z
  .string()
  .max(8000)
  .refine((text) => !control.test(text));

export const redirectsForm = z.array(
  z.strictObject({ from: address, to: address, file: z.boolean(), below: z.literal(true).optional() }),
);

export type Failure = { kind: keyof typeof kinds | 'bug'; text: string };

/** What commands tell apart, the narrower first. */
const kinds = {
  busy: TargetBusy,
  'not sent': NotSent,
  usage: WrongUsage,
  system: SystemError,
  machinery: MachineryError,
} as const;

/** An error as it travels. */
export function failureOf(error: unknown): Failure {
  const told = findSystemError(error) ?? error;
  if (told instanceof z.ZodError) return { kind: 'machinery', text: refusal(told) };
  const kind = Object.entries(kinds).find(([, each]) => told instanceof each)?.[0] as Failure['kind'] | undefined;
  if (kind !== undefined) return { kind, text: (told as Error).message };
  return { kind: 'bug', text: told instanceof Error ? (told.stack ?? told.message) : String(told) };
}

/** The same where it is told; `place` says where that was. */
export function errorOf({ kind, text }: Failure, place: string): Error {
  if (kind === 'bug' || !Object.hasOwn(kinds, kind)) return new Error(`On ${place}: ${text}`);
  return new kinds[kind](kind === 'busy' ? text : `On ${place}: ${text}`);
}

function refusal({ issues }: z.ZodError): string {
  const where = issues[0]?.path.join('.') ?? '';
  return `What was sent is refused, for it is not what a publish sends (${where}). Readers have what they had.`;
}
