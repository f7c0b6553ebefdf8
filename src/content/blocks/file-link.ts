/** A link to a file that says what is behind it: `PDF, 1.2 MB`. */
import type { DocumentPlace } from '../documents.ts';
import { typeOf } from '../story-files.ts';
import type { Say } from './block.ts';
import { type Html, markup } from './markup.ts';

export function fileLink(file: DocumentPlace, title: string, say: Say, duration?: string): Html {
  const type = typeOf(file.url).toUpperCase();
  const size = file.bytes === undefined ? undefined : say.size(file.bytes);
  const is = [type, size, duration].filter(Boolean).join(say.comma);
  return markup`<a class="file" href="${file.url}">${title}</a> <span class="file-is">${is}</span>`;
}
