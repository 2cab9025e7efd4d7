import type { Locator, Page } from '@playwright/test';
import { expect } from './harness/patient-expect.ts';

const MOST_TABS = 160;

/** Reaches an element by Tab alone, as someone without a mouse does; fails when the keyboard never gets there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard never reached ${String(target)}.`);
}

/** Reaches a button or link by Tab and presses Enter. */
export async function pressByKeyboard(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Reaches a text field by Tab and types into it. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Reaches a choice by Tab, types part of its words and takes the first that fits. */
export async function chooseByTyping(page: Page, target: Locator, part: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(part);
  await page.keyboard.press('Enter');
  await expect(target).toHaveValue(new RegExp(part, 'i'));
}
