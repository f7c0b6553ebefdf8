/** The browser of `broadsheet shots`, for tests. */
import type { Browser } from 'playwright-core';
import { openChromium } from '../../src/commands/shots/chromium.ts';
import { projectRoot } from '../support/newsroom.ts';

export function openBrowser(): Promise<Browser> {
  return openChromium([projectRoot]);
}
