/** Axe, in a page that is open: its colours are asked for again where they are others. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe says; of what is right only how much it is. */
const axeRun = (options: string) =>
  `axe.run({ resultTypes: ['violations'], selectors: false, ${options} }).then(({ violations, passes }) => ({ violations, passes: passes.length }))`;

/** Also what axe leaves out unless it is asked: targets of 24 by 24 pixels, of WCAG 2.2. */
const axeRunOfAll = axeRun(`rules: { 'target-size': { enabled: true } }`);

/** What can be wrong in other colours alone. */
const axeRunOfColours = axeRun(`runOnly: ['cat.color']`);

type AxeResult = { violations: { id: string; nodes: { html: string }[] }[]; passes: number };

export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(axe);
}

/** Of a page that has axe in it. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations, passes } = (await page.evaluate(axeRunOfAll)) as AxeResult;
  expect(passes).toBeGreaterThan(10);
  return told(violations);
}

export async function colourFaults(page: Page): Promise<string[]> {
  const { violations, passes } = (await page.evaluate(axeRunOfColours)) as AxeResult;
  expect(passes).toBeGreaterThan(0);
  return told(violations);
}

function told(violations: AxeResult['violations']): string[] {
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}
