/**
 * An edition's name: the sum of what all its routes are made of, so that it can be kept up to date
 * route by route and is the same for a clean build. `dist/.edition` says which edition a folder holds;
 * while it is being written it says `unfinished` and a word that the catalog knows too.
 */
import { hash } from 'node:crypto';
import type { Catalog } from '../catalog/catalog.ts';
import type { Site } from '../content/site.ts';

const modulus = 1n << 128n;

const ofPreviews = 'preview-';

/** 32 hexadecimal digits; of a preview its name says so. */
export function editionName(catalog: Catalog): string {
  const sum = BigInt(catalog.state.get('edition') ?? '0');
  return `${markOf(catalog)}${sum.toString(16).padStart(32, '0')}`;
}

/** What the names of a preview, and the words of builds that write it, begin with. */
export function markOf(catalog: Catalog): string {
  return catalog.record<Site>('site.yaml')?.isPreview ? ofPreviews : '';
}

/** Whether the name of an edition, or the word of a build, is that of a preview. */
export function isPreviewName(name: string): boolean {
  return name.startsWith(ofPreviews);
}

/** What one route adds to the sum. */
export function partOfEdition(url: string, fp: string): bigint {
  return BigInt(`0x${hash('sha256', `${url}\n${fp}`).slice(0, 32)}`);
}

/** Adds to the sum; a negative number takes away. */
export function changeEdition(catalog: Catalog, by: bigint): void {
  if (by === 0n) return;
  const sum = (BigInt(catalog.state.get('edition') ?? '0') + by) % modulus;
  catalog.state.set('edition', String(sum < 0n ? sum + modulus : sum));
}

/** Nothing in an output folder is known to be good: every route is asked, rendered and compared. */
export function distrustOutput(catalog: Catalog, why: string): void {
  catalog.transaction(() => {
    catalog.routes.clearFingerprints();
    catalog.touched.addAll(why);
    catalog.state.set('edition', '0');
  });
}
