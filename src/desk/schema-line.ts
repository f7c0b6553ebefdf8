/** The comment by which editors know what a YAML file may say: https://github.com/redhat-developer/yaml-language-server */

/** For the file at `path` in a newsroom that Broadsheet is installed in; `of` is the name of a file in `schemas/`. */
export function schemaLine(of: string, path: string): string {
  const up = '../'.repeat(path.split('/').length - 1) || './';
  return `# yaml-language-server: $schema=${up}node_modules/broadsheet/schemas/${of}.json\n`;
}
