/** Code in every place where Eleventy would run it, by our build and by the plain command. */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderWithEleventy } from '../../src/render/eleventy.ts';
import { runProcess } from '../support/cli.ts';
import { contentsOf, temporaryFolder } from '../support/folder-contents.ts';
import { asFiles, codeInFields, codeInFiles, codeInFrontMatter } from '../support/hostile-content.ts';
import { articleText, authorYaml, newsroom, projectRoot, siteYaml } from '../support/newsroom.ts';
import { projectCopy, writeFiles } from '../support/project-copy.ts';

const eleventy = join(projectRoot, 'node_modules/.bin/eleventy');
const start = { 'site.yaml': siteYaml, 'authors/desk.yaml': authorYaml, 'articles/2015/11/26/a.md': articleText() };

function below(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

test('code, templates and ways out of the site are each a Problem, and nothing of them runs or is written', async () => {
  const markers = temporaryFolder();
  const hostile = [...codeInFrontMatter(markers), ...codeInFiles(markers), ...codeInFields()];
  const room = newsroom({ git: false, files: { ...start, ...asFiles(hostile) } });
  const { problems } = await room.build({ render: renderWithEleventy });
  const found = problems.map(({ file, code }) => `${file} ${code}`);
  expect(hostile.map(({ path, code }) => `${path} ${code}`).filter((each) => !found.includes(each))).toEqual([]);
  expect(contentsOf(markers)).toEqual({});
  expect(existsSync(room.out)).toBe(false);
  expect(Object.keys(contentsOf(room.folder)).filter((path) => path.includes('escaped'))).toEqual([]);
});

test('plain Eleventy with our configuration refuses the same files, runs none and writes nothing', async () => {
  const markers = temporaryFolder();
  const hostile = [...codeInFrontMatter(markers), ...codeInFiles(markers), ...codeInFields()];
  const root = projectCopy(below('content', { ...start, ...asFiles(hostile) }));
  const before = contentsOf(root);
  const run = await runProcess(eleventy, ['--config=.eleventy.ts', '--output=site'], { cwd: root });
  expect(run.code).toBe(1);
  for (const { path, code } of hostile)
    expect(run.stderr + run.stdout).toMatch(new RegExp(`${path.replaceAll('.', '\\.')}(:\\d+)*  ${code}`));
  expect(contentsOf(markers)).toEqual({});
  expect(Object.keys(contentsOf(root))).toEqual(Object.keys(before));
});

test('hidden files that Eleventy knows by name are passed over, and braces between backticks are shown as they are; as a trusted layout the same code does run', async () => {
  const [markers, trusted] = [temporaryFolder(), temporaryFolder()];
  const [, , , template = { content: '' }] = codeInFiles(markers);
  const layout = codeInFiles(trusted).find(({ path }) => path.endsWith('x.11ty.js'))?.content ?? '';
  const files = {
    ...start,
    'articles/2015/11/26/a.md': articleText({}, 'Written as `{{ 6 * 7 }}` and `{% raw %}`.'),
    '.eleventy.js': template.content,
    '.11tydata.js': template.content,
    'articles/2015/.hidden.11tydata.js': template.content,
  };
  const room = newsroom({ git: false, files });
  await room.rendered({ render: renderWithEleventy });
  const root = projectCopy({ ...below('content', files), 'layouts/evil.11ty.js': layout });
  expect((await runProcess(eleventy, ['--config=.eleventy.ts', '--output=site'], { cwd: root })).code).toBe(0);
  for (const page of [room.page('2015/11/26/a/index.html'), contentsOf(root)['site/2015/11/26/a/index.html']]) {
    expect(page).toContain('<code>{{ 6 * 7 }}</code> and <code>{% raw %}</code>');
  }
  expect(contentsOf(markers)).toEqual({});
  expect(Object.keys(contentsOf(trusted))).toEqual(['template']);
});

test('stock Eleventy runs the same code in content', async () => {
  const markers = temporaryFolder();
  const inFiles = codeInFiles(markers);
  const inFrontMatter = codeInFrontMatter(markers);
  const stock = temporaryFolder();
  writeFiles(stock, {
    'package.json': '{"type": "module"}',
    ...below('content', asFiles([...inFrontMatter, ...inFiles])),
  });
  await runProcess(eleventy, ['--input=content', '--output=site'], { cwd: stock });
  expect(Object.keys(contentsOf(markers))).toEqual(
    expect.arrayContaining(['data-file', 'global-data', ...inFrontMatter.map((_, index) => `front-matter-${index}`)]),
  );
});

test.for([true, false])(
  'a link out of content, to a file or a folder, is a Problem and is not followed (git: %s)',
  async (git) => {
    const outside = temporaryFolder();
    mkdirSync(join(outside, '27'));
    writeFileSync(join(outside, 'secret.md'), articleText({ title: 'A secret' }));
    writeFileSync(join(outside, '27/secret.md'), articleText({ date: '2015-11-27 12:00', title: 'A secret' }));
    const room = newsroom({ git, files: start });
    symlinkSync(join(outside, 'secret.md'), join(room.content, 'articles/2015/11/26/linked.md'));
    symlinkSync(join(outside, '27'), join(room.content, 'articles/2015/11/27'));
    symlinkSync('../../../../../../../../../../etc', join(room.content, 'authors/upward'));
    if (git) room.commit();
    const { problems } = await room.build({ render: renderWithEleventy });
    expect(problems.map(({ file, code }) => `${file} ${code}`).sort()).toEqual([
      'articles/2015/11/26/linked.md content/symlink',
      'articles/2015/11/27 content/symlink',
      'authors/upward content/symlink',
    ]);
    expect(JSON.stringify(problems)).not.toContain('A secret');
  },
);

test('an absolute path to a file in redirectFrom is an address below the site, and nothing else', async () => {
  const outside = temporaryFolder();
  const room = newsroom({
    git: false,
    files: { ...start, 'articles/2015/11/26/a.md': articleText({ redirectFrom: [`${outside}/old.html`] }) },
  });
  await room.rendered({ render: renderWithEleventy });
  expect(contentsOf(outside)).toEqual({});
  expect(room.page(`${outside.slice(1)}/old.html`)).toContain('/2015/11/26/a/');
});
