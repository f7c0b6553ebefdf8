/** `npm run init`: a newsroom of its own is given the package that this makes first. For help, and without a folder, nothing is made. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const args = process.argv.slice(2);
const isUsageAsked = args.length === 0 || args.some((arg) => arg === '--help' || arg === '-h');
if (!isUsageAsked) await import('./run.ts');
const cli = join(import.meta.dirname, '../src/cli.js');
const { status } = spawnSync(process.execPath, [cli, 'init', ...args], { stdio: 'inherit' });
process.exitCode = status ?? 3;
