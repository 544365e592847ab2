// SPDX-License-Identifier: EUPL-1.2
// web/e2e/gates_story.ts
//
// A gate that is open: a user's representative gives an opinion, a team's agreement is written down with its meeting,
// and those who say nothing are awaited, never counted as a yes; the direction takes the asking back, with its reason,
// and asks again. An older gate still shows the silence it met.

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { inDays } from './days.ts';
import { dataOf, enterByKey } from './demonstration.ts';
import { ownDemonstration } from './fresh_server.ts';

const server = ownDemonstration();

const sheet = 'Le 4 attend son taxi';
const opinion = 'Favorable, si l’on garde la phrase sur l’attente des familles.';
const reservation = 'Que l’heure du taxi reste dans la fiche.';
const why = 'L’équipe veut relire la troisième partie avant que le cluster la lise.';

const pathOf = (page: Page) => new URL(page.url()).pathname;
const rowOf = (page: Page, college: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: college, exact: true }) });
const form = (page: Page, college: string) =>
  page.getByRole('form', { name: `Répondre pour\u00a0: ${college}` });

/** The gate is reached from what it opens, as one reads. */
async function goToGate(page: Page): Promise<void> {
  await page.goto('/partager');
  await page.getByRole('link', { name: sheet }).first().click();
  await expectTitleFocus(page, sheet);
  await page.getByRole('link', { name: /^Accord des collèges demandé le/ }).click();
  await expectTitleFocus(page, /Le 4 attend son taxi/);
}

/** Words, and no yes or no to choose: an opinion holds nothing back. */
async function giveOpinion(page: Page): Promise<void> {
  await expect(rowOf(page, 'Usagers')).toContainText('Avis pas encore donné');
  const own = form(page, 'Usagers');
  await expect(own.getByRole('radio')).toHaveCount(0);
  await own.getByLabel('Votre avis').fill(opinion);
  await expectAccessible(page);
  await own.getByRole('button', { name: 'Donner cette réponse' }).click();
  await expect(rowOf(page, 'Usagers')).toContainText('Avis donné le');
  await expect(rowOf(page, 'Usagers')).toContainText(opinion);
}

/** By whoever was at the meeting; without its day it is not a team's word. */
async function recordAgreement(page: Page): Promise<void> {
  const own = form(page, 'Professionnels');
  await own.getByRole('radio', { name: 'Oui', exact: true }).check();
  await own.getByLabel('Une réserve, une demande à garder').fill(reservation);
  await own.getByRole('button', { name: 'Donner cette réponse' }).click();
  await expect(rowOf(page, 'Professionnels')).toContainText('Attendu pour le');
  const today = inDays(0);
  await own.getByLabel('Réunion où l’équipe l’a dit').fill(today);
  await expectAccessible(page);
  await own.getByRole('button', { name: 'Donner cette réponse' }).click();
  await expect(rowOf(page, 'Professionnels')).toContainText('Oui, le');
  await expect(rowOf(page, 'Professionnels')).toContainText('constaté en réunion le');
  await expect(rowOf(page, 'Professionnels')).toContainText(reservation);
}

async function sayYes(page: Page, college: string): Promise<void> {
  const own = form(page, college);
  await own.getByRole('radio', { name: 'Oui', exact: true }).check();
  await own.getByRole('button', { name: 'Donner cette réponse' }).click();
  await expect(page.getByText(`Reprendre la réponse de\u00a0: ${college}`).first()).toBeVisible();
}

