/** A file of `public/`, as it is, at the root of the site. */
import { publicUrl } from '../content/public-files.ts';
import { readFileScope } from '../content/scopes.ts';
import type { FileProps } from './document.ts';
import type { Kind } from './kind.ts';

export const publicFile: Kind<'public-file', FileProps> = {
  name: 'public-file',
  isForMachines: true,
  url({ scope }) {
    const file = readFileScope(scope);
    return file && scope.of === 'public-file' ? publicUrl(file.path) : undefined;
  },
  props(_queries, { scope }, _site, url) {
    const file = readFileScope(scope);
    return file && { url, blob: file.blob };
  },
};
