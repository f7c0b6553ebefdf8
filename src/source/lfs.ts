/**
 * Files that are kept in Git LFS: git has a pointer in the place of each (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md).
 * What a pointer stands for is asked of `git lfs`, of many in one call, as git itself would on a checkout; that needs
 * neither a work tree nor attributes. What is not here is fetched before (`lfs-fetch.ts`).
 */
import { createHash } from 'node:crypto';
import { MachineryError } from '../errors.ts';
import { tryGit } from './git.ts';
import { fetchMissing, leftOutNothing, neverSkipped, type Pointer } from './lfs-fetch.ts';
import { Packets, packet } from './packets.ts';

const written = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\noid sha256:([0-9a-f]{64})\nsize \d+\n$/;
const mostBytes = 1024; // of a pointer, as Git LFS has it

/** The same files, each with its own bytes in place of its pointer's. `folder`: any of the repository; outside of one, undefined. */
export function withoutPointers(folder: string | undefined, files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const pointers = [...files].flatMap(([path, bytes]) => readPointer(path, bytes));
  if (pointers.length === 0) return files;
  return new Map([...files, ...smudged(folder, pointers)]);
}

function readPointer(path: string, bytes: Uint8Array): Pointer | [] {
  if (bytes.length > mostBytes || bytes[0] !== 'v'.charCodeAt(0)) return [];
  const [, oid] = written.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  return oid === undefined ? [] : { path, bytes, oid };
}

function smudged(folder: string | undefined, pointers: readonly Pointer[]): Map<string, Uint8Array> {
  const [{ path }] = pointers as [Pointer];
  const kept = `${path} is kept in Git LFS`;
  if (folder === undefined)
    throw new MachineryError(
      `${kept}, and only its pointer is here, in no git repository. Build a clone of the repository, or put the file itself there; the site is unchanged.`,
    );
  fetchMissing(folder, pointers);
  const run = tryGit(folder, [...leftOutNothing, 'lfs', 'filter-process'], asked(pointers), neverSkipped);
  if (/'lfs' is not a git command/.test(run.stderr))
    throw new MachineryError(
      `${kept}, and git lfs is not installed here. Install it (https://git-lfs.com, or “apt-get install git-lfs”), then build again; the site is unchanged.`,
    );
  const answers = answersIn(run.stdout);
  return new Map(
    pointers.map(({ path: of, oid }, index) => {
      const bytes = answers[index];
      if (bytes && createHash('sha256').update(bytes).digest('hex') === oid) return [of, bytes];
      throw new MachineryError(
        `${of} is kept in Git LFS, and its object ${oid.slice(0, 12)} is neither here nor could it be fetched${reasonIn(run.stderr)}. Run “git lfs fetch --all” where it can be reached, or push it with “git lfs push --all” from where it is, then build again; the site is unchanged.`,
      );
    }),
  );
}

/** The last of what it said that is no advice of where more is said. */
function reasonIn(said: string): string {
  const last = said.split('\n').findLast((line) => !/^(?:Errors logged to|Use `git lfs logs|\s*$)/.test(line)) ?? '';
  const reason = /.*\[\d+\] (.+)$/.exec(last)?.[1] ?? last;
  return reason === '' ? '' : ` (git lfs says: ${reason})`;
}

/** What git says to a filter that it keeps running (https://git-scm.com/docs/gitattributes#_long_running_filter_process). */
function asked(pointers: readonly Pointer[]): Buffer {
  const end = packet();
  const requests = pointers.flatMap(({ path, bytes }) => [
    packet('command=smudge\n'),
    packet(`pathname=${path}\n`),
    end,
    packet(bytes),
    end,
  ]);
  const welcome = [
    'git-filter-client\n',
    'version=2\n',
    undefined,
    'capability=clean\n',
    'capability=smudge\n',
    undefined,
  ];
  return Buffer.concat([...welcome.map(packet), ...requests]);
}

/** As many as there are: it stops at the first file that it cannot have. */
function answersIn(output: Buffer): (Buffer | undefined)[] {
  const packets = new Packets(output);
  const version = packets.list();
  const capabilities = packets.list();
  const answers: (Buffer | undefined)[] = [];
  while (version && capabilities) {
    const status = packets.list()?.toString();
    if (status === undefined) break;
    if (!status.includes('status=success')) {
      answers.push(undefined);
      continue;
    }
    const bytes = packets.list();
    const isWhole = packets.list()?.toString().includes('status=error') === false;
    answers.push(isWhole ? bytes : undefined);
  }
  return answers;
}
