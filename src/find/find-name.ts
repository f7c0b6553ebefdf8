/** Looks for names everywhere: in the files of the newsroom and in the built site, and says which came from which. */
import type { Site } from '../content/site.ts';
import { type BuiltFile, isBuilt, searchSite } from './built-files.ts';
import { findInText } from './find-in-text.ts';
import type { PlaceInSite } from './html-places.ts';
import { type FileWithName, type NewsroomToSearch, searchNewsroom } from './newsroom-files.ts';
import { Origins } from './origins.ts';

/** What readers can ask for that holds a name. `unexplained`: forms of it that no file of the newsroom has. */
export type AddressWithName = {
  address: string;
  where: readonly PlaceInSite[];
  forms: string[];
  from: FileWithName[];
  unexplained: string[];
};

export type NameFound = {
  files: FileWithName[];
  addresses: AddressWithName[];
  /** Addresses that hold it in nothing but ids that are kept. */
  keptIn: string[];
  unread: string[];
  looked: { files: number; built: number };
};

type Everywhere = {
  newsroom: NewsroomToSearch;
  /** The folder of the built site, if there is one. */
  out: string | undefined;
  /** Old addresses that only the host answers. */
  redirects: readonly { from: string; to: string }[];
  site: Site | undefined;
  onFile?(): void;
};

export function findName(
  { newsroom, out, redirects, site, onFile }: Everywhere,
  patterns: readonly RegExp[],
): NameFound {
  const { files, looked, unread } = searchNewsroom(newsroom, patterns);
  const origins = site && new Origins(files, site, (url) => out !== undefined && isBuilt(out, url));
  const found: NameFound = { files, addresses: [], keptIn: [], unread, looked: { files: looked, built: 0 } };
  const keptIds = files.flatMap(({ places }) => places.flatMap(({ isKept, word }) => (isKept ? [word] : [])));
  const take = (built: BuiltFile) => {
    if (built.forms.size === 0) found.keptIn.push(built.url);
    else found.addresses.push(described(built, origins));
  };
  const count = () => {
    found.looked.built += 1;
    onFile?.();
  };
  if (out !== undefined) for (const built of searchSite({ out, keptIds, onFile: count }, patterns)) take(built);
  for (const { from, to } of redirects) {
    const forms = new Map(findInText(from, patterns).map(({ key, form }) => [key, form]));
    if (forms.size > 0) take({ url: from, where: ['address'], forms, hasKept: false, names: new Set([to]) });
  }
  return found;
}

function described({ url, where, forms, names }: BuiltFile, origins: Origins | undefined): AddressWithName {
  const { from, unexplained } = origins?.of({ url, forms, names }) ?? { from: [], unexplained: [] };
  return { address: url, where, forms: [...new Set(forms.values())], from, unexplained };
}
