// SPDX-License-Identifier: EUPL-1.2
// web/e2e/programmes_story.ts
//
// A démarche between two people: the direction begins it and asks for the passage, the staff representative says
// not yet and why, it is asked again with what changed, both say yes, and the next phase is under way for both.

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { type FreshServer, freshServer } from './fresh_server.ts';
import { twoPeople } from './two_people.ts';

const binary = process.env.ETABLI_BINARY;
test.skip(binary === undefined, 'ETABLI_BINARY names no program');
test.setTimeout(120_000);

let server: FreshServer;
test.beforeEach(async () => {
  server = await freshServer(binary ?? '');
});
test.afterEach(() => server.stop());

const reason = 'La nuit n’a pas encore parlé.';
const changed = 'La nuit a parlé pendant sept jours.';

async function begin(page: Page): Promise<void> {
  await page.goto('/cadrer');
  await expect(page.getByText('Aucune démarche ici pour l’instant')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Commencer une démarche' }).click();
  await expect(page.getByRole('heading', { name: /Le chemin proposé/ })).toBeVisible();
  await expect(page.getByText('Pérennisation', { exact: false }).first()).toBeVisible();
  await page.getByLabel('Titre').fill('Prendre soin de la relève');
  await page.getByLabel('Enjeu du soin').fill('Que l’information arrive entière.');
  await page.getByLabel('Enjeu du travail').fill('Partir à l’heure.');
  await page.getByLabel('Périmètre').fill('Long séjour, jour et nuit.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Commencer', exact: true }).click();
  await expectTitleFocus(page, 'Prendre soin de la relève');
}

/** The committee and the means are asked for before anybody else is. */
async function putOnTheTable(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Demander le passage' })).toHaveCount(0);
  await expect(
    page.getByText('Le passage pourra être demandé quand', { exact: false }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Reprendre ces lignes' }).first().click();
  await page.getByLabel('Comité').fill('Huit personnes, à parité.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('button', { name: 'Ajouter un moyen' }).click();
  await page.getByLabel('De quoi s’agit-il').fill('Temps des discussions');
  await page.getByLabel('Combien').fill('45 minutes par mois et par équipe');
  // The button before may still be saying « En cours ».
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('45 minutes par mois et par équipe')).toBeVisible();
}

async function answer(page: Page, choice: string, why = ''): Promise<void> {
  await page.getByRole('radio', { name: choice, exact: true }).check();
  if (why) await page.getByLabel('Pourquoi pas encore').fill(why);
  await page.getByRole('button', { name: 'Donner cette réponse' }).click();
}

/** Yes, without a mouse: the radio, past the reason, the button. */
async function answerByKeyboard(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Oui', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Une réserve, une demande à garder')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

test('one says not yet and why; asked again, both say yes and the phase opens', async ({
  page,
  browser,
}) => {
  const { director, elected } = await twoPeople(browser, page, server);
  await begin(director);
  await putOnTheTable(director);
  await director.getByRole('button', { name: 'Demander le passage' }).click();
  await expect(director.getByRole('table', { name: 'Où en est chaque collège' })).toBeVisible();
  await expectAccessible(director);
  const address = director.url();

  // The staff representative reads the same text, on the gate's own page, and says not yet: with a reason, or not at all.
  await elected.goto('/cadrer');
  await elected.getByRole('link', { name: /Un passage est demandé/ }).click();
  await elected.waitForURL(/\/portes\//);
  await expectTitleFocus(elected, 'De la conception au diagnostic');
  await expect(elected.getByText('Que l’information arrive entière.')).toBeVisible();
  // The page before, where it was written, may still stand there for a moment.
  await expect(elected.getByText('45 minutes par mois et par équipe').first()).toBeVisible();
  await expectAccessible(elected);
  await expect(elected.getByRole('button', { name: 'Donner cette réponse' })).toBeDisabled();
  await elected.getByRole('radio', { name: 'Non, pas encore' }).check();
  await elected.getByRole('button', { name: 'Donner cette réponse' }).click();
  await expect(elected.getByText('Restée fermée', { exact: false })).toHaveCount(0);
  await answer(elected, 'Non, pas encore', reason);
  await expect(elected.getByText('Restée fermée', { exact: false })).toBeVisible();
  await expect(elected.getByText(reason, { exact: false })).toBeVisible();
  await expectAccessible(elected);

  // The direction sees it without reloading, and asks again with what changed.
  await expect(director.getByRole('link', { name: /un collège a dit non/ })).toBeVisible();
  await director.getByLabel('Ce qui a changé depuis la dernière demande').fill(changed);
  await director.getByRole('button', { name: 'Demander le passage' }).click();
  await expect(director.getByText(changed, { exact: false })).toBeVisible();
  await answer(director, 'Oui');
  await expect(director.getByText(/^Oui, le/)).toBeVisible();

  await elected.goto(address);
  await expect(elected.getByText(changed, { exact: false })).toBeVisible();
  await answerByKeyboard(elected);
  for (const somebody of [elected, director])
    await expect(somebody.locator('[aria-current=step]')).toContainText('Diagnostic');
  await expect(elected.getByRole('link', { name: /Porte franchie/ })).toBeVisible();
  await expectAccessible(elected);
});

test('two who write the frame at once lose no words', async ({ page, browser }) => {
  const { director, elected } = await twoPeople(browser, page, server);
  await begin(director);
  await elected.goto(director.url());
  for (const somebody of [director, elected]) {
    await somebody.getByRole('button', { name: 'Reprendre ces lignes' }).first().click();
    await somebody
      .getByLabel('Comité')
      .fill(somebody === director ? 'Onze personnes.' : 'Huit personnes, à parité.');
  }
  await director.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(director.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);
  await expect(director.getByText('Onze personnes.', { exact: false }).first()).toBeVisible();
  await elected.getByRole('button', { name: 'Enregistrer' }).click();
  const dialog = elected.getByRole('dialog');
  await expect(dialog.getByText('Onze personnes.')).toBeVisible();
  await expect(dialog.getByText('Huit personnes, à parité.')).toBeVisible();
});
