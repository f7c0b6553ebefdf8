/** What `npm test` says of its tests, of a handful that end in every way. */
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './support/folder-contents.ts';
import { projectRoot } from './support/newsroom.ts';
import { writeFiles } from './support/project-copy.ts';

const tests = `import { beforeAll, describe, expect, test } from 'vitest';
const never = () => new Promise(() => {});
test('good', () => {});
test('wrong', () => expect(1).toBe(2));
test.skip('skipped', () => {});
test('late', never, 20);
test('late in a browser', () => { throw new Error('page.click: Timeout 30000ms exceeded.'); });
describe('a group', () => { beforeAll(never, 20); test('not begun', () => {}); });
`;
const config = `import { TestCounter } from ${JSON.stringify(join(projectRoot, 'test/count-tests.ts'))};
export default { test: { reporters: [new TestCounter('counts.json')] } };
`;

test('what is skipped or never begun has failed, and what only ran out of time is named', () => {
  const root = temporaryFolder();
  writeFiles(root, { 'a.test.ts': tests, 'broken.test.ts': 'throw new Error();', 'vitest.config.ts': config });
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run'], { cwd: root });
  expect(JSON.parse(readFileSync(join(root, 'counts.json'), 'utf8'))).toEqual({
    passed: 1,
    failed: 6,
    outOfTime: ['a.test.ts: late', 'a.test.ts: late in a browser', 'a.test.ts: a group'],
  });
});
