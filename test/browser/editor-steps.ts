/** What editors do in Sveltia CMS, as people do it: nothing is filled in that was not typed, since only then a draft is kept. */
import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';

export const patience = { timeout: 180_000, interval: 250 };

export const field = (of: Page, name: string): Locator =>
  of.getByRole('group', { name: new RegExp(`“.?${name}.?” Field`) }).first();

export const box = (of: Page, name: string): Locator => field(of, name).getByRole('textbox').last();

/** A question, or why something was refused. */
const told = (of: Page, name: string | RegExp = ''): Locator => of.getByRole('alertdialog', { name });

export const press = (of: Page, name: string): Promise<void> => of.getByRole('button', { name, exact: true }).click();

export async function answerTold(of: Page, name: string, answer: string): Promise<void> {
  await told(of, name).getByRole('button', { name: answer, exact: true }).click();
}

export async function write(of: Page, name: string, words: string): Promise<void> {
  await box(of, name).click();
  await of.keyboard.press('Control+A');
  await of.keyboard.type(words);
}

/** The form is made anew within some tenths of a second after it appears, empty, which no person is quick enough to see. */
export async function formStays(of: Page): Promise<void> {
  let seen = await box(of, 'Title').elementHandle();
  await vi.waitFor(async () => {
    const before = seen;
    await of.waitForTimeout(1000);
    seen = await box(of, 'Title').elementHandle();
    expect(await before?.evaluate((element, now) => element === now, seen)).toBe(true);
  }, patience);
}

/** Each save of a draft is followed by the question whether somebody else is to look at it. */
export async function save(of: Page): Promise<void> {
  await press(of, 'Save');
  await answerTold(of, 'Send for Review', 'Later');
  await told(of).waitFor({ state: 'hidden' });
}

/** What Sveltia CMS says of a save that is refused; ours says it nowhere else. */
export async function refusal(of: Page): Promise<string> {
  await press(of, 'Save');
  await told(of, 'Error').waitFor();
  const text = await told(of, 'Error').innerText();
  await answerTold(of, 'Error', 'OK');
  await of.waitForTimeout(1000);
  expect(await of.locator('dialog[open]').count()).toBe(0);
  return text;
}
