/**
 * A process that runs commands one after the other, as it is told, and answers each with its exit code. Once it has nothing to
 * do it loads and tries what the next needs.
 */
import { collectGarbage } from '../nursery.ts';
import { keepShells } from '../source/git-shell.ts';
import { keepRepositories } from '../source/git-source.ts';
import { keepEngines } from './engine-of.ts';
import { runCommand } from './run-command.ts';
import { complain } from './terminal.ts';

// What stays the same as long as this process does.
for (const keep of [keepShells, keepRepositories, keepEngines]) keep();

/** `shown`: the addresses of the pages that windows show. `go on`: they have been seen. */
export type Task = { args: string[]; shown: string[] } | 'go on';

/** `why`: what was said of a failure. */
export type Word = { is: 'shown pages are made' } | { is: 'ended'; code: number; why?: string | undefined };

let isBusy = false;
let isWarm = false;
let warming: Promise<void> | undefined;
let goOn = () => {};
let collecting: NodeJS.Timeout | undefined;

/** Without a task, until it counts as one that waits for nobody. */
const quietMilliseconds = 50;

const say = (word: Word) => process.send?.(word);

process.on('message', async (task: Task) => {
  if (task === 'go on') return goOn();
  const { args, shown } = task;
  isBusy = true;
  clearTimeout(collecting);
  await warming; // which goes no further
  let why: string | undefined;
  const tell = (text: string) => {
    complain(text);
    why = text;
  };
  const onMade = () =>
    new Promise<void>((resolve) => {
      goOn = resolve;
      if (process.connected) say({ is: 'shown pages are made' });
      else goOn();
    });
  const code = await runCommand(args, { tell, shown: { urls: shown, onMade } });
  isBusy = false;
  if (!process.connected) process.exit(code);
  say({ is: 'ended', code, why });
  if (code === 0 && !isWarm) {
    warming = warm(args);
    await warming;
  }
  if (!isBusy) collecting = setTimeout(collectGarbage, quietMilliseconds).unref();
});

async function warm(args: string[]): Promise<void> {
  try {
    const { warmUp } = await import('./warm-up.ts');
    isWarm = await warmUp(args, () => isBusy);
  } catch {
    // It is no loss. A build says what is wrong.
  }
}

// Whoever began this has a newer one, or is gone, perhaps without a word.
process.on('disconnect', () => {
  if (!isBusy) process.exit();
  goOn();
});

// The terminal's Ctrl+C goes to all: whoever began this ends it.
process.on('SIGINT', () => undefined);
