/** The files of a new newsroom, by path: what has to be said of it, a first draft, and what npm, git and CI need. */
import { frontMatterCms } from '../../desk/front-matter-cms.ts';
import { schemaLine } from '../../desk/schema-line.ts';
import type { EngineDependency } from './engine-dependency.ts';
import { addressOf, type Paper, siteOf, siteText } from './paper.ts';
import { type Publisher, publishingFiles, template } from './publishing.ts';

/** `folder` is its name, `day` today's date there: 2026-05-14. */
export type NewNewsroom = { paper: Paper; folder: string; day: string; engine: EngineDependency; publisher: Publisher };

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

/** Of VS Code and its kin: they read what `schemaLine` and `frontMatterCms` write. */
const extensions = ['redhat.vscode-yaml', 'eliostruyf.vscode-front-matter'];

/** Two branches may each name an address that ended: merged, the file has the lines of both. */
export const gitAttributes = 'content/gone.yaml merge=union\n';

export function newsroomFiles({ paper, folder, day, engine, publisher }: NewNewsroom): Record<string, string> {
  const draft = `content/articles/${day.replaceAll('-', '/')}/first-story.md`;
  const author = 'content/authors/newsroom.yaml';
  const name = addressOf(folder) || 'newsroom';
  const section = paper.sections[0]?.id ?? '';
  return {
    'README.md': filled('README.md', {
      title: paper.title,
      draft: `\`${draft}\``,
      publishing: template(`publish-to-${publisher}.md`).trimEnd(),
    }),
    'package.json': json(manifest(name, engine)),
    '.npmrc': npmSettings.join('\n'),
    '.gitattributes': gitAttributes,
    '.gitignore': 'node_modules/\ndist/\nsite/\n.cache/\n',
    ...publishingFiles(publisher, name),
    'content/site.yaml': schemaLine('site', 'content/site.yaml') + siteText(paper),
    [author]: `${schemaLine('author', author)}name: ${JSON.stringify(paper.title)}\ndesk: true\n`,
    [draft]: filled('first-story.md', { date: day, section }),
    'frontmatter.json': json(frontMatterCms(siteOf(paper))),
    '.vscode/extensions.json': json({ recommendations: extensions }),
  };
}

function manifest(name: string, { wanted }: EngineDependency): object {
  const commands = ['start', 'new', 'build', 'check', 'calendar', 'preview'].map((each) => [
    each,
    `broadsheet ${each}`,
  ]);
  return {
    name,
    private: true,
    type: 'module',
    scripts: { ...Object.fromEntries(commands), broadsheet: 'broadsheet' },
    dependencies: { broadsheet: wanted },
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function filled(name: string, values: Record<string, string>): string {
  return template(name).replace(/\{\{(\w+)\}\}/g, (_, key) => values[key] ?? '');
}
