/** What only an import needs is installed for it: a newsroom imports once, and no build loads any of it. */
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
  const missing = packages.filter((name) => !isThere(name));
  if (missing.length === 0) return;
  const { peerDependencies } = JSON.parse(readFileSync(engineFile('package.json'), 'utf8'));
  const named = missing.map((name) => `${name}@${peerDependencies[name]}`);
  throw new MachineryError(
    `An import needs packages that are not installed here: npm install --save-exact ${named.join(' ')}. When everything is imported, npm uninstall takes them away again.`,
  );
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
