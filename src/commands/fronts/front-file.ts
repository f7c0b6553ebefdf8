/** `front.yaml` as it lies there: what forms are made of, and what is written only where nobody else has changed it. */
import { hash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { frontFile } from '../../desk/fronts/change-front.ts';
import { schemaLine } from '../../desk/schema-line.ts';
import { readRegularFile } from '../../source/regular-file.ts';
import { replaceFile } from '../../source/replace-file.ts';
import { namesIn } from '../file-names.ts';

/** `hash`: of its bytes, `` where there is no file. `other`: why it is nothing that can be changed. */
export type FrontText = { text: string; hash: string; other?: string };

export function readFrontText(content: string): FrontText {
  const file = join(content, frontFile);
  const bytes = readRegularFile(file);
  if (!bytes)
    return existsSync(file)
      ? { text: '', hash: '', other: `${frontFile} is a link, or no file. Put a file in its place.` }
      : { text: '', hash: '' };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const isText = Buffer.from(text).equals(bytes);
  return {
    text,
    hash: hash('sha256', bytes),
    ...(!isText && { other: `${frontFile} is not in UTF-8. Save it as UTF-8.` }),
  };
}

/** Without a text the file goes. `before`: what it is to be still, or nothing is written and false is returned. */
export function writeFrontText(content: string, before: string, text: string | undefined): boolean {
  const { hash, other } = readFrontText(content);
  if (hash !== before || other !== undefined) return false;
  const file = join(content, frontFile);
  if (text === undefined) rmSync(file);
  else replaceFile(file, text);
  return true;
}

/** Of a file that is not there yet; of content outside of the newsroom, which knows no way to the schemas, nothing. */
export function newFrontText(content: string, newsroom: string): string {
  const name = namesIn(content, newsroom)(frontFile);
  return isAbsolute(name) ? '' : schemaLine('front', name);
}
