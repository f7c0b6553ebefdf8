/**
 * A component or page of the newsroom stands in for the engine's of the same name, everywhere; and whatever the
 * newsroom's files import of Broadsheet, Preact and zod is the engine's own, so that there is one of each.
 */
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { engineFile, engineRoot } from '../engine-files.ts';
import { isIn, pathBelow } from '../source/path-below.ts';
import { codeIn, isOwnFile } from './own-files.ts';

export const replaceable = ['layouts/components', 'layouts/pages'];

const ofEngine = /^(?:broadsheet|preact|preact-render-to-string|zod)(?:\/|$)/;

/** To be called once, before any of these files is imported. */
export function replaceLayouts(newsroom: string): void {
  const own = new Map(
    replaceable
      .flatMap((folder) => codeIn(newsroom, folder))
      .map((file) => [withoutEnding(pathBelow(newsroom, file)), file]),
  );
  const asEngine = pathToFileURL(engineFile('src/own/replace-layouts.ts')).href;
  registerHooks({
    resolve(specifier, context, next) {
      const importer = fileOf(context.parentURL);
      if (importer !== undefined && isOwnFile(newsroom, importer))
        return next(specifier, ofEngine.test(specifier) ? { ...context, parentURL: asEngine } : context);
      const found = next(specifier, context);
      const file = fileOf(found.url);
      const mine = file && isIn(engineRoot, file) ? own.get(withoutEnding(pathBelow(engineRoot, file))) : undefined;
      return mine === undefined ? found : { ...found, url: pathToFileURL(mine).href, format: undefined };
    },
  });
}

function fileOf(url: string | undefined): string | undefined {
  return url?.startsWith('file:') ? fileURLToPath(url) : undefined;
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/, '');
}
