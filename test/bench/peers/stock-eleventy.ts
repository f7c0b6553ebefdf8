/** A newsroom as a stock Eleventy project: what Broadsheet's speed is compared with. */
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How a peer is run: `command` in the folder `cwd` writes the site into `out`. */
export type Peer = { command: string[]; cwd: string; out: string };

const project = resolve(import.meta.dirname, '../../..');

/**
 * Makes `folder` an Eleventy project of the newsroom in `content`, which it links to: changed stories
 * need no writing anew, only stories of a year that had none. `style` is the `<style>` of its pages.
 */
export function writeEleventySite(folder: string, content: string, style: string): Peer {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(import.meta.dirname, 'eleventy'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}\n');
  writeFileSync(join(folder, 'src/_includes/style.html'), style);

  const link = (target: string, path: string) => symlinkSync(resolve(target), join(folder, path));
  link(join(project, 'node_modules'), 'node_modules');
  mkdirSync(join(folder, 'src/_data'));
  link(join(content, 'site.yaml'), 'src/_data/site.yaml');
  link(join(content, 'authors'), 'src/_data/people');
  for (const year of readdirSync(join(content, 'articles'))) {
    link(join(content, 'articles', year), `src/articles/${year}`);
  }
  return {
    command: [process.execPath, 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    cwd: folder,
    out: join(folder, '_site'),
  };
}
