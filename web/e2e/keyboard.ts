// SPDX-License-Identifier: EUPL-1.2
// web/e2e/keyboard.ts
//
// Without a mouse: from stop to stop, where the focus must be somewhere and be seen.

import { expect, type Locator, type Page } from '@playwright/test';

/** More would be a trap, or a page nobody walks through by keyboard. */
const stops_max = 60;

/** Where the focus is, and how it is seen. */
export const stop = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { where: 'nowhere', outline: '' };
    const style = getComputedStyle(element.closest('.choice') ?? element);
    return {
      where: element.outerHTML.slice(0, 120),
      outline: style.outlineStyle === 'none' ? 'none' : style.outlineWidth,
    };
  });

/** From stop to stop, until there. */
export async function goTo(page: Page, there: Locator): Promise<void> {
  await expect(there).toBeVisible();
  for (let stops = 0; stops < stops_max; stops += 1) {
    if (await there.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    const { where, outline } = await stop(page);
    if (where !== 'nowhere') expect(outline, where).toBe('3px');
  }
  throw new Error(`not reached in ${stops_max} stops`);
}

export async function press(page: Page, there: Locator): Promise<void> {
  await goTo(page, there);
  await page.keyboard.press('Enter');
}

export async function write(page: Page, label: string, words: string): Promise<void> {
  await goTo(page, page.getByRole('textbox', { name: label }));
  await page.keyboard.type(words);
}
