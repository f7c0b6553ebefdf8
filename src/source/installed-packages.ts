/**
 * Whether the packages that are installed are those of the lockfile: an update of the lockfile alone changes nothing that
 * runs. Of npm’s, which writes what it has installed into `node_modules/.package-lock.json`; other lockfiles are not judged.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Package = {
  version?: string;
  integrity?: string;
  optional?: boolean;
  dev?: boolean;
  devOptional?: boolean;
  link?: boolean;
};

/** `installed` undefined: it is not there. */
export type Stale = { name: string; wanted: string; installed?: string };

/** `folder` has the lockfile. */
export function stalePackages(folder: string): Stale[] {
  const lockfile = join(folder, 'package-lock.json');
  const there = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(lockfile) || !existsSync(there)) return [];
  const installed = packagesIn(there);
  return Object.entries(packagesIn(lockfile)).flatMap(([path, wanted]) => {
    const has = installed[path];
    if (!path.startsWith('node_modules/') || wanted.link || (has ? isSame(has, wanted) : mayBeMissing(wanted)))
      return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return [{ name, wanted: wanted.version ?? '', installed: has?.version }];
  });
}

function packagesIn(file: string): Record<string, Package> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {}; // npm itself tells of a lockfile that cannot be read
  }
}

function isSame(one: Package, other: Package): boolean {
  return one.version === other.version && (one.integrity ?? other.integrity) === (other.integrity ?? one.integrity);
}

/** Those of other systems, and those that a server does without. */
function mayBeMissing({ optional, dev, devOptional }: Package): boolean {
  return optional === true || dev === true || devOptional === true;
}
