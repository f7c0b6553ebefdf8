/** Edits of the portraits of authors: one that comes, goes, has other bytes, is said to expire or to be cut elsewhere. */
import { jpegWith } from '../support/pictures.ts';
import type { Edit, Model } from './edits.ts';
import { at, authors, focuses, pictureNames } from './vocabulary.ts';

/** A JPEG's bytes, as text of latin1. */
export function picture(value: number): string {
  return jpegWith(`picture ${value % 3}`, 'larger').toString('latin1');
}

export function changePortrait({ files, now }: Model, { pick, value, other }: Edit): void {
  const path = `authors/${at(authors, pick)}`;
  const [had] = [...files.keys()].filter((each) => each.startsWith(`${path}/`));
  if (had && other % 2 === 0) {
    files.set(had, picture(value));
    return;
  }
  const [file, written] = at(pictureNames, other);
  const day = new Date((now + ((other % 7) - 3) * 86_400) * 1000).toISOString().slice(0, 10);
  const portrait = {
    file: written,
    alt: `Portrait ${value % 3}`,
    ...(value % 3 === 0 ? { focus: at(focuses, other) } : {}),
    ...(other % 3 === 0 ? {} : { expires: day }),
  };
  const without = (files.get(`${path}.yaml`) ?? 'name: Somebody\n').replace(/^portrait: .*\n/m, '');
  if (value % 5 > 0) files.set(`${path}/${file}`, picture(value));
  files.set(`${path}.yaml`, value % 5 === 0 ? without : `${without}portrait: ${JSON.stringify(portrait)}\n`);
}
