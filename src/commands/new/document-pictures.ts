/** Pictures of a document, as files that can be put beside its story: those that the site can show, and why it cannot show others. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unescapeHtml } from '../../content/blocks/markup.ts';
import { isWebAddress } from '../../content/names.ts';
import type { Document } from '../../import/documents/document.ts';
import type { FoundFile } from '../../import/media.ts';
import { inspectPicture } from '../../sync/inspect-pictures.ts';
import { bytesOf, pictureType } from '../import/story-pictures.ts';

export class DocumentPictures {
  readonly #folder = mkdtempSync(join(tmpdir(), 'document-'));
  readonly #files = new Map<string, string>();
  /** Files that the site cannot show, by what is wrong with each. */
  readonly bad = new Map<string, string>();

  /** Takes out those that a text names. */
  async take(html: string, document: Document): Promise<void> {
    const named = new Set([...html.matchAll(/<img [^>]*?src="([^"]*)"/g)].map(([, src = '']) => unescapeHtml(src)));
    for (const src of named) {
      const bytes = isWebAddress(src) ? undefined : document.picture(src);
      if (!bytes) continue;
      const file = join(this.#folder, String(this.#files.size));
      writeFileSync(file, bytes);
      this.#files.set(src, file);
      const why = await faultOf(file);
      if (why !== undefined) this.bad.set(file, `${src.replace(/^.*\//, '')}: ${why}`);
    }
  }

  find(src: string): FoundFile | undefined {
    const file = this.#files.get(src);
    if (file !== undefined) return { file };
    return isWebAddress(src) ? { url: src } : undefined;
  }

  end(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function faultOf(file: string): Promise<string | undefined> {
  const found = pictureType(file);
  if (!found) return 'It is of a type that no browser shows.';
  const { type, isRedrawn } = found;
  const bytes = await bytesOf({ name: '', file, isRedrawn });
  if (!bytes) return 'It cannot be read.';
  const inspected = await inspectPicture({ path: `picture.${isRedrawn ? 'png' : type}`, blob: '' }, bytes, () => false);
  return 'code' in inspected ? inspected.what : undefined;
}
