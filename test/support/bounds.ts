/** Bounds so low that a few stories are too many, for the length of a test. */
import { onTestFinished } from 'vitest';
import { bounds } from '../../src/content/bounds.ts';

export function lowerBounds(lower: Partial<typeof bounds>): void {
  const before = { ...bounds };
  Object.assign(bounds, lower);
  onTestFinished(() => void Object.assign(bounds, before));
}
