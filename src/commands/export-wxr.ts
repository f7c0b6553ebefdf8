/** Writes the file for WordPress, and beside it what that cannot hold and where old addresses lead. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ToExport } from '../export/plain-newsroom.ts';
import { forWordpress } from '../export/wordpress/wxr.ts';
import { replaceFile, replaceFileInParts } from '../source/replace-file.ts';
import type { Progress } from './progress.ts';
import { say } from './terminal.ts';

/** `file` ends in `.xml`. */
export async function writeForWordpress(toExport: ToExport, file: string, progress: Progress): Promise<void> {
  const written = forWordpress({
    ...toExport,
    onFile: (done, total) => progress('Writing for WordPress', done, total),
  });
  await replaceFileInParts(file, (beside) => pipeline(Readable.from(written.xml), createWriteStream(beside)));
  const name = file.replace(/\.xml$/i, '');
  replaceFile(`${name}.redirects.csv`, written.redirects());
  const losses = written.losses();
  const lines = losses.map(
    ({ what, count, example }) => `${count.toLocaleString('en').padStart(7)}  ${what}, for example ${example}`,
  );
  replaceFile(`${name}.left-out.txt`, lines.map((line) => `${line}\n`).join(''));
  say(
    `Written for WordPress: ${file}, ${written.stories().toLocaleString('en')} stories. Old addresses: ${name}.redirects.csv`,
  );
  if (lines.length > 0) say(`What WordPress cannot hold (${name}.left-out.txt):`);
  for (const line of lines) say(line);
}