test('an opinion, a team’s agreement, a withdrawal; and silence is no yes', async ({
  browser,
}, info) => {
  const own = { viewport: info.project.use.viewport ?? undefined, baseURL: server.address };
  const users = await enterByKey(browser, 'rep-usagers', own);
  const facilitator = await enterByKey(browser, 'referente-1', own);
  const direction = await enterByKey(browser, 'directrice', own);
  const representative = await enterByKey(browser, 'rep-1', own);

  await goToGate(users);
  const path = pathOf(users);
  const gate = `/api/gates/${path.split('/').at(-1)}`;
  for (const page of [facilitator, direction, representative]) await page.goto(path);

  await test.step('an opinion', () => giveOpinion(users));
  await test.step('a team’s agreement', () => recordAgreement(facilitator));

  await test.step('silence is no yes', async () => {
    await sayYes(direction, 'Direction');
    await sayYes(representative, 'Représentants du personnel');
    // One of three representatives has spoken: nobody speaks for the two others, and nothing opens.
    for (const page of [direction, representative, users]) {
      await expect(page.getByText('Le silence n’est pas un oui.', { exact: false })).toBeVisible();
      const awaited = rowOf(page, 'Représentants du personnel');
      await expect(awaited).toContainText('Attendu pour le', { timeout: 30_000 });
      await expect(awaited).toContainText('il en manque pour que le collège ait dit oui');
      await expect(awaited).not.toContainText('Oui, le');
      await expect(page.getByText('Franchie le', { exact: false })).toHaveCount(0);
    }
    await expect(rowOf(users, 'Direction')).toContainText('Oui, le');
    expect(await dataOf(direction, gate)).toBe(await dataOf(representative, gate));
    await expectAccessible(representative);
  });

  await test.step('taken back, with its reason', async () => {
    await expect(representative.getByText('Retirer la demande')).toHaveCount(0);
    await direction.getByText('Retirer la demande').first().click();
    await direction.getByLabel('Pourquoi on la retire').fill(why);
    await direction.getByRole('button', { name: 'Retirer la demande' }).click();
    for (const page of [direction, representative, facilitator, users]) {
      await expect(page.getByText(/^Demande retirée le/)).toContainText(why, { timeout: 30_000 });
      await expect(page.getByRole('button', { name: 'Donner cette réponse' })).toHaveCount(0);
      // What was said stays said; who had not spoken is still not made to.
      await expect(rowOf(page, 'Usagers')).toContainText(opinion);
      await expect(rowOf(page, 'Représentants du personnel')).toContainText('Sans réponse');
    }
    await expectAccessible(direction);
  });

  await test.step('asked again, from the sheet', async () => {
    await direction.goto('/partager');
    await direction.getByRole('link', { name: sheet }).first().click();
    await direction.getByRole('button', { name: 'Demander à l’ouvrir au cluster' }).click();
    await direction.getByRole('link', { name: /^Accord des collèges demandé le/ }).click();
    await expectTitleFocus(direction, /Le 4 attend son taxi/);
    expect(pathOf(direction)).not.toBe(path);
    for (const college of ['Direction', 'Encadrement', 'Médical', 'Professionnels'])
      await expect(rowOf(direction, college)).toContainText('Attendu pour le');
  });
});

test('a gate that met silence says so ever after', async ({ browser }, info) => {
  const own = { viewport: info.project.use.viewport ?? undefined, baseURL: server.address };
  const page = await enterByKey(browser, 'rep-1', own);
  const session = await page.request.get('/api/session');
  const [mandate] = (await session.json()).data.account.mandates;
  const { items } = JSON.parse(
    await dataOf(page, `/api/gates?establishment=${mandate.place_id}`),
  ) as { items: { id: string; title: string; state: string }[] };
  const closed = items.find(
    ({ title, state }) => state === 'refused' && title === 'Du diagnostic au projet',
  );
  await page.goto(`/portes/${closed?.id}`);
  await expect(page.getByText(/^Restée fermée le/)).toBeVisible();
  await expect(rowOf(page, 'Médical')).toContainText('Sans réponse');
  await expect(rowOf(page, 'Médical')).not.toContainText('Oui');
  await expect(rowOf(page, 'Représentants du personnel')).toContainText('la nuit ait parlé');
  await expectAccessible(page);
});
