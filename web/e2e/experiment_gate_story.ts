// SPDX-License-Identifier: EUPL-1.2
// web/e2e/experiment_gate_story.ts
//
// An experiment wider than one unit, in a démarche whose charter wants the colleges' yes: its page asks why not smaller and
// what the teams say; a representative says no, with the reason; the page is put better and asked for again; it is tried once
// every college has said yes.

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { inDays } from './days.ts';
import { dataOf, enterByKey } from './demonstration.ts';
import { freshServer, ownDemonstration } from './fresh_server.ts';
import { sender, twoPeople } from './two_people.ts';

const server = ownDemonstration();

const tried = 'Le brancardage à heures dites';
const why_not = 'La nuit n’a pas été entendue.';
const heard = 'La nuit a été entendue mardi ; elle garde la main sur les retours tardifs.';

const written: readonly [string, string][] = [
  ['Comment l’appelez-vous ?', tried],
  ['Ce que nous pensons', 'Si les départs ont une heure, personne n’attend dans le couloir.'],
  ['Enjeu du soin', 'On n’attend plus sur un brancard.'],
  ['Enjeu du travail', 'On n’est plus appelé trois fois.'],
  ['Le périmètre', 'Les départs du matin.'],
  ['Avec qui', 'Logistique, infirmières.'],
  ['Le chemin du retour', 'Rappeler le standard, comme avant.'],
  ['On verrait que cela marche si', 'Plus personne n’attend.'],
  ['On verrait que cela nuit si', 'Une urgence attend.'],
];

