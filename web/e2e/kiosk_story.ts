// SPDX-License-Identifier: EUPL-1.2
// web/e2e/kiosk_story.ts
//
// A screen that is handed round: one answers, leaves, and the next finds nothing; one walks away, and after a countdown that
// anybody can stop everything is gone.

import { expect, type Page, test } from '@playwright/test';
import { campaign_id } from '../ballots/example_campaign.ts';
import { answer, arrive, button, choosePlace, look, now, step } from './answering_steps.ts';
import { code, other_code, PlayedGuichet } from './played_guichet.ts';

const kiosk = `/q/${campaign_id}/borne`;

test.beforeEach(({ page }) => page.clock.install({ time: now }));

async function come(page: Page, typed = code): Promise<void> {
  await button(page, 'Continuer').click();
  await page.getByLabel('Votre code').fill(typed);
  await button(page, 'Prendre mon jeton').click();
  await choosePlace(page);
}

const stored = (page: Page) =>
  page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));

test('one after another, and nothing of one for the next', async ({ page }) => {
  test.slow();
  const played = new PlayedGuichet();
  await arrive(page, played, kiosk);
  await expect(page.getByText('Cette borne sert à tout le monde')).toBeVisible();
  await look(page, 'borne-1-debut');
  await come(page);
  await page.getByRole('radio', { name: 'Oui, c’est prévu' }).check();
  await look(page, 'borne-2-questions');
  // Nothing is kept, and no choice to keep it is offered.
  expect(await stored(page)).toBe('{}');
  await expect(page.getByRole('checkbox', { name: 'Garder sur cet appareil' })).toHaveCount(0);
  for (let part = 0; part < 3; part += 1) await button(page, 'Suivant').click();
  await button(page, 'Envoyer mes réponses').click();
  await expect(step(page, 'Votre réponse est dans l’urne')).toBeVisible();
  await expect(button(page, 'Copier le reçu')).toHaveCount(0);
  await look(page, 'borne-3-recu');
  expect(await stored(page)).toBe('{}');
  await button(page, 'Effacer, pour la personne suivante').click();
  await expect(step(page, 'Avant de répondre')).toBeVisible();
  // A reader of squares types the whole link.
  await come(page, played.link.replace(code, other_code));
  await expect(page.getByRole('radio', { name: 'Oui, c’est prévu' })).not.toBeChecked();
  expect(played.asked.map((each) => each.code)).toEqual([code, other_code]);
});

test('who walks away is erased, after a countdown that can be stopped', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played, kiosk);
  await come(page);
  await page.getByRole('radio', { name: 'Oui, c’est prévu' }).check();
  await page.clock.runFor(65_000);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.clock.runFor(28_000);
  const countdown = page.getByRole('dialog', { name: 'Êtes-vous encore là' });
  await expect(countdown).toBeVisible();
  await expect(countdown.getByRole('timer')).toHaveText(/[12]\d\s+secondes/);
  await look(page, 'borne-4-compte');
  await button(page, 'Je suis encore là').click();
  await expect(countdown).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Oui, c’est prévu' })).toBeChecked();
  await page.clock.runFor(121_000);
  await expect(step(page, 'Avant de répondre')).toBeVisible();
  await expect(countdown).toHaveCount(0);
  expect(await stored(page)).toBe('{}');
});

test('the first screen waits for ever', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played, kiosk);
  await expect(step(page, 'Avant de répondre')).toBeVisible();
  await page.clock.runFor(300_000);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a sealed answer waits in the kiosk, unreadable, while others answer', async ({ page }) => {
  test.slow();
  const played = new PlayedGuichet();
  played.hasEnough = false;
  await arrive(page, played, kiosk);
  await come(page);
  await answer(page);
  await button(page, 'Envoyer mes réponses').click();
  await expect(page.getByText('Vous pouvez partir')).toBeVisible();
  await look(page, 'borne-5-scellee');
  await button(page, 'Terminer').click();
  await expect(step(page, 'Avant de répondre')).toBeVisible();
  const waits = await stored(page);
  expect(waits).toContain('etabli.enveloppes');
  for (const secret of [code, '"given', '"seed', 'parfois']) expect(waits).not.toContain(secret);
  played.hasEnough = true;
  await page.clock.runFor(121_000);
  await expect.poll(() => played.inUrn.size).toBe(1);
  await expect.poll(() => stored(page)).toBe('{}');
  expect(played.read().answers).toEqual({ discussion: 'parfois' });
});

async function urnRefuses(page: Page, problem: string): Promise<void> {
  await page.route('**/ballots', (route) =>
    route.fulfill({ status: 409, json: { code: problem, fields: [] } }),
  );
}

