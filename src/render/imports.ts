/**
 * Which other files a file of code names. It is read without a parser, as TypeScript, TSX or what is compiled of them: rather
 * too much is found than too little, and what cannot be told is said to be so.
 */

export type Imports = {
  /** Of other files, as they are written: what is imported, and whatever else looks like a path from here. */
  paths: string[];
  /** Of packages. */
  packages: string[];
  /** Paths that are imported, and so have to be there. */
  imported: string[];
};

/** Erased before the code runs. */
const ofTypes = /^(?:import|export) type (?:\{[^}]*\}|\*(?: as [\w$]+)?|(?!from\b)[\w$]+) from (['"])[^'"\n]*\1/gm;
const pathLike = /(['"`])(\.{1,2}\/[^'"`\n]*)\1/g;
const importing = /\b(?:from|import|import\s*\(|require\s*\()\s*(['"])([^'"\n]+)\1/g;
/** A path that is worked out, or that stands in more than quotation marks. */
const computed = /\b(?:import|require)\s*\((?!\s*(['"])[^'"\n\\]*\1\s*\))/;

/** Undefined if it imports what cannot be told. */
export function importsIn(code: string): Imports | undefined {
  const text = code.replace(ofTypes, '');
  const named = [...text.matchAll(importing)].map(([, , specifier = '']) => specifier);
  const paths = [...text.matchAll(pathLike)].map(([, , path = '']) => path);
  if (computed.test(text) || [...named, ...paths].some((each) => /\\|\$\{/.test(each))) return undefined;
  return {
    paths,
    packages: named.filter((each) => !each.startsWith('.')),
    imported: named.filter((each) => each.startsWith('.')),
  };
}
