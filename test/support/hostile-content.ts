/**
 * Files that would run code or write outside the site if anything took them for more than data. Each
 * piece of code, if it ever runs, writes a marker: a file of its own name in a folder that a test looks into.
 */
import { join } from 'node:path';
import { articleText } from './newsroom.ts';

export type Hostile = {
  path: string;
  content: string;
  /** The Problem it has to be. */
  code: string;
};

/** JavaScript, as an expression, that works in a module, in CommonJS and in Eleventy's front matter. */
function marking(folder: string, name: string): string {
  return `process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(join(folder, name))}, 'ran')`;
}

const openings = ['---js', '---javascript', '---JS', '---JavaScript', '--- js', '---\tjs', '---js ', '\uFEFF---js'];

/** Front matter in JavaScript, in eight spellings; stock Eleventy runs every one of them. */
export function codeInFrontMatter(markers: string): Hostile[] {
  return openings.map((opening, index) => ({
    path: `articles/2015/11/26/code-${index}.md`,
    content: `${opening}\n({ title: (${marking(markers, `front-matter-${index}`)}, 'A story') })\n---\n\nText.\n`,
    code: 'front-matter/not-yaml',
  }));
}

/** Templates and data files, which Eleventy runs where it finds them. */
export function codeInFiles(markers: string): Hostile[] {
  const exporting = (name: string) => `export default () => (${marking(markers, name)}, {});\n`;
  const rendering = (name: string) =>
    `export const data = {}; export function render() { return String(${marking(markers, name)}); }\n`;
  const escaping = '---\npermalink: ../escaped.html\n---\n{{ "x" }}\n';
  const files: [string, string][] = [
    ['articles/2015/11/26/code-0.11tydata.js', exporting('data-file')],
    ['articles/2015/11/26/26.11tydata.mjs', exporting('folder-data-file')],
    ['content.11tydata.js', exporting('content-data-file')],
    ['articles/x.11ty.js', rendering('template')],
    ['pages/x.11ty.mjs', rendering('module-template')],
    ['pages/x.njk', escaping],
    ['pages/x.liquid', escaping],
    ['pages/x.html', '<script>1</script>'],
    ['site.11tydata.json', '{"permalink": "../escaped-by-data.html"}'],
    ['_data/evil.js', exporting('global-data')],
    ['articles/evil.ts', exporting('typescript')],
  ];
  return files.map(([path, content]) => ({ path, content, code: 'content/code' }));
}

/** Stories whose words are code in some template language, or that name paths outside the site. */
export function codeInFields(): Hostile[] {
  const fields: [string, Record<string, unknown>, string][] = [
    ['content/template-syntax', { title: 'A {{ constructor }} story' }, 'Text.'],
    ['content/template-syntax', { summary: 'A {% include "x" %}' }, 'Text.'],
    ['content/template-syntax', { points: ['<%= process.env.HOME %>'] }, 'Text.'],
    ['content/template-syntax', {}, 'A {{ constructor }}'],
    ['content/template-syntax', {}, 'A {% raw %}'],
    ['content/template-syntax', {}, 'A <% 1 %>'],
    ['yaml/unknown-key', { permalink: '../../x' }, 'Text.'],
    ['yaml/unknown-key', { permalink: '/tmp/x.html' }, 'Text.'],
    ['yaml/unknown-key', { layout: '../../../etc/passwd' }, 'Text.'],
    ['yaml/unknown-key', { eleventyComputed: { title: '{{ 1 }}' } }, 'Text.'],
    ['yaml/unknown-key', { '/etc/passwd': 'x' }, 'Text.'],
    ['picture/outside', {}, '![A](../../x.png)'],
    ['picture/outside', {}, '![A](/etc/x.png)'],
    ['picture/of-another-story', { image: { file: '../../../x.png', alt: '' } }, 'Text.'],
    ['picture/of-another-story', { image: { file: '/etc/x.png', alt: '' } }, 'Text.'],
    ...[
      '/../x/',
      '/a/../../x/',
      '/%2e%2e/x/',
      '/..%2fx/',
      '/%2E%2E%2Fx',
      '../x/',
      '//x.example/',
      'file:///etc/x',
      'C:\\x',
      '/a\\..\\..\\x',
      '/x%00.html',
    ].map((url): [string, Record<string, unknown>, string] => ['redirect/bad-path', { redirectFrom: [url] }, 'Text.']),
    ['redirect/reserved', { redirectFrom: ['/.edition'] }, 'Text.'],
    ['redirect/reserved', { redirectFrom: ['/.tmp/next'] }, 'Text.'],
    ['redirect/reserved', { redirectFrom: ['/.htaccess'] }, 'Text.'],
  ];
  return fields.map(([code, matter, body], index) => ({
    path: `articles/2015/11/26/field-${index}.md`,
    content: articleText(matter, body),
    code,
  }));
}

export function asFiles(hostile: readonly Hostile[]): Record<string, string> {
  return Object.fromEntries(hostile.map(({ path, content }) => [path, content]));
}
