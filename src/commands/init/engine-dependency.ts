/** How a new newsroom depends on the engine that makes it: by number if that was installed by number, else by the same packed file. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { engineFile, engineRoot, isCompiled } from '../../engine-files.ts';
import { WrongUsage } from '../../errors.ts';
import { packageIn } from '../newsroom.ts';

export type EngineDependency = {
  /** For `package.json`. */
  wanted: string;
  /** A file to be copied into the newsroom's `vendor/`. */
  packed?: string;
};

export function engineDependency(): EngineDependency {
  const { version } = JSON.parse(readFileSync(engineFile('package.json'), 'utf8'));
  const packed = packedFile(version);
  if (packed === undefined) return { wanted: version };
  if (!existsSync(packed))
    throw new WrongUsage(
      `${packed} is not there, which the newsroom would be given. ${isCompiled ? 'Put it back: Broadsheet was installed from it.' : 'Make it: npm run pack'}`,
    );
  return { wanted: `file:vendor/${basename(packed)}`, packed };
}

function packedFile(version: string): string | undefined {
  if (!isCompiled) return engineFile(`.cache/package/broadsheet-${version}.tgz`);
  const [, installer] = /^(.*?)[\\/]node_modules[\\/]/.exec(engineRoot) ?? [];
  if (installer === undefined) return undefined;
  const wanted = packageIn(installer).dependencies?.broadsheet;
  return wanted?.startsWith('file:') ? resolve(installer, wanted.slice('file:'.length)) : undefined;
}
