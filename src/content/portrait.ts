/** The picture of an author: which file it is, and what pages have of it. */
import type { Author } from './author.ts';
import { type Language, textIn } from './names.ts';
import { saysNoWords } from './no-words.ts';
import { type PictureFile, type PictureSource, pictureSource } from './pictures.ts';
import type { Site } from './site.ts';
import { fileKey } from './story-files.ts';

export type Portrait = PictureSource & { alt: string; credit?: string; license?: string };

/** The key of the path below the content folder, if the author’s file names a portrait. */
export function portraitKey({ id, portrait }: Author): string | undefined {
  return portrait && fileKey(`authors/${id}/${portrait.file}`);
}

/** `picture` finds one that may be shown by such a key. */
export function portraitOf(
  author: Author,
  { language, site, picture }: { language: Language; site: Site; picture(key: string): PictureFile | undefined },
): Portrait | undefined {
  const key = portraitKey(author);
  const file = key === undefined ? undefined : picture(key);
  if (!author.portrait || !file) return undefined;
  const { alt, credit, license, focus } = author.portrait;
  const words = (text: typeof credit) => (text === undefined ? undefined : textIn(text, language, site.languages));
  const said = words(alt) ?? '';
  return { ...pictureSource(file, focus), alt: saysNoWords(said) ? '' : said, credit: words(credit), license };
}