test('a refused answer is said to whoever gave it, who is not sent away', async ({ page }) => {
  test.slow();
  const played = new PlayedGuichet();
  await arrive(page, played, kiosk);
  await urnRefuses(page, 'ballot.refused');
  await come(page);
  await answer(page);
  await button(page, 'Envoyer mes réponses').click();
  await expect(step(page, 'Votre réponse n’est pas dans l’urne')).toBeVisible();
  await expect(page.getByText('Votre réponse n’est ni dans l’urne')).toBeVisible();
  await expect(page.getByText('Vous pouvez partir')).toHaveCount(0);
  await look(page, 'borne-6-refusee');
  expect(await stored(page)).toBe('{}');
  await button(page, 'Terminer').click();
  await expect(step(page, 'Avant de répondre')).toBeVisible();
});

test('what is refused after its person left is told on the kiosk', async ({ page }) => {
  test.slow();
  const played = new PlayedGuichet();
  await arrive(page, played, kiosk);
  // The opening morning: the urn is a minute late, and nothing is lost.
  await urnRefuses(page, 'campaign.not_open');
  await come(page);
  await answer(page);
  await button(page, 'Envoyer mes réponses').click();
  await expect(step(page, 'Scellée, pas encore déposée')).toBeVisible();
  await expect(page.getByText('Vous pouvez partir')).toBeVisible();
  await button(page, 'Terminer').click();
  const replied = page.waitForResponse('**/ballots');
  await page.clock.runFor(121_000);
  await replied;
  expect(await stored(page)).toContain('etabli.enveloppes');
  await expect(page.getByText('refusée par l’urne')).toHaveCount(0);
  await urnRefuses(page, 'ballot.refused');
  await page.clock.runFor(121_000);
  await expect(page.getByText('Une réponse laissée dans cette borne a été refusée')).toBeVisible();
  expect(await stored(page)).toBe('{}');
});

const perhaps = 'Votre code a peut-être servi';

test('a code that was sent is never said to be unused', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played, kiosk);
  await button(page, 'Continuer').click();
  await expect(page.getByText('Votre code n’a pas servi')).toBeVisible();
  await page.getByLabel('Votre code').fill(code);
  played.losesNextReply = true;
  await button(page, 'Prendre mon jeton').click();
  await expect(page.getByText(perhaps)).toBeVisible();
  await expect(page.getByText('Votre code n’a pas servi')).toHaveCount(0);
  await look(page, 'borne-7-peut-etre');
  // Mistyped now: what was sent before is not forgotten.
  await page.getByLabel('Votre code').fill('a'.repeat(26));
  await button(page, 'Prendre mon jeton').click();
  await expect(page.getByText('Ce code n’est pas connu ici')).toBeVisible();
  await expect(page.getByText(perhaps)).toBeVisible();
  await page.getByLabel('Votre code').fill(code);
  await button(page, 'Prendre mon jeton').click();
  await expect(step(page, 'Où vous travaillez')).toBeVisible();
});

test('nothing is erased while a reply is awaited, and nobody is shut in', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played, kiosk);
  await button(page, 'Continuer').click();
  await page.getByLabel('Votre code').fill(code);
  // The guichet has signed, and its reply stops half way.
  await page.evaluate(() => {
    const send = window.fetch;
    window.fetch = (path, how) =>
      String(path).endsWith('/tokens')
        ? Promise.resolve(new Response(new ReadableStream()))
        : send(path, how);
  });
  await button(page, 'Prendre mon jeton').click();
  const stop = button(page, 'Arrêter et tout effacer');
  await expect(stop).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('On attend la réponse')).toBeVisible();
  await look(page, 'borne-8-attend');
  await stop.click({ force: true });
  await button(page, 'Tout effacer').click();
  await expect(page.getByText('vous pourrez revenir')).toHaveCount(0);
  await button(page, 'Tout effacer ici').click({ force: true });
  await expect(step(page, 'Avant de répondre')).toHaveCount(0);
  // Time also goes by itself here: some is left for a slow machine.
  await page.clock.runFor(10_000);
  await expect(stop).toHaveAttribute('aria-disabled', 'true');
  await page.clock.runFor(25_000);
  await expect(stop).not.toHaveAttribute('aria-disabled');
  await expect(page.getByText(perhaps)).toBeVisible();
  // Two whole minutes from there, and not from the last touch.
  await page.clock.runFor(60_000);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.clock.runFor(65_000);
  await expect(step(page, 'Avant de répondre')).toBeVisible();
});
