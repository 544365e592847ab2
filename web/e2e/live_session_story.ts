// SPDX-License-Identifier: EUPL-1.2
// web/e2e/live_session_story.ts
//
// A session with everybody at once: the room's screen driven by its facilitator, six phones without account,
// direction and a staff representative who read, the same day, what came out. Against a running server with its
// demonstration (ETABLI_URL); skipped otherwise.

import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

test.skip(!process.env.ETABLI_URL, 'wants a running server with its demonstration');
test.setTimeout(240_000);

interface DemoPerson {
  key: string;
}
interface Entered {
  account: { id: string; mandates: { kind: string; place_id: string }[] } | null;
}

/** Somebody of the demonstration who sits in that college of that place, in a browser of their own. */
async function enterAs(browser: Browser, college: string, place?: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await page.request.get('/api/session');
  const people: DemoPerson[] = (await session.json()).data.demo_people;
  for (const { key } of people) {
    const entered = await page.request.post('/api/session/demo', { data: { key } });
    const { account }: Entered = (await entered.json()).data;
    const mandate = account?.mandates.find(
      (each) => each.kind === college && (place === undefined || each.place_id === place),
    );
    if (mandate) return { page, place: mandate.place_id };
  }
  throw new Error(`nobody of the demonstration sits in ${college}`);
}

async function phone(browser: Browser, code: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto(`/s/${code}`);
  await expect(page.getByText('Avant d’entrer, trois choses.')).toBeVisible();
  return page;
}

