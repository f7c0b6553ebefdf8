/** What documents and public files have in common: they go out as they are, each at a place that names its bytes. */
import { readFileScope } from '../content/scopes.ts';
import type { Kind } from './kind.ts';

/** Made of its bytes alone. */
export type FileProps = { url: string; blob: string };

export function fileKind<Name extends string>(name: Name, urlOf: (path: string) => string): Kind<Name, FileProps> {
  return {
    name,
    isForMachines: true,
    url({ scope }) {
      const file = readFileScope(scope);
      return file && scope.of === name ? urlOf(file.path) : undefined;
    },
    props(_queries, { scope }, _site, url) {
      const file = readFileScope(scope);
      return file && { url, blob: file.blob };
    },
  };
}
