// SPDX-License-Identifier: EUPL-1.2
// web/e2e/answering_steps.ts
//
// The steps of somebody who answers a questionnaire, for the stories that share them.

import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import type { PlayedGuichet } from './played_guichet.ts';

/** In the middle of the campaign, whatever the day of the run. */
export const now = new Date('2026-11-25T21:00:00Z');

export const step = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 2, name, exact: typeof name === 'string' });
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What somebody sees, when asked for (ETABLI_PICTURES); then what everybody is owed. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.ETABLI_PICTURES;
  if (folder !== undefined) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const path = `${folder}/${name}-${page.viewportSize()?.width}-${colorScheme}.png`;
      await page.screenshot({ path, fullPage: true });
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    const path = `${folder}/${name}-${page.viewportSize()?.width}-forced.png`;
    await page.screenshot({ path, fullPage: true });
    await page.emulateMedia({ forcedColors: 'none' });
  }
  await expectAccessible(page);
}

export async function arrive(page: Page, played: PlayedGuichet, link = played.link): Promise<void> {
  await played.play(page);
  await page.goto(link);
}

export async function takeToken(page: Page): Promise<void> {
  await button(page, 'Continuer').click();
  await button(page, 'Prendre mon jeton').click();
}

export async function choosePlace(page: Page): Promise<void> {
  await expect(step(page, 'Où vous travaillez')).toBeVisible();
  await page.getByRole('radio', { name: 'Médecine B' }).check();
  await page.getByRole('radio', { name: 'Soignants' }).check();
  await button(page, 'Continuer').click();
}

/** The shortest way: one answer, nothing at night. */
export async function answer(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Parfois, quand on peut' }).check();
  for (let part = 0; part < 3; part += 1) await button(page, 'Suivant').click();
}

export async function answerWhole(page: Page): Promise<void> {
  await takeToken(page);
  await choosePlace(page);
  await answer(page);
  await button(page, 'Envoyer mes réponses').click();
}
