// SPDX-License-Identifier: EUPL-1.2
// web/e2e/shell_story.ts
//
// The frame around every screen: arriving, signing in, moving about, changing language, losing the
// network, getting lost.

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { playApi } from './played_api.ts';

/** A refused inline style or script would be told here. */
function gatherConsoleErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('Content Security Policy'))
      errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

test('home says what is awaited, oldest first, with one main button', async ({ page }) => {
  const errors = gatherConsoleErrors(page);
  await playApi(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Ce qui est attendu' })).toBeVisible();
  await expect(page).toHaveTitle('Ce qui est attendu · Établi');
  await expect(page.getByRole('heading', { level: 2 }).nth(0)).toHaveText(/Attendu depuis/);
  await expect(page.locator('.due-list .btn.main')).toHaveCount(1);
  await expectAccessible(page);
  expect(errors).toEqual([]);
});

test('a demonstration is entered as one of its people', async ({ page }) => {
  await playApi(page, { isSignedIn: false });
  await page.goto('/entrer');
  await expect(page.getByRole('heading', { name: 'Entrer comme…' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /Claire Vasseur/ }).click();
  await expectTitleFocus(page, 'Ce qui est attendu');
});

test('a change of page puts the focus on its title', async ({ page }) => {
  await playApi(page);
  await page.goto('/');
  await page.getByRole('link', { name: 'Qui contacter', exact: true }).click();
  await expectTitleFocus(page, 'Qui contacter');
  await expect(page).toHaveTitle('Qui contacter · Établi');
  await expect(page.getByRole('heading', { name: 'Un danger, maintenant' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Défenseur des droits' })).toHaveAttribute(
    'href',
    /^https:/,
  );
  await expectAccessible(page);
});

test('the skip link comes first and leads to the content', async ({ page }) => {
  await playApi(page);
  await page.goto('/');
  await expect(page.locator('h1')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('the other language is one press away and stays', async ({ page }) => {
  await playApi(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Read in English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What is awaited' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'What is awaited' })).toBeVisible();
});

test('a refusal is said in words, never as a code', async ({ page }) => {
  await playApi(page, { homeProblem: { status: 403, code: 'right.missing' } });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('n’est pas ouvert à votre mandat');
  await expect(page.locator('body')).not.toContainText('right.missing');
});

test('what was being written comes back after a reload', async ({ page }) => {
  await playApi(page);
  await page.goto('/');
  await page.getByLabel('De quoi parle-t-on ?').fill('La relève du soir');
  await expect(page.getByText(/Brouillon gardé à \d/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('De quoi parle-t-on ?')).toHaveValue('La relève du soir');
  await expect(page.getByText(/Votre brouillon de .* est revenu/)).toBeVisible();
});

test('losing the network is said', async ({ page, context }) => {
  await playApi(page);
  await page.goto('/');
  await expect(page.locator('h1')).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('Pas de réseau.', { exact: false })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Pas de réseau.', { exact: false })).toHaveCount(0);
});

test('a lost page says so and leads home', async ({ page }) => {
  await playApi(page);
  await page.goto('/nulle-part');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas');
  await expectAccessible(page);
});

test('account, search and their forms are accessible', async ({ page }) => {
  await playApi(page);
  for (const path of ['/compte', '/chercher']) {
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
    await expectAccessible(page);
  }
});

test('without an account, a code is asked for and nothing else', async ({ page }) => {
  const errors = gatherConsoleErrors(page);
  await page.goto('/respond.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Entrer avec un code');
  await expectAccessible(page);
  expect(await page.context().cookies()).toEqual([]);
  expect(errors).toEqual([]);
});
