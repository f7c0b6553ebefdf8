/** The editor for a repository elsewhere is a folder that holds all that its page loads. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backendOf, editorCommand } from '../../src/commands/editor-command.ts';
import { Newsroom } from '../support/newsroom.ts';

test('the folder has the page, its configuration, and every file that it imports, all from itself', async () => {
  const room = new Newsroom({ git: false });
  const newsroom = { root: room.folder, call: (name: string) => name };
  expect(await editorCommand.run(['--github', 'owner/paper', '--out', 'editor'], newsroom)).toBe(0);
  const page = readFileSync(join(room.folder, 'editor/index.html'), 'utf8');
  expect(page).toContain('"backend":{"name":"github","repo":"owner/paper","branch":"main","auth_methods":["token"]}');
  expect(page).toContain('"name":"stories-world"');
  const { imports } = JSON.parse(/<script type="importmap">(.*?)<\/script>/.exec(page)?.[1] ?? '');
  const files = Object.values(imports as Record<string, string>);
  expect(files).toHaveLength(4);
  for (const file of files) expect(existsSync(join(room.folder, 'editor', file)), file).toBe(true);
  const module = readFileSync(join(room.folder, 'editor', imports['@sveltia/cms']), 'utf8');
  const named = [...module.matchAll(/import\(`(\.[^`$]*)`\)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(20);
  for (const name of named)
    expect(existsSync(join(room.folder, 'editor/files/@sveltia/cms/npm', name)), name).toBe(true);
  expect(module).not.toContain('cdn.jsdelivr.net');
  room.dispose();
});

test.each([
  [{}, /--github or with --gitlab/],
  [{ github: 'a/b', gitlab: 'a/b' }, /--github or with --gitlab/],
  [{ github: 'a/b/c' }, /as in owner\/paper, not “a\/b\/c”/],
  [{ gitlab: 'paper' }, /as in owner\/paper/],
  [{ github: 'a/b', server: 'http://auth.example' }, /--server takes an address/],
  [{ github: 'a/b', 'app-id': 'x' }, /for GitLab alone/],
])('%j is told what is wrong with it', (values, told) => expect(() => backendOf(values)).toThrow(told));
