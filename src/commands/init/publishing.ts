/** How a new newsroom is published: what `publish.yaml` says of it, and what its CI does, if it has one. */
import { readFileSync } from 'node:fs';
import { schemaLine } from '../../desk/schema-line.ts';
import { engineFile } from '../../engine-files.ts';

/** Where readers get a new newsroom from. */
export const publishers = ['github-pages', 'gitlab-pages', 'cloudflare', 'netlify', 'store', 'server'] as const;

export type Publisher = (typeof publishers)[number];

/** Files by path. `name` is that of the newsroom, in small letters, digits and hyphens. */
export function publishingFiles(to: Publisher, name: string): Record<string, string> {
  const settings = {
    'publish.yaml': `${schemaLine('publish', 'publish.yaml')}targets:\n  - name: live\n${places[to](name)}`,
  };
  if (to === 'server') return settings;
  if (to === 'gitlab-pages') return { ...settings, '.gitlab-ci.yml': template('gitlab-ci.yml') };
  return {
    ...settings,
    '.github/CODEOWNERS': template('CODEOWNERS.txt'),
    '.github/workflows/publish.yml': composed('publish', { ...parts(to), name }),
    '.github/workflows/links.yml': composed('links', parts(to)),
  };
}

const places: Readonly<Record<Publisher, (name: string) => string>> = {
  'github-pages': () => '    pages: github\n',
  'gitlab-pages': () => '    pages: gitlab\n',
  cloudflare: () => '    pages: cloudflare # or cloudflare-paid, which takes more files\n',
  netlify: () => '    pages: netlify\n',
  server: (name) => `    folder: /srv/${name} # of the server; nginx serves “current” in it\n`,
  store: (name) =>
    [
      '    # Write your own here. What is in “state” nobody may read.',
      '    store:',
      '      endpoint: https://s3.eu-west-1.amazonaws.com',
      `      bucket: ${name}`,
      `      state: ${name}-state`,
      '',
    ].join('\n'),
};

/** What differs in the workflows: each stands for a line of its name, or is the name of a file. */
function parts(to: Exclude<Publisher, 'gitlab-pages' | 'server'>): Record<string, string> {
  const isOfPages = to !== 'store';
  return {
    checkout: part('checkout'),
    preview: part('preview'),
    inputs: isOfPages ? part('first-input') : '',
    'last-site': isOfPages ? part('last-site') : '',
    publish: part(isOfPages ? 'pages-host' : 'store'),
    upload: isOfPages ? part(`to-${to}`) : '',
    note: part('note'),
    ...(to === 'github-pages'
      ? {
          after: '',
          job: part('deploy-job'),
          due: 'needs.publish.outputs.due',
          noted: "needs.publish.result == 'success'",
        }
      : { after: part('note'), job: '', due: 'steps.next.outputs.due', noted: 'success()' }),
  };
}

function part(name: string): string {
  return template(`github/${name}.yml`).trimEnd();
}

/** A line with nothing but the name of a part becomes that part, as far to the right; a name in a line becomes its value. */
function composed(name: string, values: Readonly<Record<string, string>>): string {
  let text = template(`github/${name}.yml`);
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/^( *)\{\{([\w-]+)\}\}\n/gm, (_, indent, key) => indented(values[key] ?? '', indent))
      .replace(/\{\{(name|due|noted)\}\}/g, (_, key) => values[key] ?? '');
  }
  return text.replace(/\n{3,}/g, '\n\n');
}

function indented(text: string, indent: string): string {
  return text === '' ? '' : `${text.replace(/^(?=.)/gm, indent)}\n`;
}

export function template(name: string): string {
  return readFileSync(engineFile(`src/commands/init/template/${name}`), 'utf8');
}
