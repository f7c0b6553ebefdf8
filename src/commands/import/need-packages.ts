/** What only texts of other programs need is installed for them: most newsrooms import once, and no build loads any of it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { engineFile } from '../../engine-files.ts';
import { MachineryError } from '../../errors.ts';

const packages = [
  'hast-util-from-parse5',
  'hast-util-to-mdast',
  'markdown-it-deflist',
  'markdown-it-footnote',
  'parse5',
  'remark-gfm',
  'remark-stringify',
  'smol-toml',
  'unified',
];

/** Throws, saying what to install; tests say themselves what is there. */
export function needImportPackages(isThere = isInstalled): void {
  const command = missingPackages(isThere);
  if (command === undefined) return;
  throw new MachineryError(
    `An import needs packages that are not installed here: ${command}. When everything is imported, npm uninstall takes them away again.`,
  );
}

/** The same for documents, which come every day. */
export function needDocumentPackages(isThere = isInstalled): void {
  const command = missingPackages(isThere);
  if (command === undefined) return;
  throw new MachineryError(`To read documents, packages are needed that are not installed here: ${command}`);
}

function missingPackages(isThere: (name: string) => boolean): string | undefined {
  const missing = packages.filter((name) => !isThere(name));
  if (missing.length === 0) return undefined;
  const { peerDependencies } = JSON.parse(readFileSync(engineFile('package.json'), 'utf8'));
  const named = missing.map((name) => `${name}@${peerDependencies[name]}`);
  return `npm install --save-exact ${named.join(' ')}`;
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    createRequire(import.meta.url);
    return true;
  } catch {
    return false;
  }
}
