/** How git is called, whoever starts it. */

export type GitRun = { status: number; stdout: Buffer; stderr: string };

/** Set inside git's hooks: the repository is to be the one around the folder all the same. */
const ofHooks = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined, GIT_PREFIX: undefined };

/** No lock is taken and no message translated; `variables` are those of the environment to be otherwise. */
export function environment(variables: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...variables, ...ofHooks, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
}

/** Arguments with which git works in a folder. */
export function argumentsIn(folder: string, args: readonly string[]): string[] {
  return ['-C', folder, '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args];
}
