/** A disk that refuses: functions of `node:fs` fail for some paths, as the system would have them fail. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';
import { getSystemErrorMessage } from 'node:util';

type Refusal = {
  code: keyof typeof constants.errno;
  /** Functions of `node:fs`. */
  of: ('writeFileSync' | 'openSync' | 'readdirSync' | 'mkdirSync' | 'renameSync' | 'accessSync')[];
  /** Which paths; of a renaming, the one it leads to. */
  at: (path: string) => boolean;
};

/** Does work on it. A file is made before writing to it fails, and that error has no path, as on a full disk. */
export async function onFailingDisk<T>({ code, of, at }: Refusal, work: () => T | Promise<T>): Promise<T> {
  const real = Object.fromEntries(of.map((name) => [name, fs[name]]));
  for (const name of of)
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        const path = String(name === 'renameSync' ? args[1] : args[0]);
        const original = real[name] as (...args: unknown[]) => unknown;
        if (!at(path)) return original(...args);
        if (name === 'writeFileSync') original(path, '');
        throw refusal(
          code,
          name === 'writeFileSync' ? 'write' : name.replace('Sync', ''),
          name === 'writeFileSync' ? undefined : path,
        );
      },
    });
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
}

export function refusal(code: keyof typeof constants.errno, syscall: string, path?: string): Error {
  const errno = -constants.errno[code];
  const message = `${code}: ${getSystemErrorMessage(errno)}, ${syscall}${path === undefined ? '' : ` '${path}'`}`;
  return Object.assign(new Error(message), { errno, code, syscall }, path === undefined ? {} : { path });
}