async function prepareAndOpen(page: Page, subject: string) {
  await page.goto('/ecouter/nouvelle');
  await page.getByLabel('Le sujet').fill(subject);
  await page.getByLabel('L’équipe ou le service').selectOption({ index: 1 });
  await page.getByLabel('Qui anime, comme on le dira').fill('une cadre d’une autre unité');
  await page.getByLabel('Ce qui reste ouvert').fill('qui garde le téléphone');
  await page
    .getByRole('textbox', { name: 'Qui décide' })
    .fill('l’équipe, avec la direction des soins');
  await page.getByRole('button', { name: 'Garder cette préparation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ouvrir la discussion' }).click();
  await expect(page.locator('.code')).toHaveText(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
  return (await page.locator('.code').textContent())?.replace('-', '') ?? '';
}

async function goToStep(page: Page, step: number) {
  await page.getByLabel('Aller à une étape').selectOption(String(step));
  await expect(page.locator('.step b')).toHaveText(String(step));
}

test('six phones, a wall, a desk: what is said gets a dated answer', async ({ browser }, info) => {
  test.skip(info.project.name !== 'desktop', 'one room is enough');
  const subject = `Quand le téléphone sonne ${info.workerIndex}${Date.now() % 10_000}`;
  const { page: wall, place } = await enterAs(browser, 'management');
  const { page: direction } = await enterAs(browser, 'direction', place);
  const { page: representative } = await enterAs(browser, 'staff_representatives', place);

  const code = await prepareAndOpen(wall, subject);
  const spaceUrl = wall.url();
  await wall.getByRole('link', { name: 'Projeter dans la salle' }).click();
  await goToStep(wall, 4);

  // Phones come in: the charter first, then words; direction, meanwhile, reads that it goes on and nothing more.
  const phones = await Promise.all(Array.from({ length: 6 }, () => phone(browser, code)));
  const first = phones[0] as Page;
  await expectAccessible(first);
  await Promise.all(
    phones.map(async (each, index) => {
      await each.getByRole('button', { name: 'Entrer, sans compte et sans nom' }).click();
      await each.getByLabel('Racontez une fois précise').fill(`Ce matin-là, phrase ${index}`);
      await each.getByRole('button', { name: 'Donner au groupe' }).click();
      await expect(each.getByText('Vos mots, pas encore montrés')).toBeVisible();
    }),
  );
  await expectAccessible(first);
  await direction.goto(spaceUrl);
  await expect(direction.getByText('La discussion est en cours')).toBeVisible();
  await expect(direction.locator('main')).not.toContainText('phrase 0');

  // Shuffled and shown: on the wall and in each hand.
  await goToStep(wall, 5);
  await wall.reload();
  await wall.getByRole('button', { name: /Mélanger et montrer/ }).click();
  await expect(wall.locator('.wall .card')).toHaveCount(6);
  await expectAccessible(wall);

  await goToStep(wall, 7);
  for (const each of phones) {
    await expect(each.getByText('Et chez moi ?')).toBeVisible({ timeout: 30_000 });
    await each.getByRole('button', { name: 'Chez moi aussi', exact: true }).click();
    await expect(each.getByRole('button', { name: 'Annuler ma dernière réponse' })).toBeVisible();
  }
  await expectAccessible(first);
  await wall.getByRole('button', { name: 'Montrer ce qui est partagé' }).click();

  // Sorted with the keyboard alone, one step back included.
  await goToStep(wall, 8);
  await expect(wall.locator('.card.now')).toBeVisible();
  await wall.locator('body').press('2');
  await expect(wall.locator('.column').nth(1).locator('.card')).toHaveCount(1);
  await wall.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(wall.locator('.column').nth(1).locator('.card')).toHaveCount(0);
  await wall.locator('body').press('2');
  await expect(wall.locator('.column').nth(1).locator('.card')).toHaveCount(1);
  await wall.locator('body').press('1');
  await expect(wall.locator('.column').nth(0).locator('.card')).toHaveCount(1);
  await expectAccessible(wall);

  await goToStep(wall, 9);
  await wall.getByLabel('Première version').fill('Résistance au changement.');
  await wall.getByRole('button', { name: 'Garder cette version' }).click();
  await expect(wall.getByRole('heading', { name: /Version relue/ })).toBeVisible();
  await wall.getByLabel('Correction du groupe').fill('Barrer « résistance ».');
  await wall.getByRole('button', { name: 'Garder la correction' }).click();
  await expect(wall.getByRole('heading', { name: /Corrigé par le groupe/ })).toBeVisible();

  await goToStep(wall, 10);
  await wall.getByRole('button', { name: 'Fermer la discussion' }).click();
  await expect(wall.getByText('Ce qui en est sorti')).toBeVisible();

  // The same words for both, the same day; and the phone finds what became of it.
  await direction.goto(spaceUrl);
  await representative.goto(spaceUrl);
  await expect(direction.getByText('Corrigé par le groupe')).toBeVisible();
  await expect(representative.getByText('Corrigé par le groupe')).toBeVisible();
  expect(await direction.locator('.three').innerText()).toBe(
    await representative.locator('.three').innerText(),
  );
  await expect(first.getByText('Cette discussion est fermée')).toBeVisible({ timeout: 30_000 });
  await first.getByRole('link', { name: 'Ce que cela devient' }).click();
  await expect(first.getByRole('heading', { name: 'Ce que c’est devenu' })).toBeVisible();
  await expect(first.getByText(/Réponse attendue/)).toBeVisible();
  await expectAccessible(first);

  // The answer: for direction alone, with its reason and its day.
  await representative.getByRole('link', { name: /réponse attendue/ }).click();
  await expect(
    representative.getByText('Ce qui s’est passé').or(representative.locator('.history')),
  ).toBeVisible();
  await expect(representative.getByRole('button', { name: 'Répondre' })).toHaveCount(0);
  await direction.getByRole('link', { name: /réponse attendue/ }).click();
  await direction.getByRole('radio', { name: /Refusée/ }).check();
  await direction
    .getByRole('textbox', { name: 'La raison' })
    .fill('Je n’ai pas la ligne cette année, je reviens le dire.');
  await direction.getByRole('button', { name: 'Répondre' }).click();
  await expect(direction.locator('.history')).toContainText('Je n’ai pas la ligne cette année');
  await expectAccessible(direction);
  await first.reload();
  await expect(first.getByText('Refusée, avec la raison')).toBeVisible();
});

test('a phone alone: keyboard, 320 px, no script, offline and back', async ({ browser }, info) => {
  test.skip(info.project.name !== 'phone', 'a phone is a phone');
  const { page: facilitator } = await enterAs(browser, 'management');
  const code = await prepareAndOpen(facilitator, `Une fois précise ${Date.now() % 10_000}`);
  const context = await browser.newContext({ viewport: { width: 320, height: 568 } });
  const page = await context.newPage();
  await page.goto(`/s/${code}`);
  await expect(page.getByText('Avant d’entrer, trois choses.')).toBeVisible();
  await page.getByRole('button', { name: 'Entrer, sans compte et sans nom' }).press('Enter');
  const words = page.getByLabel('Racontez une fois précise');
  await words.fill('Écrit sans réseau');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Donner au groupe' }).press('Enter');
  await expect(page.getByText('Pas encore parti')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('En attente : cinq personnes')).toBeVisible({ timeout: 30_000 });
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'Retirer mes mots' }).click();
  await expect(page.getByText('Vos mots, pas encore montrés')).toHaveCount(0);

  const bare = await browser.newContext({ javaScriptEnabled: false });
  const still = await bare.newPage();
  await still.goto(`/s/${code}`);
  // Playwright's getByText never looks inside noscript.
  const told = still.locator('noscript p').first();
  await expect(told).toBeVisible();
  await expect(told).toContainText('Cette page a besoin de JavaScript');
});
