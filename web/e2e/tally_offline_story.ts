// SPDX-License-Identifier: EUPL-1.2
// web/e2e/tally_offline_story.ts
//
// The network is really gone (context.setOffline): from the second visit on the page opens, counts and keeps; what waited arrives
// once. What is kept beside is the same for everybody.

import { expect, type Page, test } from '@playwright/test';
import { button } from './answering_steps.ts';
import { type PageServer, pageServer } from './page_server.ts';
import { home, PlayedTally, token } from './played_tally.ts';

test.use({ serviceWorkers: 'allow' });

let played: PlayedTally;
let server: PageServer;
test.beforeEach(async () => {
  played = new PlayedTally();
  server = await pageServer(played);
});
test.afterEach(() => server.stop());

const plus = (page: Page) => page.getByRole('button', { name: /^\+1 / });

/** What the page keeps beside its own record: addresses. */
const cached = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
const scopes = (page: Page) =>
  page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  );

async function visit(page: Page): Promise<void> {
  await page.goto(server.address + home);
  await expect(plus(page)).toBeVisible();
  await expect.poll(() => cached(page)).toContain(home);
}

test('counted without network, reloaded, sent once when it is back', async ({ page, context }) => {
  await visit(page);
  expect(await scopes(page)).toEqual([home]);
  expect((await cached(page)).filter((path) => !path.startsWith('/assets/'))).toEqual([home]);

  await context.setOffline(true);
  await page.reload();
  for (let press = 0; press < 3; press += 1) await plus(page).click();
  await page.reload();
  await expect(page.locator('output')).toHaveText('3 interruptions');
  await button(page, 'Garder ce relevé').click();
  await expect(page.getByText('Il attend sur ce téléphone')).toBeVisible();
  await button(page, 'Compter encore').click();
  await button(page, 'Garder\u00a0: 0, compté').click();
  await expect(page.getByText('2 relevés attendent sur ce téléphone.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('2 relevés attendent sur ce téléphone.')).toBeVisible();

  played.losesNextReply = true;
  await context.setOffline(false);
  await expect.poll(() => played.posted.length).toBeGreaterThan(0);
  await page.reload();
  await expect(plus(page)).toBeVisible();
  await expect(page.getByText('attendent sur ce téléphone')).toHaveCount(0);
  expect(played.figures()).toEqual([
    { counted_on: '2026-11-25', numerator: 3, base: null },
    { counted_on: '2026-11-25', numerator: 0, base: null },
  ]);
  for (const entries of played.posted) expect(entries).toEqual(played.posted[0]);
});

test('a network in name only is not waited for', async ({ page }) => {
  await visit(page);
  // From here on nothing is answered.
  server.isSilent = true;
  const began = Date.now();
  await page.reload();
  await expect(plus(page)).toBeVisible();
  expect(Date.now() - began).toBeLessThan(15_000);
});

test('what an older version of the page left goes', async ({ page }) => {
  await visit(page);
  const name = `etabli.releve.${token}`;
  await page.evaluate(async (name) => {
    const cache = await caches.open(name);
    await cache.put('/assets/older-00000000.js', new Response(''));
  }, name);
  await page.reload();
  await expect.poll(() => cached(page)).not.toContain('/assets/older-00000000.js');
  await expect.poll(() => cached(page)).toContain(home);
});

test('once it is over, the phone keeps nothing of the page', async ({ page }) => {
  await visit(page);
  played.view = { ...played.view, is_open: false };
  await page.reload();
  await expect(page.getByText('On ne compte plus ce chiffre.')).toBeVisible();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await expect.poll(() => scopes(page)).toEqual([]);
});
