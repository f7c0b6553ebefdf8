/**
 * A component or page of the newsroom stands in for the engine's of the same name, everywhere; and whatever the
 * newsroom's files import of Broadsheet and Preact is the engine's own, so that there is one of each. Of zod it is the
 * engine's version, whose schemas a package's own copy of that takes for its own.
 */
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { engineFile, engineRoot, isCompiled, layoutsTogether } from '../engine-files.ts';
import { isIn, pathBelow } from '../source/path-below.ts';
import { codeIn, isOwnFile } from './own-files.ts';

export const replaceable = ['layouts/components', 'layouts/pages'];

const ofEngine = /^(?:broadsheet|preact|preact-render-to-string|zod)(?:\/|$)/;

/** In a package all of them are in one file, which loads sooner; it stands back where any of them may be replaced. */
const together = isCompiled ? [[withoutEnding(layoutsTogether), engineFile('layouts/layouts.tsx')] as const] : [];

/** To be called once, before any of these files is imported. */
export function replaceLayouts(newsroom: string): void {
  const own = replaceable.flatMap((folder) => codeIn(newsroom, folder));
  const standIns = new Map([
    ...together,
    ...own.map((file) => [withoutEnding(pathBelow(newsroom, file)), file] as const),
  ]);
  const asEngine = pathToFileURL(engineFile('src/cli.js')).href;
  registerHooks({
    resolve(specifier, context, next) {
      const importer = fileOf(context.parentURL);
      if (importer !== undefined && isOwnFile(newsroom, importer))
        return next(specifier, ofEngine.test(specifier) ? { ...context, parentURL: asEngine } : context);
      const found = next(specifier, context);
      const file = fileOf(found.url);
      const standIn = file && isIn(engineRoot, file) && standIns.get(withoutEnding(pathBelow(engineRoot, file)));
      return standIn ? { ...found, url: pathToFileURL(standIn).href, format: undefined } : found;
    },
  });
}

function fileOf(url: string | undefined): string | undefined {
  return url?.startsWith('file:') ? fileURLToPath(url) : undefined;
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/, '');
}
