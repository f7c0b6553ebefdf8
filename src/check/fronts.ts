/** Whether a feed lies beside the front that it is of; one at a former address of a front is a copy of another. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readHtmlReferences } from './html-references.ts';

/** Both below `out`. */
export function isBesideFront(out: string, feed: string): boolean {
  const front = join(out, dirname(feed), 'index.html');
  if (!existsSync(front)) return false;
  const { references } = readHtmlReferences(readFileSync(front, 'utf8'));
  return !references.some(({ found }) => found === 'meta refresh');
}
