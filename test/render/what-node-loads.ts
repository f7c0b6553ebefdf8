/** Loads all layouts, and prints which file asked Node for which, as pairs of paths from the project: JSON. */
import { registerHooks } from 'node:module';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'tsx/esm';

const root = resolve(import.meta.dirname, '../..');
const pairs: [string, string][] = [];

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const [from, to] = [context.parentURL, found.url].map((url) => pathOf(url ?? ''));
    if (from !== undefined && to !== undefined) pairs.push([from, to]);
    return found;
  },
});

function pathOf(url: string): string | undefined {
  return url.startsWith('file:') ? relative(root, fileURLToPath(url.replace(/\?.*$/, ''))) : undefined;
}

await import('../../layouts/layouts.tsx');
await import('../../layouts/block-words.ts');
console.log(JSON.stringify(pairs));
