// SPDX-License-Identifier: EUPL-1.2
// web/e2e/paper_story.ts
//
// Sheets of paper: typed twice from the keyboard alone, compared, settled, sealed and handed in under the sheet's code. What was
// typed is kept nowhere.

import { expect, type Page, test } from '@playwright/test';
import { campaign_id } from '../ballots/example_campaign.ts';
import { arrive, button, look, now, step } from './answering_steps.ts';
import { code, other_code, PlayedGuichet } from './played_guichet.ts';

const desk = `/q/${campaign_id}/papier`;

test.beforeEach(({ page }) => page.clock.setFixedTime(now));

/** What stands under the hand: a digit goes on by itself, Enter goes on. */
async function typeSheet(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const focused = () =>
      page.evaluate(() => `${document.activeElement?.id} ${document.activeElement?.tagName}`);
    const before = await focused();
    await page.keyboard.press(key);
    await expect.poll(focused).not.toBe(before);
  }
}

const rest = (count: number) => Array.from({ length: count }, () => 'Enter');

async function fieldsLeft(page: Page): Promise<number> {
  return page.locator('[data-typed]').count();
}

test('typed twice, compared, settled, sealed; then the next', async ({ page }) => {
  test.slow();
  const played = new PlayedGuichet();
  await arrive(page, played, desk);
  await expect(step(page, 'Feuille n° 1')).toBeVisible();
  await expect(page.getByText('Vous allez voir les réponses de chaque feuille')).toBeVisible();
  await look(page, 'papier-1-code');
  await page.getByLabel('Le code de la feuille').fill(code);
  await page.keyboard.press('Enter');
  await expect(step(page, 'Première saisie')).toBeVisible();
  await expect(page.getByLabel('Lieu de travail')).toBeFocused();
  // Place 2, occupation 1, the first question 3.
  await typeSheet(page, ['2', '1', '3']);
  await expect(page.getByText('Médecine B, Pôle médecine').last()).toBeVisible();
  await look(page, 'papier-2-saisie');
  await page.getByLabel('Lieu de travail').focus();
  await typeSheet(page, rest(await fieldsLeft(page)));
  await expect(button(page, 'Deuxième saisie')).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(step(page, 'Deuxième saisie')).toBeVisible();
  await expect(page.getByLabel('Lieu de travail')).toHaveValue('');
  await typeSheet(page, ['2', '1', '2']);
  await typeSheet(page, rest((await fieldsLeft(page)) - 3));
  await page.keyboard.press('Enter');
  await expect(step(page, 'Une différence entre les deux saisies')).toBeVisible();
  await expect(page.locator('.typed-difference dd').first()).toHaveText('Non');
  await expect(page.locator('.typed-difference dd').last()).toHaveText('Parfois, quand on peut');
  await look(page, 'papier-3-differences');
  await page.locator('.typed-difference input').focus();
  await typeSheet(page, ['3']);
  await page.keyboard.press('Enter');
  await expect(step(page, 'Les deux saisies disent la même chose')).toBeVisible();
  await look(page, 'papier-4-sceller');
  expect(played.asked).toEqual([]);
  await button(page, 'Sceller et déposer').focus();
  await page.keyboard.press('Enter');
  await expect(step(page, 'La feuille est dans l’urne')).toBeVisible();
  expect(played.read()).toEqual({
    profile: { place: 'p3', category: 'c1' },
    answers: { discussion: 'non' },
  });
  expect(played.asked.map((each) => each.code)).toEqual([code]);
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
  await look(page, 'papier-5-deposee');
  await button(page, 'Feuille suivante').focus();
  await page.keyboard.press('Enter');
  await expect(step(page, 'Feuille n° 2')).toBeVisible();
  await expect(page.getByLabel('Le code de la feuille')).toHaveValue('');
});

