// SPDX-License-Identifier: EUPL-1.2
// web/e2e/journal_story.ts
//
// The journal two colleges keep watch over: direction and a staff representative read the same rows, the same digest
// and the same file; what one of them does stands there for both, at once.

import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { dataOf, enterByKey } from './demonstration.ts';
import { ownDemonstration } from './fresh_server.ts';

const server = ownDemonstration();

const walked = 'Tenir la relève, de jour et de nuit';

/** From the démarche to its journal, as each of the two colleges goes. */
async function openJournal(page: Page): Promise<void> {
  await page.goto('/cadrer');
  await page.getByRole('link', { name: walked }).first().click();
  await expectTitleFocus(page, walked);
  await page.getByRole('link', { name: 'Journal de contrôle' }).click();
  await expectTitleFocus(page, 'Journal de contrôle');
  await expect(page.getByRole('table')).toBeVisible();
}

const rowsOf = (page: Page) => page.getByRole('table').getByRole('row').allInnerTexts();
const digestOf = (page: Page) => page.locator('code.audit-head').first().innerText();

async function takeTable(page: Page): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Emporter en tableau (CSV)' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  return readFileSync(await file.path(), 'utf8');
}

/** Something that leaves a line: a means on the table. */
async function addMeans(page: Page): Promise<void> {
  await page.goto('/cadrer');
  await page.getByRole('link', { name: walked }).first().click();
  await page.getByRole('button', { name: 'Ajouter un moyen' }).click();
  await page.getByLabel('De quoi s’agit-il').fill('Temps de celle qui écrit la fiche');
  await page.getByLabel('Combien').fill('une demi-journée');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('une demi-journée').first()).toBeVisible();
}

test('direction and a representative read the same journal, and take the same file', async ({
  browser,
}, info) => {
  const own = { viewport: info.project.use.viewport ?? undefined, baseURL: server.address };
  const direction = await enterByKey(browser, 'directrice', own);
  const representative = await enterByKey(browser, 'rep-1', own);
  for (const page of [direction, representative]) await openJournal(page);
  const api = `/api/audit/${new URL(direction.url()).pathname.split('/').at(-1)}`;

  await test.step('the same rows', async () => {
    const rows = await rowsOf(direction);
    expect(rows.length).toBeGreaterThan(10);
    expect(await rowsOf(representative)).toEqual(rows);
    expect(await digestOf(representative)).toBe(await digestOf(direction));
    expect(await dataOf(representative, api)).toBe(await dataOf(direction, api));
    for (const page of [direction, representative]) {
      await expect(page.getByText(/^Relu à l’instant depuis la première ligne/)).toBeVisible();
      await expectAccessible(page);
    }
  });

  await test.step('what one does, both read at once', async () => {
    const before = await digestOf(representative);
    const other = await direction.context().newPage();
    await addMeans(other);
    for (const page of [direction, representative]) {
      const first = page.getByRole('table').getByRole('row').nth(1);
      await expect(first).toContainText('Moyen mis sur la table', { timeout: 30_000 });
      await expect(first).toContainText('Directrice de l’établissement');
      await expect(page.locator('code.audit-head').first()).not.toHaveText(before);
    }
    expect(await rowsOf(representative)).toEqual(await rowsOf(direction));
  });

  await test.step('the same file, to take away', async () => {
    const table = await takeTable(direction);
    expect(await takeTable(representative)).toBe(table);
    const { length } = JSON.parse(await dataOf(direction, api)) as { length: number };
    // One line for the names of the columns, then one for each thing that was recorded.
    expect(table.trim().split(/\r?\n/)).toHaveLength(length + 1);
    expect(table).toContain('means.added');
  });
});
