// SPDX-License-Identifier: EUPL-1.2
// web/e2e/evaluation_steps.ts
//
// What stories do in a session of embedded evaluation: the room opens it, phones come in, each says of two activities how
// they go since the trial.

import { type Browser, expect, type Page } from '@playwright/test';

/** What nine people write, one each. */
export const activities = [
  'dire et recevoir',
  'garder les sonnettes',
  'relire les dossiers',
  'préparer les piluliers',
  'donner les repas',
  'lever les résidents',
  'ranger la réserve',
  'appeler les familles',
  'refaire les lits',
];

export async function phone(browser: Browser, address: string, code: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    locale: 'fr-FR',
  });
  const page = await context.newPage();
  await page.goto(`${address}/e/${code}`);
  await expect(page.getByText('Avant d’entrer, trois choses.')).toBeVisible();
  return page;
}

export async function begin(wall: Page): Promise<string> {
  await wall.getByRole('button', { name: 'Ouvrir la séance' }).click();
  await expect(wall.getByRole('status').filter({ hasText: 'étape 1 sur 4' })).toBeVisible();
  return ((await wall.locator('.qr .nums').textContent()) ?? '').replace('-', '');
}

/** Every activity on its screen: worse for some, better for the others; then a sentence, and it leaves. */
export async function answer(page: Page, mark: string, sentence: string): Promise<void> {
  for (let number = 1; number <= 2; number += 1) {
    await expect(page.getByText(`Activité ${number} sur 2`)).toBeVisible();
    await page.getByRole('group', { name: 'L’efficacité' }).getByLabel(mark).check();
    await page.getByRole('group', { name: 'La technique' }).getByLabel('Pareil').check();
    await page.getByRole('group', { name: 'Le collectif' }).getByLabel('Je ne sais pas').check();
    await page.getByRole('button', { name: 'Suivant' }).click();
  }
  await page.getByRole('textbox', { name: 'Le collectif' }).fill(sentence);
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await expect(page.getByText('Vos réponses sont parties.')).toBeVisible();
}