test('a wrong number is said at once, and a place is needed', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played, desk);
  await page.getByLabel('Le code de la feuille').fill(other_code);
  await page.keyboard.press('Enter');
  await page.getByLabel('Lieu de travail').fill('9');
  await expect(page.getByText('Cela ne correspond à rien ici.')).toBeVisible();
  await page.getByLabel('Lieu de travail').fill('');
  await button(page, 'Deuxième saisie').click();
  await expect(page.getByRole('alert')).toContainText('Il manque le lieu de travail');
  await expect(page.getByLabel('Lieu de travail')).toBeFocused();
});

test('a sheet whose code was mistyped is not typed again', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played, desk);
  await page.getByLabel('Le code de la feuille').fill('aaaaaaaaaaaaaaaaaaaaaaaaaa');
  await page.keyboard.press('Enter');
  for (const which of ['Deuxième saisie', 'Comparer']) {
    await page.getByLabel('Lieu de travail').fill('3');
    await button(page, which).click();
  }
  await button(page, 'Sceller et déposer').click();
  await expect(page.getByRole('alert')).toContainText('Ce code n’est pas connu ici');
  await page.getByLabel('Le code de la feuille').fill(code);
  await button(page, 'Sceller et déposer').click();
  await expect(step(page, 'La feuille est dans l’urne')).toBeVisible();
  expect(played.read().profile).toEqual({ place: 'p4' });
});

/** As the urn would, whatever is handed in. */
async function urnRefuses(page: Page, problem: string): Promise<void> {
  await page.unroute('**/ballots');
  await page.route('**/ballots', (route) =>
    route.fulfill({ status: 409, json: { code: problem, fields: [] } }),
  );
}

async function sealSheet(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Le code de la feuille').fill(typed);
  await page.keyboard.press('Enter');
  for (const which of ['Deuxième saisie', 'Comparer']) {
    await page.getByLabel('Lieu de travail').fill('3');
    await button(page, which).click();
  }
  await button(page, 'Sceller et déposer').click();
}

const shredder = 'Passez la feuille et son billet au broyeur';

test('a refused sheet is kept, not shredded', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played, desk);
  await urnRefuses(page, 'ballot.refused');
  await sealSheet(page, code);
  await expect(step(page, 'Refusée\u00a0: gardez la feuille')).toBeVisible();
  await expect(page.getByText('Ne passez pas cette feuille au broyeur')).toBeVisible();
  await expect(page.getByText('Une enveloppe a été refusée par l’urne')).toBeVisible();
  await expect(page.getByText(shredder)).toHaveCount(0);
  await expect(page.getByText('dans l’urne', { exact: true })).toHaveCount(0);
  await look(page, 'papier-6-refusee');
  // Still said at the next sheet.
  await button(page, 'Feuille suivante').click();
  await expect(step(page, 'Feuille n° 2')).toBeVisible();
  await expect(page.getByText('Une enveloppe a été refusée par l’urne')).toBeVisible();
});

test('an urn that is not open yet loses nothing, and a later refusal is told', async ({ page }) => {
  test.slow();
  const played = new PlayedGuichet();
  await arrive(page, played, desk);
  await urnRefuses(page, 'campaign.not_open');
  await sealSheet(page, code);
  await expect(step(page, 'Scellée, pas encore déposée')).toBeVisible();
  await expect(page.getByText('Pas encore au broyeur')).toBeVisible();
  await expect(page.getByText(shredder)).toHaveCount(0);
  await expect(page.getByText('Une enveloppe attend d’être déposée.')).toBeVisible();
  // Why it waits stands beside it, whatever is on the rest of the page.
  await expect(page.getByText('Ce n’est pas ouvert en ce moment')).toBeVisible();
  await look(page, 'papier-7-attend');
  await page.unroute('**/ballots');
  await button(page, 'Déposer maintenant').click();
  await expect(page.getByText('Une enveloppe attend')).toHaveCount(0);
  expect(played.inUrn.size).toBe(1);

  await button(page, 'Feuille suivante').click();
  await urnRefuses(page, 'server.busy');
  await sealSheet(page, other_code);
  await expect(step(page, 'Scellée, pas encore déposée')).toBeVisible();
  await urnRefuses(page, 'ballot.refused');
  await button(page, 'Déposer maintenant').click();
  await expect(page.getByText('Une enveloppe a été refusée par l’urne')).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
