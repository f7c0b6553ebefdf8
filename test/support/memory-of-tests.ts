/**
 * Before each file of tests: new objects may get more room again. Commands forbid it for as long as their process lives
 * (`src/nursery.ts`); processes of tests go on, and would look through the same 2 MB again and again.
 */
import { setFlagsFromString } from 'node:v8';

for (const flag of ['--semi-space-growth-factor=2', '--heap-growing-percent=0']) setFlagsFromString(flag);
