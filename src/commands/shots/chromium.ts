/** The system's Chromium, as `playwright-core` drives it; nothing of its own goes out to anyone. */
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { MachineryError } from '../../errors.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onMacs = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `playwright-core` is the first that is installed in one of the folders. Throws a MachineryError that says what is not. */
export async function openChromium(folders: readonly string[]): Promise<Browser> {
  const { chromium } = playwrightIn(folders);
  const executablePath = chromiumPath(chromium.executablePath());
  return chromium.launch({ executablePath, args: chromiumFlags });
}

function playwrightIn(folders: readonly string[]): typeof import('playwright-core') {
  for (const folder of folders)
    try {
      return createRequire(join(folder, 'package.json'))('playwright-core');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  throw new MachineryError(
    'Pictures are taken by playwright-core, which is not installed here: npm install --save-dev playwright-core.',
  );
}

/** Of the system, or the one at `other`, where `playwright-core` puts its own. */
export function chromiumPath(...other: string[]): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), onMacs, ...other];
  const found = paths.find(isExecutable);
  if (found !== undefined) return found;
  throw new MachineryError(
    'Pictures are taken in Chromium, which is not installed here: apt-get install chromium on Debian, elsewhere npx playwright-core install chromium.',
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
