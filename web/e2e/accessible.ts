// SPDX-License-Identifier: EUPL-1.2
// web/e2e/accessible.ts
//
// expectAccessible(page): what every screen owes everybody. axe for WCAG 2.2 A and AA, one title, a
// visible outline under the keyboard, no sideways scroll at 320 px. Radios without a legend, errors
// apart from their field and lost focus are not seen by axe: hold those by role and name in a story.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1);
  const found = await new AxeBuilder({ page })
    // Where react-aria says a pending button aloud, for seven seconds, even once the button is gone.
    .exclude('[data-live-announcer]')
    .withTags(rules)
    .analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await expectVisibleOutline(page);
  await expectNoSidewaysScroll(page);
}

/** After a change of page, the focus is on the title. */
export async function expectTitleFocus(page: Page, title: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
}

async function expectVisibleOutline(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'none';
    const holder = element.closest('.choice') ?? element;
    const style = getComputedStyle(holder);
    return style.outlineStyle === 'none' ? 'none' : style.outlineWidth;
  });
  expect(outline, 'outline of the focused control').toBe('3px');
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const over_px = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over_px, 'sideways scroll at 320 px').toBeLessThanOrEqual(0);
  if (before !== null) await page.setViewportSize(before);
}
