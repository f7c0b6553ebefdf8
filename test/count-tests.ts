/** What the tests come to, written to a file for `run-tests.ts`: how many passed and failed, and which only ran out of time. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export type Counts = { passed: number; failed: number; outOfTime: string[] };

type Errors = readonly { message: string }[];

/** Vitest’s words for a test and for what comes before or after some, and Playwright’s for what a browser does. */
const timedOut = /^(\w*Error: )?((Test|Hook) timed out in|[\w.]+: Timeout) \d+ms/;

export class TestCounter implements Reporter {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    writeFileSync(this.#file, JSON.stringify(countTests(modules)));
  }
}

/** A file that failed outside its tests counts as one that failed; so does a skipped test. */
function countTests(modules: readonly TestModule[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, outOfTime: [] };
  for (const module of modules) {
    let failed = 0;
    const note = (name: string, errors: Errors) => {
      if (isOutOfTime(errors)) counts.outOfTime.push([module.relativeModuleId, name].filter(Boolean).join(': '));
    };
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result();
      if (state === 'passed') counts.passed += 1;
      else failed += 1;
      note(test.fullName, errors ?? []);
    }
    note('', module.errors());
    for (const suite of module.children.allSuites()) note(suite.fullName, suite.errors());
    counts.failed += module.state() === 'failed' ? Math.max(1, failed) : failed;
  }
  return counts;
}

function isOutOfTime(errors: Errors): boolean {
  return errors.length > 0 && errors.every(({ message }) => timedOut.test(message));
}
