/** The comment of a pull request: written once, and from then on brought up to date. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { marker } from '../src/commands/diff-preview/preview-markdown.ts';
import { publishingFiles } from '../src/commands/init/publishing.ts';
import { temporaryFolder } from './support/folder-contents.ts';

/** A folder as the job has it, once it has fetched the preview. */
function jobFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'preview'));
  writeFileSync(join(folder, 'preview/preview.md'), `${marker}\n\nIt changes “$HOME” and \`x\`.\n`);
  return folder;
}

function runScript(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<number | null> {
  const child = spawn('bash', ['-e', '-c', script], { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
  return new Promise((resolve) => child.on('close', resolve));
}

test.each([
  ['', ['--method', 'POST', 'repos/a/b/issues/7/comments']],
  ['41\n42\n', ['--method', 'PATCH', 'repos/a/b/issues/comments/41']],
])('on GitHub, where “%s” is there', async (there, sent) => {
  const { jobs } = parse(publishingFiles('netlify', 'a')['.github/workflows/publish.yml'] ?? '');
  const folder = jobFolder();
  const gh = `#!/bin/sh\nprintf '%s\\n' "$@" > "asked-$2"\ncase "$2" in --paginate) printf '${there}';; esac\n`;
  writeFileSync(join(folder, 'gh'), gh);
  chmodSync(join(folder, 'gh'), 0o755);
  const env = { GITHUB_REPOSITORY: 'a/b', NUMBER: '7', ADDRESS: 'https://github.example/1' };
  const PATH = `${folder}${delimiter}${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  expect(await runScript(jobs.comment.steps.at(-1).run, folder, { ...env, PATH })).toBe(0);
  const asked = (name: string) =>
    readFileSync(join(folder, `asked-${name}`), 'utf8')
      .trim()
      .split('\n');
  expect(asked('--paginate').join(' ')).toContain(`startswith("${marker}")`);
  expect(asked('--silent')).toEqual(['api', '--silent', ...sent, '--field', 'body=@comment.md']);
  expect(readFileSync(join(folder, 'comment.md'), 'utf8')).toMatch(
    /^<!-- b[\s\S]*“\$HOME”[\s\S]*\(https:\/\/github\.example\/1\)/,
  );
});

test.each([
  [[{ id: 5, author: { id: 9 }, body: `${marker} of another` }], 'POST /v4/projects/3/merge_requests/7/notes'],
  [[{ id: 6, author: { id: 1 }, body: `${marker} ours` }], 'PUT /v4/projects/3/merge_requests/7/notes/6'],
])('on GitLab, case %#', async (notes, sent) => {
  const { comment } = parse(publishingFiles('gitlab-pages', 'a')['.gitlab-ci.yml'] ?? '');
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    asked.push(`${request.method} ${request.url} ${request.headers['private-token']} ${body}`);
    const answer = request.url === '/v4/user' ? { id: 1 } : request.method === 'GET' ? notes : {};
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v4`;
  const env = { CI_API_V4_URL: api, CI_PROJECT_ID: '3', CI_MERGE_REQUEST_IID: '7', PREVIEW_TOKEN: 'token' };
  expect(await runScript(comment.script.join('\n'), jobFolder(), env)).toBe(0);
  expect(asked.at(-1)).toContain(`${sent} token {"body":"${marker}`);
});
