// SPDX-License-Identifier: EUPL-1.2
// web/e2e/instruments_story.ts
//
// A staff representative composes a questionnaire from one that ships: rewords, adds, asks under a condition, takes back, looks at
// it on a phone, fixes it. Direction writes in the same one meanwhile, and nothing is lost.

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { enterByKey } from './demonstration.ts';
import { ownDemonstration } from './fresh_server.ts';

const server = ownDemonstration();
test.setTimeout(120_000);

const words = 'Hier, avez-vous pu vous asseoir pour la relève\u00a0?';
const kept = (page: Page) => expect(page.locator('.saving-mark')).not.toHaveText('');

const firstPart = (page: Page) => page.getByRole('region', { name: 'Partie 1', exact: true });

async function begin(page: Page): Promise<string> {
  await page.goto('/ecouter');
  await page.getByRole('link', { name: 'Questionnaires', exact: true }).click();
  await expectTitleFocus(page, 'Questionnaires');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Commencer un questionnaire' }).click();
  await page.getByRole('radio', { name: /^Noyau de vingt-cinq questions/ }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Commencer', exact: true }).click();
  await page.waitForURL(/questionnaires\/[0-9a-z]{26}$/);
  return page.url();
}

/** One more question in the first part, asked only of those who answered the one before. */
async function addUnderCondition(page: Page): Promise<void> {
  const part = firstPart(page);
  await part.getByLabel('Ajouter une question').selectOption({ label: 'une seule réponse' });
  await part.getByLabel('La question (en français)').fill(words);
  await part
    .getByLabel('La question (en anglais)')
    .fill('Yesterday, could you sit down for the handover?');
  await part.getByRole('button', { name: 'Ajouter une règle' }).click();
  await part.getByRole('checkbox', { name: 'Souvent' }).check();
  await expect(part.getByText(/posée si «/)).toBeVisible();
  await expectAccessible(page);
  await kept(page);
}

test('a questionnaire is composed, tried on a phone, fixed', async ({ browser }) => {
  const at = { baseURL: server.address };
  const elected = await enterByKey(browser, 'rep-1', at);
  const address = await begin(elected);
  await addUnderCondition(elected);

  const condition = firstPart(elected).getByText(/posée si «/);
  await elected.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(condition).toHaveCount(0);
  await elected.getByRole('button', { name: 'Rétablir', exact: true }).click();
  await expect(condition).toBeVisible();

  await elected.getByRole('button', { name: 'Voir sur un téléphone' }).click();
  const phone = elected.locator('.preview-phone');
  await expect(
    phone.getByRole('heading', { name: 'Contenu et organisation du travail' }),
  ).toBeVisible();
  await expect(phone.getByText(words)).toHaveCount(0);
  await phone.getByRole('radio', { name: 'Souvent' }).last().check();
  await expect(phone.getByText(words)).toBeVisible();
  await expectAccessible(elected);

  // Direction opens the same one; the representative writes first.
  const director = await enterByKey(browser, 'directrice', at);
  await director.goto(address);
  await expect(director.getByLabel('Titre (en français)')).toBeVisible();
  await elected.getByLabel('Titre (en français)').fill('Vingt-six questions');
  await expect(
    director.getByRole('heading', { level: 1, name: 'Vingt-six questions' }),
  ).toBeVisible();
  await director.getByLabel('Titre (en français)').fill('Noyau, relu par la direction');
  await expect(director.getByText('Quelqu’un d’autre vient d’écrire')).toBeVisible();
  await director.getByRole('button', { name: 'Repartir de sa version' }).click();
  await expect(director.getByLabel('Titre (en français)')).toHaveValue('Vingt-six questions');

  await elected.getByRole('button', { name: 'Fixer cette version' }).click();
  await elected.getByRole('link', { name: /^Version 1, fixée le/ }).click();
  await expectTitleFocus(elected, 'Vingt-six questions');
  await expect(elected.getByText(words)).toBeVisible();
  await expectAccessible(elected);
});

test('who is here may be known last: a form waits for their home', async ({ browser }) => {
  const page = await enterByKey(browser, 'rep-1', { baseURL: server.address });
  const late_ms = 1_500;
  await page.route('**/api/session', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, late_ms));
    await route.continue();
  });
  await page.goto('/ecouter/questionnaires/nouveau');
  await expect(page.getByLabel('Le fichier')).toBeVisible();
  await page.getByRole('button', { name: 'Commencer', exact: true }).click();
  await page.waitForURL(/questionnaires\/[0-9a-z]{26}$/);
});

test('what is lacking is said where it is, and a file that cannot be read is refused in words', async ({
  browser,
}) => {
  const page = await enterByKey(browser, 'rep-1', { baseURL: server.address });
  await page.goto('/ecouter/questionnaires/nouveau');
  await page.getByLabel('Le fichier').setInputFiles({
    name: 'enquete.lss',
    mimeType: 'text/xml',
    buffer: Buffer.from('<document><LimeSurveyDocType>Survey'),
  });
  await expect(page.getByText('Ce fichier se dit d’un autre programme')).toBeVisible();
  await page.getByRole('radio', { name: /^Une page blanche/ }).check();
  await page.getByRole('button', { name: 'Commencer', exact: true }).click();
  await expect(page.getByText(/Il manque encore \d+ choses/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fixer cette version' })).toBeDisabled();
  await page.getByLabel('Titre', { exact: true }).fill('Une question');
  await page.getByLabel('Source').fill('Nous-mêmes');
  await page.getByRole('button', { name: 'Ajouter une partie' }).click();
  const part = firstPart(page);
  await part.getByLabel('Titre de la partie').fill('La relève');
  await part.getByLabel('Ajouter une question').selectOption({ label: 'un nombre' });
  await part
    .getByRole('textbox', { name: 'La question' })
    .fill('Combien de minutes dure-t-elle\u00a0?');
  await expect(page.getByRole('button', { name: 'Fixer cette version' })).toBeEnabled();

  await page.getByRole('button', { name: 'Ajouter un score' }).click();
  const scores = page.getByRole('region', { name: 'Scores', exact: true });
  await scores.getByLabel('Nom du score').fill('Durée');
  await expect(scores.locator('.error').first()).toBeVisible();
  await scores.getByText('aucune question comptée').click();
  await scores.getByRole('checkbox', { name: /^Combien de minutes/ }).check();
  await expect(page.getByRole('button', { name: 'Fixer cette version' })).toBeEnabled();
  await expectAccessible(page);
  const file = page.waitForEvent('download');
  await page.getByLabel('Quel programme').selectOption({ label: 'SurveyJS (.json)' });
  await page.getByRole('link', { name: 'Télécharger le fichier' }).click();
  expect((await file).suggestedFilename()).toMatch(/\.json$/);
});
