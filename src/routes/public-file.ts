/** A file of `public/`, as it is, at the root of the site. */
import { publicUrl } from '../content/public-files.ts';
import { fileKind } from './files-as-they-are.ts';

export const publicFile = fileKind('public-file', publicUrl);
