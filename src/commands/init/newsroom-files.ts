/** The files of a new newsroom, by path: what has to be said of it, a first draft, and what npm, git and GitHub need. */
import { readFileSync } from 'node:fs';
import { engineFile } from '../../engine-files.ts';
import type { EngineDependency } from './engine-dependency.ts';
import { addressOf, type Paper, siteText } from './paper.ts';

/** `folder` is its name, `day` today's date there: 2026-05-14. */
export type NewNewsroom = { paper: Paper; folder: string; day: string; engine: EngineDependency };

/** No package may run anything when it is installed; the lockfile names no registry of one machine. */
const npmSettings = [
  'ignore-scripts=true',
  'save-exact=true',
  'omit-lockfile-registry-resolved=true',
  'loglevel=error',
  'fund=false',
  'audit=false',
  'update-notifier=false',
  '',
];

/** Two branches may each name an address that ended: merged, the file has the lines of both. */
export const gitAttributes = 'content/gone.yaml merge=union\n';

export function newsroomFiles({ paper, folder, day, engine }: NewNewsroom): Record<string, string> {
  const draft = `content/articles/${day.replaceAll('-', '/')}/first-story.md`;
  const section = paper.sections[0]?.id ?? '';
  return {
    'README.md': filled('README.md', { title: paper.title, draft: `\`${draft}\`` }),
    'package.json': `${JSON.stringify(manifest(folder, engine), null, 2)}\n`,
    '.npmrc': npmSettings.join('\n'),
    '.gitattributes': gitAttributes,
    '.gitignore': 'node_modules/\ndist/\n.cache/\n',
    '.github/CODEOWNERS': template('CODEOWNERS.txt'),
    '.github/workflows/publish.yml': template('publish.yml'),
    'content/site.yaml': siteText(paper),
    'content/authors/newsroom.yaml': `name: ${JSON.stringify(paper.title)}\ndesk: true\n`,
    [draft]: filled('first-story.md', { date: day, section }),
  };
}

function manifest(folder: string, { wanted }: EngineDependency): object {
  const commands = ['start', 'build', 'check'].map((name) => [name, `broadsheet ${name}`]);
  return {
    name: addressOf(folder) || 'newsroom',
    private: true,
    type: 'module',
    scripts: { ...Object.fromEntries(commands), broadsheet: 'broadsheet' },
    dependencies: { broadsheet: wanted },
  };
}

function template(name: string): string {
  return readFileSync(engineFile(`src/commands/init/template/${name}`), 'utf8');
}

function filled(name: string, values: Record<string, string>): string {
  return template(name).replace(/\{\{(\w+)\}\}/g, (_, key) => values[key] ?? '');
}
