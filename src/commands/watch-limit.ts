/** What to do where Linux allows a person no more watches. */
import { readFileSync } from 'node:fs';

/** By the error of a watch, and what many systems allow. */
const limits: Record<string, { setting: string; usual: number }> = {
  ENOSPC: { setting: 'fs.inotify.max_user_watches', usual: 524_288 },
  EMFILE: { setting: 'fs.inotify.max_user_instances', usual: 1024 },
};

/** Undefined where a folder could not be watched for another reason. */
export function limitText({ code = '', path }: NodeJS.ErrnoException): string | undefined {
  const reached = limits[code];
  if (!reached) return undefined;
  const { setting, usual } = reached;
  const limit = limitOf(setting);
  return [
    `Some folders cannot be watched${path ? `, among them ${path}` : ''}: this machine’s limit ${setting}${limit ? ` (${limit})` : ''} is reached.`,
    'A save in one of them is noticed only with the next save elsewhere. To watch them all, stop, raise the limit and start again:',
    `  sudo sysctl ${setting}=${Math.max(usual, 2 * limit)}`,
  ].join('\n');
}

/** 0 where the system does not tell. */
function limitOf(setting: string): number {
  try {
    return Number(readFileSync(`/proc/sys/${setting.replaceAll('.', '/')}`, 'utf8'));
  } catch {
    return 0;
  }
}
