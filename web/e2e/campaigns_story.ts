// SPDX-License-Identifier: EUPL-1.2
// web/e2e/campaigns_story.ts
//
// A campaign from its cut to its results, the API played by the story. The half of the key, the signatures and the openings are
// really made in the browser, and really checked against docs/anonymity.md.

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { draft, id } from './campaign_example.ts';
import { played, type PlayedGuichet, playCampaigns } from './played_campaigns.ts';
import { playedKeys } from './played_keys.ts';

test.setTimeout(180_000);

const holds = ['hold:direction'];
const address = `/ecouter/campagnes/${id}`;
const people_answering = 12;

async function open(page: Page, campaign: PlayedGuichet, path = address): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text());
  });
  await playCampaigns(page, campaign);
  // Printing opens a dialog that nobody is there to close.
  await page.addInitScript(() => {
    window.print = () => window.dispatchEvent(new Event('afterprint'));
  });
  await page.goto(path);
  await expect(page.locator('h1')).toBeVisible();
  return errors;
}

test('a campaign begins with three answers', async ({ page }) => {
  await open(page, { ...played({}, ['write', 'ask']), isEmpty: true }, '/ecouter/campagnes');
  await expect(page.getByText('Aucune campagne pour l’instant')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Préparer une campagne' }).click();
  await expectTitleFocus(page, 'Préparer une campagne');
  await page.getByLabel('Titre').fill('La relève du soir');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Commencer', exact: true }).click();
  await expectTitleFocus(page, 'La relève du soir');
});

test('small teams are put together or taken out, and the forecast follows', async ({ page }) => {
  const campaign = played({}, ['write', 'ask', 'remove']);
  campaign.view = structuredClone(draft);
  const errors = await open(page, campaign);
  await expect(page.getByText('2 lieux comptent moins de 11 personnes')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Demander l’accord' })).toBeDisabled();
  await expectAccessible(page);

  await page.getByRole('checkbox', { name: /^Médecine B/ }).check();
  await page.getByRole('checkbox', { name: /^Hôpital de jour/ }).check();
  await page.getByRole('button', { name: 'Regrouper', exact: true }).click();
  await page.getByLabel('Nom du regroupement').fill('Médecine B et hôpital de jour');
  await page.getByRole('button', { name: 'Regrouper', exact: true }).click();
  await expect(
    page.getByRole('checkbox', { name: /^Médecine B et hôpital de jour 54 personnes/ }),
  ).toBeVisible();

  await page.getByRole('checkbox', { name: /^Équipe de nuit mobile/ }).check();
  await page.getByRole('button', { name: 'Retirer', exact: true }).click();
  await expect(page.getByText('Hôpital de Valombrée 233 personnes')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Préparer une discussion' })).toHaveAttribute(
    'href',
    /nouvelle\?subject=Notre\+travail/,
  );
  await expect(page.locator('.saving-mark')).not.toHaveText('');
  await expect(page.getByRole('table', { name: /^Si 60/ })).toBeVisible();
  await page.getByRole('slider').fill('30');
  await expect(page.getByRole('table', { name: /^Si 30/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Demander l’accord' }).click();
  await expect.poll(() => campaign.told.gate).toEqual({});
  expect(campaign.view.cut.places.map(({ code }) => code)).toEqual([
    'p0',
    'p1',
    'p2',
    'p3',
    'p5',
    'p6',
  ]);
  expect(errors).toEqual([]);
});

/** From the half to two rehearsals; what the sheets say is given back. */
async function makeTheKey(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Fabriquer notre moitié' }).click();
  await page.getByRole('button', { name: 'La montrer' }).click();
  await page.getByText('Sans imprimante').click();
  const sheets = await page.locator('.sheet-texts code').allTextContents();
  expect(sheets).toHaveLength(3);
  await page.getByRole('button', { name: 'Imprimer les trois feuilles' }).click();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: /trois endroits/ }).click();
  await expect(page.locator('.digest')).toHaveText(/^[0-9a-f]{64}$/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Signer', exact: true }).click();
  await page.getByRole('button', { name: 'Ouvrir l’essai' }).first().click();
  await expect(page.getByRole('heading', { name: 'Avec cet appareil' })).toHaveCount(0);

  await page.getByLabel('Une feuille').fill(`${sheets[0]?.slice(0, -1)}?`);
  await page.getByLabel('Une autre feuille').fill(sheets[2] ?? '');
  await page.getByRole('button', { name: 'Ouvrir l’essai' }).click();
  await expect(page.getByText('mal recopiée')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Une feuille').fill((sheets[0] ?? '').toLowerCase());
  await page.getByRole('button', { name: 'Ouvrir l’essai' }).click();
  await expect(page.getByText('Les codes sont tirés par qui prépare')).toBeVisible();
  return sheets;
}

test('a half is made, printed, rehearsed; both envelopes are opened, one from two sheets', async ({
  page,
}) => {
  const keys = playedKeys();
  const campaign = { ...played({ stage: 'ceremony' }, holds), keys };
  const errors = await open(page, campaign);
  await expectAccessible(page);
  const sheets = await makeTheKey(page);
  expect(keys.held).toEqual([true, true]);

  await keys.answer(people_answering);
  campaign.view.stage = 'closed';
  await page.reload();
  await page.getByRole('button', { name: 'Vérifier et ouvrir' }).click();
  await expect(page.getByText('Votre part est faite')).toBeVisible({ timeout: 60_000 });
  const first = campaign.told.openings as { root: string; openings: string };
  expect(keys.holdsOpenings('profile', first.openings)).toBe(true);
  expect(first.root).toBe(keys.ballots().root);
  await expectAccessible(page);

  campaign.view.stage = 'counted';
  await page.reload();
  await expect(page.getByText('aucune case fermée retrouvée').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Signer ce qui sera montré' }).click();
  await expect(page.getByText('Votre part est faite')).toBeVisible();

  campaign.view.stage = 'signed';
  await page.reload();
  await page.getByRole('button', { name: 'L’effacer de cet appareil' }).click();
  await page.getByLabel('Une feuille').fill(sheets[1] ?? '');
  await page.getByLabel('Une autre feuille').fill(sheets[2] ?? '');
  await page.getByRole('button', { name: 'Vérifier et ouvrir' }).click();
  await expect(page.getByText('Votre part est faite')).toBeVisible({ timeout: 60_000 });
  const second = campaign.told.openings as { openings: string };
  expect(keys.holdsOpenings('answers', second.openings)).toBe(true);
  expect(errors).toEqual([]);
});

test('a set that was cut short is not opened', async ({ page }) => {
  const keys = playedKeys();
  const campaign = { ...played({ stage: 'ceremony' }, holds), keys };
  await open(page, campaign);
  await makeTheKey(page);
  await keys.answer(people_answering);
  const { root, ballots } = keys.ballots();
  keys.ballots = () => ({ root, ballots: ballots.slice(1) });
  campaign.view.stage = 'closed';
  await page.reload();
  await page.getByRole('button', { name: 'Vérifier et ouvrir' }).click();
  await expect(page.getByText('ne sont pas toutes celles')).toBeVisible();
  expect(campaign.told.openings).toBeUndefined();
  await expectAccessible(page);
});

test('codes are shown once, on letters and slips without a name', async ({ page }) => {
  const manifest_sha256 = 'ab'.repeat(32);
  await open(page, played({ stage: 'ready', manifest_sha256 }, ['draw_codes']));
  await page.getByLabel('Combien de codes').fill('300');
  await expect(page.getByText('Un nombre entier, de 1 à 264')).toBeVisible();
  await page.getByLabel('Combien de codes').fill('12');
  await page.getByRole('button', { name: 'Tirer 12 codes' }).click();
  await expect(page.getByRole('heading', { name: '12 codes, montrés une fois' })).toBeVisible();
  await expectAccessible(page);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger le fichier' }).click();
  expect((await file).suggestedFilename()).toBe('liens.csv');
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Imprimer les lettres' }).click();
  await expect(page.locator('.printed-page')).toHaveCount(12);
  await expect(page.locator('.printed-page .is-code').first()).toHaveText(
    new RegExp(`/q/${id}#[0-9A-Z]{26}\\.${'ab'.repeat(16)}$`),
  );
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.printed-page')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'J’ai ce qu’il me faut' }).check();
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(page.getByText('12 codes déjà tirés')).toBeVisible();
});

test('who holds nothing sees where both stand; an end is told in words', async ({ page }) => {
  const campaign = played({ stage: 'ceremony' }, []);
  await open(page, campaign);
  await expect(page.getByText('Vous voyez ici où ils en sont')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fabriquer notre moitié' })).toHaveCount(0);
  Object.assign(campaign.view, { stage: 'ended', ended_on: '2026-12-21', ended_reason: 'too_few' });
  await page.reload();
  await expect(page.getByRole('heading', { name: /trop peu de réponses/ })).toBeVisible();
  await expectAccessible(page);
  campaign.problem = { status: 404, code: 'not_found' };
  await page.reload();
  await expect(page.getByText('Ce qui était ici n’existe pas')).toBeVisible();
  await expectAccessible(page);
});

test('results are read by place, crossed, compared, and brought back to a team', async ({
  page,
}) => {
  const errors = await open(page, played({ stage: 'published' }, []), '/comprendre');
  await page.getByRole('link', { name: 'Résultats des questionnaires' }).click();
  await page.getByRole('link', { name: draft.title }).click();
  await expectTitleFocus(page, draft.title);
  await expectAccessible(page);
  await page.getByLabel('Lieu', { exact: true }).selectOption({ label: 'Médecine A' });
  await expect(page.getByText('41 personnes ont répondu, sur 64')).toBeVisible();
  await expect(page.getByText('Le reste de la maison').first()).toBeAttached();
  await page.locator('summary').filter({ hasText: 'Le tableau' }).first().click();
  await expect(page.getByRole('columnheader', { name: 'Part favorable' }).first()).toBeAttached();
  await expectAccessible(page);
  await page.getByLabel('Métier', { exact: true }).selectOption({ label: 'Médecins' });
  await expect(page.getByRole('link', { name: 'Regarder un groupe plus large' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Regarder un groupe plus large' }).click();
  await page
    .getByRole('link', { name: /^Croiser les regards/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Par lieu' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Rendre à une équipe' }).click();
  await expectTitleFocus(page, /^Rendre les résultats/);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Ouvrir à l’écran' }).click();
  await expect(page.getByText('Question 1 sur 12')).toBeVisible();
  await page.getByRole('button', { name: 'Suivante' }).click();
  await expect(page.getByText('Question 2 sur 12')).toBeVisible();
  await expectAccessible(page);
  expect(errors).toEqual([]);
});
