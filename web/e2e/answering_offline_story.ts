// SPDX-License-Identifier: EUPL-1.2
// web/e2e/answering_offline_story.ts
//
// The network is really gone (context.setOffline), in the middle and at the end: a reload comes back to the same place, what was
// sealed arrives once, and the device keeps nothing but public files, and then not even those.

import { expect, type Page, test } from '@playwright/test';
import { answer, button, choosePlace, step, takeToken } from './answering_steps.ts';
import { type PageServer, pageServer } from './page_server.ts';
import { code, PlayedGuichet } from './played_guichet.ts';

test.use({ serviceWorkers: 'allow' });

let played: PlayedGuichet;
let server: PageServer;
test.beforeEach(async () => {
  played = new PlayedGuichet();
  server = await pageServer(played);
});
test.afterEach(() => server.stop());

/** The worker is there, with all it needs: a reload without a network finds it. */
async function expectKept(page: Page): Promise<void> {
  const assets = () =>
    page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      const names = active?.state === 'activated' ? await caches.keys() : [];
      const held = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return held.flat().filter(({ url }) => url.includes('/assets/')).length;
    });
  await expect.poll(assets).toBeGreaterThan(5);
}

test('a reload without network shows the form and its draft; the answer arrives once', async ({
  page,
  context,
}) => {
  test.slow();
  const kept = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const texts = await Promise.all(
        names.map(async (name) => {
          const cache = await caches.open(name);
          const requests = await cache.keys();
          return Promise.all(
            requests.map(async (request) => {
              const response = await cache.match(request);
              return `${request.url}\n${(await response?.text()) ?? ''}`;
            }),
          );
        }),
      );
      return texts.flat();
    });
  const workers = () =>
    page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(
        ({ scope }) => new URL(scope).pathname,
      ),
    );

  await page.goto(server.address + played.link);
  await expect(step(page, 'Avant de répondre')).toBeVisible();
  // Nothing before there is something to lose.
  expect(await workers()).toEqual([]);
  await takeToken(page);
  await choosePlace(page);
  await page.getByRole('radio', { name: 'Oui, c’est prévu' }).check();
  await page.getByLabel('Combien de temps dure-t-il').fill('12');
  const home = new URL(played.link, server.address).pathname;
  await expect.poll(workers).toEqual([home]);
  await expect.poll(async () => (await kept()).some((text) => text.includes(home))).toBe(true);
  await expect
    .poll(async () => (await kept()).filter((text) => text.includes('/assets/')).length)
    .toBeGreaterThan(5);

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Oui, c’est prévu' })).toBeChecked();
  await expect(page.getByLabel('Combien de temps dure-t-il')).toHaveValue('12');
  for (let part = 0; part < 3; part += 1) await button(page, 'Suivant').click();
  await button(page, 'Envoyer mes réponses').click();
  await expect(step(page, 'Scellée, pas encore déposée')).toBeVisible();
  const sealed = () =>
    page.evaluate(() => {
      const [text = '{}'] = Object.values(sessionStorage) as string[];
      return (JSON.parse(text) as { sealed?: string }).sealed;
    });
  const before = await sealed();
  await page.reload();
  await expect(step(page, 'Scellée, pas encore déposée')).toBeVisible();
  expect(await sealed()).toBe(before);

  // What the cache holds is the same for everybody.
  const all = (await kept()).join('\n');
  for (const secret of [code, 'Médecine B, Soignants', '"given"', '"seed"', before ?? '-'])
    expect(all).not.toContain(secret);

  await context.setOffline(false);
  await expect(step(page, 'Votre réponse est dans l’urne')).toBeVisible();
  expect(played.posted).toHaveLength(1);
  expect(played.posted[0]).toContain(before?.slice(0, -1));
  expect(played.inUrn.size).toBe(1);
  expect(played.asked).toHaveLength(1);
  // With the receipt it is over.
  await expect.poll(workers).toEqual([]);
  expect(await kept()).toEqual([]);
});

test('a reply lost offline is not a second ballot', async ({ page, context }) => {
  await page.goto(server.address + played.link);
  await takeToken(page);
  await choosePlace(page);
  await answer(page);
  played.losesReplies = true;
  await button(page, 'Envoyer mes réponses').click();
  await expect.poll(() => played.posted.length).toBeGreaterThan(0);
  await expect(step(page, 'Scellée, pas encore déposée')).toBeVisible();
  await expectKept(page);
  await context.setOffline(true);
  await page.reload();
  await expect(step(page, 'Scellée, pas encore déposée')).toBeVisible();
  played.losesReplies = false;
  await context.setOffline(false);
  await expect(step(page, 'Votre réponse est dans l’urne')).toBeVisible();
  expect(new Set(played.posted).size).toBe(1);
  expect(played.inUrn.size).toBe(1);
});

test('erased, the device keeps not even the questionnaire', async ({ page }) => {
  await page.goto(server.address + played.link);
  await takeToken(page);
  await choosePlace(page);
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1);
  await button(page, 'Tout effacer').click();
  await button(page, 'Tout effacer ici').click();
  await expect(step(page, 'Tout est effacé')).toBeVisible();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
  expect(server.asked.filter((line) => line.startsWith('POST'))).toHaveLength(1);
});
