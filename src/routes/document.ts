/** A document of a story, as it is: on the site only while a public story refers to it. */
import { documentUrl } from '../content/documents.ts';
import { readFileScope } from '../content/scopes.ts';
import type { Kind } from './kind.ts';

/** Made of its bytes alone. */
export type FileProps = { url: string; blob: string };

export const document: Kind<'document', FileProps> = {
  name: 'document',
  isForMachines: true,
  url({ scope }) {
    const file = readFileScope(scope);
    return file && scope.of === 'document' ? documentUrl(file.path) : undefined;
  },
  props(_queries, { scope }, _site, url) {
    const file = readFileScope(scope);
    return file && { url, blob: file.blob };
  },
};
