/** What only the whole newsroom can tell of `site.yaml`: where its links lead, which scripts there are, which kinds of page. */
import type { UnplacedProblem } from '../catalog/place-problems.ts';
import { readLink } from '../content/links.ts';
import { publicPathAt, publicPrefix, publicUrl } from '../content/public-files.ts';
import { lastingLinks } from '../content/site.ts';
import { meantName, nearest } from '../content/suggest.ts';
import type { CheckedFile } from './cross-check.ts';
import { linkFault, publicAddress } from './link-targets.ts';

type FieldFault = Pick<UnplacedProblem, 'code' | 'what' | 'fix' | 'missing' | 'right'>;

export function checkSite(context: CheckedFile): UnplacedProblem[] {
  const { site, file } = context;
  const links = lastingLinks(site).flatMap(({ path, field }) => {
    const fault = field[0] === 'scripts' ? scriptFault(context, path) : lastingFault(context, path);
    return fault ? [{ file, field, ...fault }] : [];
  });
  return [...links, ...checkKinds(context)];
}

/** It stands on every page, so that it may only lead to what is there whatever is published. */
function lastingFault(context: CheckedFile, url: string): FieldFault | undefined {
  const { kind } = readLink(url, context.site);
  if (kind === 'always' || kind === 'page' || publicAddress(context, url) !== undefined) return linkFault(context, url);
  return {
    code: 'site/passing-link',
    what: `“${url}” is not always there, but the footer is on every page.`,
    fix: 'Link to a page such as /about/, to a section, or to another site.',
  };
}

/** A script of the newsroom's own is a file of `public/`. */
function scriptFault(context: CheckedFile, src: string): FieldFault | undefined {
  const [path = ''] = src.split(/[?#]/);
  if (publicAddress(context, path) === path) return undefined;
  const right = meantScript(context, path);
  const question = right === undefined ? '' : `Did you mean “${right}”? `;
  return {
    code: 'site/unknown-script',
    missing: publicPathAt(path),
    what: `There is no file at ${path}.`,
    fix: `${question}Put the script into public/, so that ${path} is public${path}, or correct the address.`,
    right: right === undefined ? undefined : right + src.slice(path.length),
  };
}

/** One that is only in another folder or spelled otherwise; else the nearest. */
function meantScript(context: CheckedFile, path: string): string | undefined {
  const known = context.catalog.files
    .pathsLike(`${publicPrefix}*`)
    .map(publicUrl)
    .filter((url) => /\.m?js$/.test(url));
  const nameOf = (url: string) => url.slice(url.lastIndexOf('/'));
  return publicAddress(context, path) ?? known.find((url) => nameOf(url) === nameOf(path)) ?? nearest(path, known);
}

/** Scripts name kinds of page, which a newsroom may have of its own. */
function checkKinds({ site, pageKinds, file }: CheckedFile): UnplacedProblem[] {
  return site.scripts.flatMap(({ kinds = [] }, script) =>
    kinds.flatMap((kind, index) => {
      if (kind === '' || pageKinds.includes(kind)) return [];
      const right = meantName(
        kind,
        pageKinds.map((id) => ({ id, names: [] })),
      );
      const question = right === undefined ? '' : `Did you mean “${right}”? `;
      return [
        {
          file,
          field: ['scripts', script, 'kinds', index],
          code: 'site/unknown-kind',
          what: `There is no kind of page “${kind}”.`,
          fix: `${question}Write one of these: ${pageKinds.join(', ')}.`,
          right,
        },
      ];
    }),
  );
}