/** A proposal of the démarche that was accepted and that nobody tries yet. */
async function proposalToTry(page: Page): Promise<string> {
  const list = await page.request.get('/api/proposals');
  const { items } = (await list.json()).data as { items: { proposal: { id: string } }[] };
  for (const { proposal } of items) {
    await page.goto(`/ecouter/propositions/${proposal.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const begin = page.getByRole('link', { name: 'Commencer un essai' });
    const isOffered = begin.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (await isOffered) return proposal.id;
  }
  throw new Error('the demonstration has no proposal to try');
}

async function askFor(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Commencer un essai' }).click();
  await expectTitleFocus(page, 'Commencer un essai');
  await expect(page.getByRole('heading', { name: 'Plus large qu’une unité' })).toHaveCount(0);
  await page.getByLabel('Lieu').selectOption({ label: 'Centre hospitalier de Corbrioux' });
  await expect(page.getByText('La charte de la démarche le veut')).toBeVisible();
  for (const [name, words] of written) await page.getByRole('textbox', { name }).fill(words);
  await page.getByLabel('Début', { exact: true }).fill(inDays(7));
  await page.getByLabel('Fin', { exact: true }).fill(inDays(60));
  const ask = page.getByRole('button', { name: 'Demander l’accord des collèges' });
  await ask.click();
  await expect(page.getByText('dites pourquoi pas plus petit d’abord').first()).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Pourquoi pas plus petit d’abord' })
    .fill('Un brancard passe d’une unité à l’autre.');
  await page
    .getByRole('textbox', { name: 'Les équipes concernées' })
    .fill('Long séjour et logistique : d’accord.');
  await expectAccessible(page);
  await ask.click();
  await expectTitleFocus(page, tried);
  await expect(page.getByText('attend l’accord des collèges').first()).toBeVisible();
  return new URL(page.url()).pathname;
}

const form = (page: Page, college: string) =>
  page.getByRole('form', { name: `Répondre pour\u00a0: ${college}` });

async function refuse(page: Page): Promise<void> {
  const own = form(page, 'Représentants du personnel');
  await own.getByRole('radio', { name: 'Non, pas encore' }).check();
  await own.getByLabel('Pourquoi pas encore').fill(why_not);
  await own.getByRole('button', { name: 'Donner cette réponse' }).click();
  await expect(page.getByText('n’a pas l’accord de tous les collèges').first()).toBeVisible();
}

async function putBetterAndAskAgain(page: Page): Promise<void> {
  await expect(page.getByText(why_not).first()).toBeVisible();
  await page.getByRole('link', { name: 'Reprendre la page' }).click();
  await expectTitleFocus(page, 'Reprendre la page de l’essai');
  const who = page.getByRole('textbox', { name: 'Avec qui' });
  await expect(who).toHaveValue('Logistique, infirmières.');
  await who.fill('Logistique, infirmières, la nuit.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Garder cette page' }).click();
  await expectTitleFocus(page, tried);
  await expect(page.getByText('Logistique, infirmières, la nuit.')).toBeVisible();
  await page.getByLabel('Ce qui a changé depuis').fill(heard);
  await page.getByRole('button', { name: 'Demander de nouveau' }).click();
  await expect(page.getByText('attend l’accord des collèges').first()).toBeVisible();
  await expect(page.getByText(heard)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Reprendre la page' })).toHaveCount(0);
}

async function sayYes(page: Page, college: string): Promise<void> {
  const own = form(page, college);
  await own.getByRole('radio', { name: 'Oui', exact: true }).check();
  await own.getByRole('button', { name: 'Donner cette réponse' }).click();
}

/** Through the API, since other stories play these screens: a démarche that asks each time, and an experiment in it. */
async function asked(page: Page, address: string, place_id: string): Promise<string> {
  const send = sender(page.request, address);
  const frame = {
    title: 'Tenir la relève',
    care_stake: 'Rien ne se perd',
    work_stake: 'À l’heure',
  };
  const words = { perimeter: 'Long séjour', outside_perimeter: '', committee: 'Six personnes' };
  const open = { openness: 'participate', openness_text: '', who_decides: '', still_open: '' };
  const begun = await send('/api/programmes', {
    ...frame,
    ...words,
    ...open,
    experiment_gate: 'each',
    place_id,
    template_id: 'demarche-quatre-phases',
    started_on: null,
  });
  const canvas = {
    title: tried,
    hypothesis: 'Si',
    care_stake: 'Le soin',
    work_stake: 'Le travail',
  };
  const small = { perimeter: 'Le matin', with_whom: 'Deux équipes', way_back: 'Comme avant' };
  const made = await send('/api/experiments', {
    ...canvas,
    ...small,
    measured_from: null,
    starts_on: inDays(7),
    ends_on: inDays(60),
    means: { time: '', replaced: '', money: '', until_on: null },
    works_if: 'On part à l’heure',
    harms_if: 'Quelqu’un attend',
    why_not_smaller: 'Une seule équipe ici',
    teams_asked: 'D’accord',
    place_id,
    programme_id: (begun.programme as { id: string }).id,
    from_kind: null,
    from_id: null,
  });
  return `${address}/essayer/${(made.experiment as { id: string }).id}`;
}

test('wider than one unit, it waits for every college', async ({ browser }, info) => {
  const own = { viewport: info.project.use.viewport ?? undefined, baseURL: server.address };
  const manager = await enterByKey(browser, 'cadre-sld', own);
  const elected = await enterByKey(browser, 'rep-1', own);
  const direction = await enterByKey(browser, 'directrice', own);
  await manager.goto(`/ecouter/propositions/${await proposalToTry(manager)}`);

  const path = await test.step('asked for', () => askFor(manager));
  const api = `/api/experiments/${path.split('/').at(-1)}`;
  await elected.goto(path);
  await direction.goto(path);
  await expect(elected.getByRole('link', { name: 'Tenir la séance' })).toHaveCount(0);
  expect(await dataOf(direction, api)).toBe(await dataOf(elected, api));

  await test.step('a no, with its reason', () => refuse(elected));
  await test.step('put better, and asked again', () => putBetterAndAskAgain(manager));
  await test.step('a yes alone opens nothing', async () => {
    await sayYes(direction, 'Direction');
    await expect(direction.getByText('Reprendre la réponse de').first()).toBeVisible();
    await expect(direction.getByText('attend l’accord des collèges').first()).toBeVisible();
    await expect(manager.getByRole('link', { name: 'Tenir la séance' })).toHaveCount(0);
  });
});

/** After the yes, words are put otherwise: what was agreed stays beside them. */
async function rewritten(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Reprendre la page' }).click();
  await page.getByRole('textbox', { name: 'Avec qui' }).fill('Toute la maison');
  await page.getByRole('button', { name: 'Garder cette page' }).click();
  await expectTitleFocus(page, tried);
  await expect(
    page.getByRole('heading', { name: 'Ce qui a changé depuis l’accord' }),
  ).toBeVisible();
  await expect(page.getByText('Deux équipes')).toBeVisible();
}

test('once every college has said yes, it is tried', async ({ browser, page }) => {
  const binary = process.env.ETABLI_BINARY ?? '';
  const fresh = await freshServer(binary);
  try {
    const { director, elected, place_id } = await twoPeople(browser, page, fresh);
    const path = await asked(elected, fresh.address, place_id);
    await director.goto(path);
    await elected.goto(path);
    await sayYes(director, 'Direction');
    await expect(elected.getByText('attend l’accord des collèges').first()).toBeVisible();
    await sayYes(elected, 'Représentants du personnel');
    for (const each of [director, elected]) {
      await expect(each.getByText(/^commence le/).first()).toBeVisible();
      await expect(each.getByText('tous les collèges demandés ont dit oui')).toBeVisible();
    }
    await expect(elected.getByRole('link', { name: 'Tenir la séance' })).toBeVisible();
    await rewritten(elected);
    await expect(
      director.getByRole('heading', { name: 'Ce qui a changé depuis l’accord' }),
    ).toBeVisible();
    await expect(director.getByText('Toute la maison')).toHaveCount(2);
    await expect(director.getByRole('link', { name: 'Tenir la séance' })).toHaveCount(0);
    await expectAccessible(elected);
  } finally {
    fresh.stop();
  }
});
