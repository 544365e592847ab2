// SPDX-License-Identifier: EUPL-1.2
// web/e2e/together_story.ts
//
// The three fields of a démarche read together, an experiment on one page for who decides, and its poster: what goes both ways is
// said first, an empty field keeps its place, nothing is ranked, and paper holds one sheet.

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { goTo, press } from './keyboard.ts';
import { experiments, playFields, programme, without_figures } from './played_fields.ts';

const fields = `/essayer/champs/${programme}`;

/** A refused inline style or script would be told here. */
function gatherErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

/** How many sheets come out of the printer. */
async function sheetsOf(page: Page): Promise<number> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  return [...bytes.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

test('what goes both ways is said in full, and an empty field keeps its place', async ({
  page,
}) => {
  const errors = gatherErrors(page);
  await playFields(page);
  await page.goto(fields);
  await expectTitle(page, 'Les trois champs, ensemble');
  const told = page.locator('.together-joint > li');
  await expect(told).toHaveCount(3);
  await expect(told.nth(1)).toContainText(
    'dans le sens espéré pour l’activité et à l’inverse pour les pratiques d’organisation : cela se lit ensemble, aucun des deux n’annule l’autre.',
  );
  await expect(told.nth(0)).toContainText('rien de plus que le hasard');
  await expect(page.getByText('La carte ne dit pas pourquoi : cela se discute.')).toBeVisible();

  // Three bands in their order, whatever figures say; nobody counted anything of methods.
  const bands = page.locator('.together-band');
  await expect(bands.locator('h3')).toHaveText([
    'Activité',
    'Méthodes',
    'Pratiques d’organisation',
  ]);
  await expect(bands.nth(1)).toContainText('Rien n’est compté dans ce champ.');
  await expect(bands.nth(0).getByRole('img', { name: /Interruptions de la relève/ })).toBeVisible();
  await expect(bands.nth(0)).toContainText('12 points avant, 24 depuis');
  await expect(bands.nth(0)).toContainText('réunit le travail de 31 personnes');

  const table = page.getByRole('table', { name: 'Chaque chiffre, essai par essai' });
  await expect(table.locator('tbody tr')).toHaveCount(9);
  await expect(table).toContainText('plus que le hasard, à l’inverse de ce que l’équipe espérait');
  await expect(page.locator('main')).not.toContainText(/score|rang|total|grâce à/i);
  await expectAccessible(page);
  expect(errors).toEqual([]);
});

/** Loaded as an address, the page has not changed: its title is shown and does not take the focus. */
async function expectTitle(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('charts share one time', async ({ page }) => {
  await playFields(page);
  await page.goto(fields);
  await expectTitle(page, 'Les trois champs, ensemble');
  const charts = page.locator('.is-figure svg.follow-up-plot:visible');
  await expect(charts).toHaveCount(5);
  const frames = await charts.evaluateAll((all) =>
    all.map((chart) => {
      const { left, width } = chart.getBoundingClientRect();
      return `${Math.round(left)} ${Math.round(width)}`;
    }),
  );
  expect(new Set(frames).size).toBe(1);
});

test('without a mouse: the reason for a figure, then its experiment', async ({ page }) => {
  await playFields(page);
  await page.goto(fields);
  const why = page.locator('.together-why summary').first();
  await press(page, why);
  await expect(page.getByText('Savoir si la relève est vraiment gardée')).toBeVisible();
  await page.reload();
  await press(page, page.getByRole('link', { name: 'La relève gardée' }).first());
  await expectTitleFocus(page, 'La relève gardée');
});

test('no experiment, and no figure: both say how to go on', async ({ page }) => {
  await playFields(page, { fields: [] });
  await page.goto(fields);
  await expect(page.getByText('Aucun essai dans cette démarche pour l’instant')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Revenir à la démarche' })).toBeVisible();
  await expectAccessible(page);

  const uncounted = experiments.map((experiment) => ({
    ...experiment,
    indicators: [],
    joint: without_figures.joint,
  }));
  await playFields(page, { fields: uncounted });
  await page.reload();
  await expect(page.getByText('Aucun essai ne compte rien', { exact: false })).toBeVisible();
  await expect(page.getByText('Rien n’est compté dans ce champ.', { exact: false })).toHaveCount(3);
  await expectAccessible(page);
});

test('one page says what is theirs to decide, and is one sheet', async ({ page }) => {
  const errors = gatherErrors(page);
  await playFields(page);
  await page.goto('/essayer/handover/page');
  await expectTitle(page, 'La relève gardée');
  const yours = page.locator('.plank', { hasText: 'Ce qui vous revient' });
  await expect(yours).toContainText('Le groupe conclut d’étendre');
  await expect(yours).toContainText('Que les vingt minutes restent comptées après décembre.');
  await expect(yours).toContainText('Une réserve est jointe');
  await expect(page.getByText('Représentants du personnel', { exact: false })).toBeVisible();
  await expect(page.getByText('Deux d’entre nous trouvent', { exact: false })).toBeVisible();
  await expect(page.locator('.page-figure svg')).toHaveCount(2);
  await expectAccessible(page);
  expect(await sheetsOf(page)).toBe(1);
  expect(errors).toEqual([]);
});

test('before the end, one page says the day it is due and shows that no means are given', async ({
  page,
}) => {
  await playFields(page, { experiment: without_figures });
  await page.goto('/essayer/handover/page');
  await expect(page.getByText('Il se tient le 29 janvier 2027', { exact: false })).toBeVisible();
  await expect(page.getByText('Aucun moyen n’est donné', { exact: false })).toBeVisible();
  await expect(page.getByText('aucun', { exact: true })).toHaveCount(2);
  await expect(page.getByText('rien n’est compté', { exact: true })).toHaveCount(3);
  await expectAccessible(page);
});

test('a poster holds on its sheet, with the figure and the paper one chooses', async ({ page }) => {
  const errors = gatherErrors(page);
  await playFields(page);
  await page.goto('/essayer/handover/affiche');
  await expectTitle(page, 'L’affiche de l’équipe');
  const poster = page.getByRole('article', { name: 'L’affiche' });
  await expect(poster.getByRole('heading', { name: 'La relève gardée' })).toBeVisible();
  await expect(poster).toContainText('Reprendre 13 h 45 debout');
  await expect(poster).toContainText('« On s’entend. Mais la sonnette de la 12');
  await expect(poster).toContainText('Sans nom, sans classement');
  await expect(poster.getByRole('img', { name: 'Code à scanner pour compter' })).toBeVisible();
  await expect(poster).toContainText('Compter : scannez');
  await expectAccessible(page);
  expect(await sheetsOf(page)).toBe(1);

  await goTo(page, page.getByRole('radio', { name: /A4/ }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /A3/ })).toBeChecked();
  await expect(poster).toHaveClass(/is-a3/);
  expect(await sheetsOf(page)).toBe(1);

  // A figure that is not counted on telephones has no code to scan.
  const chosen = page.getByRole('combobox', { name: /Le chiffre affiché/ });
  await chosen.selectOption('Départs après l’heure');
  await expect(poster).toContainText('C’était 37 %');
  await expect(poster).not.toContainText('scannez');
  await chosen.selectOption('Sans chiffre');
  await expect(poster.locator('figure')).toHaveCount(0);
  await expectAccessible(page);
  expect(errors).toEqual([]);
});

test('one finds them from what is tried, and from the experiment', async ({ page }) => {
  await playFields(page);
  await page.goto('/essayer');
  await page.getByRole('link', { name: 'Tenir la relève, de jour et de nuit' }).click();
  await expectTitleFocus(page, 'Les trois champs, ensemble');
  await page.goto('/essayer/handover');
  await page.getByRole('link', { name: 'Sur une page' }).click();
  await expectTitleFocus(page, 'La relève gardée');
  await page.getByRole('link', { name: 'L’essai en entier' }).click();
  await page.getByRole('link', { name: 'L’affiche' }).click();
  await expectTitleFocus(page, 'L’affiche de l’équipe');
  await page.getByRole('link', { name: 'L’essai en entier' }).click();
  await page.getByRole('link', { name: 'Les trois champs' }).click();
  await expectTitleFocus(page, 'Les trois champs, ensemble');
});
