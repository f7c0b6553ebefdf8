/**
 * Preloaded into a build with `node --import`: kills the process before or after its k-th step. KILL_AT is `before 7` or
 * `after 7`.
 */
import { watchSteps } from './steps.ts';

const [when, at] = (process.env.KILL_AT ?? '').split(' ');
let steps = 0;

watchSteps((_, perform) => {
  steps += 1;
  if (when === 'before' && steps === Number(at)) process.kill(process.pid, 'SIGKILL');
  const result = perform();
  if (when === 'after' && steps === Number(at)) process.kill(process.pid, 'SIGKILL');
  return result;
});
