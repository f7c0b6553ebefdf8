/** The `package.json` of the package, from the one of this repository: no script, nothing for development. */

export type Manifest = {
  name: string;
  version: string;
  description: string;
  license: string;
  type: string;
  engines: Record<string, string>;
  bin: Record<string, string>;
  exports: Record<string, string>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  peerDependenciesMeta: Record<string, { optional: boolean }>;
};

/**
 * `node` is the package that brings Node here. A package cannot bring a folder of its own along, so this one asks for
 * what that one asks for; where its binary cannot start, the system’s Node is used all the same. Packages whose code is in
 * the engine's own files are asked for too: the types of what newsrooms import name theirs. Of what only some newsrooms
 * need, which they install themselves, it says the version (`src/render/social-card-fonts.ts`).
 */
export function packageManifest(own: Manifest, node: Pick<Manifest, 'dependencies'>): object {
  const { name, version, description, license, type, engines, bin, dependencies } = own;
  const { peerDependencies, peerDependenciesMeta } = own;
  const exports = Object.entries(own.exports).map(([door, file]) => [door, file.replace(/\.tsx?$/, '.js')]);
  return {
    ...{ name, version, description, license, type, engines, bin },
    exports: Object.fromEntries(exports),
    files: ['src', 'layouts', 'schemas', '.eleventy.js', 'BUNDLED.md', 'CHANGELOG.md', 'EXTENDING.md'],
    dependencies,
    optionalDependencies: node.dependencies,
    peerDependencies,
    peerDependenciesMeta,
  };
}
