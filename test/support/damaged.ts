/** Does to a built file, or to its whole folder, what a mistake says. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { ToolMistake } from '../../src/desk/mistakes/tool-mistake.ts';

export function damaged(file: string, change: NonNullable<ToolMistake['damage']>[string]): void {
  if (typeof change === 'string') writeFileSync(file, change);
  else if (change === null) {
    rmSync(file, { recursive: true });
    if (file.endsWith('/')) mkdirSync(file);
  } else {
    const text = readFileSync(file, 'utf8');
    const other = text.replace(...(change as [string, string]));
    expect(other, file).not.toBe(text);
    writeFileSync(file, other);
  }
}
