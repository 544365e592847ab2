// SPDX-License-Identifier: EUPL-1.2
// web/e2e/answering_story.ts
//
// Somebody answers a questionnaire on a phone: from the link to the receipt, with a network that fails and a screen that
// others use. The guichet and the urn are played, their signatures and checks are not (played_guichet.ts).

import { expect, test } from '@playwright/test';
import { campaign_id } from '../ballots/example_campaign.ts';
import {
  answer,
  answerWhole,
  arrive,
  button,
  choosePlace,
  look,
  now,
  step,
  takeToken,
} from './answering_steps.ts';
import { goTo, press } from './keyboard.ts';
import { code, other_code, PlayedGuichet } from './played_guichet.ts';

test.beforeEach(({ page }) => page.clock.setFixedTime(now));

test('from the link to the receipt', async ({ page, baseURL }) => {
  test.slow();
  const played = new PlayedGuichet();
  // Somebody is signed in on this computer: nothing of it goes along.
  const session = { name: 'etabli', value: 'signed-in', url: baseURL ?? '' };
  await page.context().addCookies([session]);
  await arrive(page, played);
  await expect(step(page, 'Avant de répondre')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nos fins de poste');
  await expect(
    page.getByText('Signé par la direction et les représentants du personnel'),
  ).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3);
  expect(new URL(page.url()).hash).toBe('');
  await look(page, '1-avant');
  await button(page, 'Continuer').click();

  await expect(step(page, 'Votre jeton')).toBeFocused();
  await look(page, '2-jeton');
  await button(page, 'Prendre mon jeton').click();

  await expect(step(page, 'Où vous travaillez')).toBeFocused();
  await button(page, 'Continuer').click();
  await expect(page.getByRole('alert')).toHaveText('Il manque : Votre lieu de travail');
  await page.getByRole('radio', { name: 'Logistique' }).check();
  await expect(page.getByText('Votre métier')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Médecine B Pôle médecine' }).check();
  await page.getByRole('radio', { name: 'Soignants' }).check();
  await look(page, '3-lieu');
  await button(page, 'Continuer').click();

  await expect(step(page, /Partie 1 sur 3/)).toBeFocused();
  await expect(page.getByText('Vous répondez pour : Médecine B, Soignants.')).toBeVisible();
  await page.getByRole('radio', { name: 'Oui, c’est prévu' }).check();
  await page.getByLabel('Combien de temps dure-t-il').fill('12');
  await look(page, '4-questions');
  // What is shown no more is not sent.
  await page.getByRole('radio', { name: 'Non', exact: true }).check();
  for (let part = 0; part < 3; part += 1) await button(page, 'Suivant').click();
  await expect(step(page, 'Vos réponses')).toBeFocused();
  await look(page, '5-relire');
  await button(page, 'Envoyer mes réponses').click();

  await expect(step(page, 'Votre réponse est dans l’urne')).toBeFocused();
  expect(played.read()).toEqual({
    profile: { place: 'p3', category: 'c1' },
    answers: { discussion: 'non' },
  });
  const [receipt = ''] = played.inUrn.keys();
  await expect(page.locator('p.receipt')).toHaveText(receipt.replace(/.{4}(?=.)/g, '$& '));
  await button(page, 'Chercher dans la liste').click();
  await expect(page.getByText('Votre reçu est dans la liste, parmi 23.')).toBeVisible();
  await look(page, '6-recu');

  // Only the receipt is left, and then nothing.
  const stored = () => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(await stored()).toContain(receipt);
  for (const gone of ['seed', 'token', 'given', 'profile', 'sealed', code])
    expect(await stored()).not.toContain(`"${gone}`);
  await button(page, 'Tout effacer ici').click();
  await expect(step(page, 'Tout est effacé')).toBeFocused();
  expect(await stored()).toBe('{}');
  await look(page, '7-efface');

  for (const header of played.headers) {
    expect(header.cookie).toBeUndefined();
    expect(header.referer).toBeUndefined();
  }
  expect(await page.context().cookies()).toHaveLength(1);
});

test('a reload loses nothing, wherever it happens', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played);
  await expect(step(page, 'Avant de répondre')).toBeVisible();
  await page.reload();
  await takeToken(page);
  await expect(step(page, 'Où vous travaillez')).toBeVisible();
  await page.reload();
  await choosePlace(page);
  await page.getByRole('radio', { name: 'Oui, c’est prévu' }).check();
  await page.getByLabel('Combien de temps dure-t-il').fill('douze');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Oui, c’est prévu' })).toBeChecked();
  await expect(page.getByLabel('Combien de temps dure-t-il')).toHaveValue('douze');
  await page.getByLabel('Combien de temps dure-t-il').fill('12');
  for (let part = 0; part < 3; part += 1) await button(page, 'Suivant').click();
  await button(page, 'Envoyer mes réponses').click();
  await expect(step(page, 'Votre réponse est dans l’urne')).toBeVisible();
  await page.reload();
  await expect(step(page, 'Votre réponse est dans l’urne')).toBeVisible();
  expect(played.asked).toHaveLength(1);
  expect(played.posted).toHaveLength(1);
});

test('a token’s lost reply is asked for again with the same blinded message', async ({ page }) => {
  const played = new PlayedGuichet();
  played.losesNextReply = true;
  await arrive(page, played);
  await takeToken(page);
  await expect(page.getByRole('alert')).toContainText('Pas de réseau. Rien n’est perdu');
  await expect(page.getByRole('alert')).toBeFocused();
  await look(page, '2-jeton-perdu');
  await page.reload();
  await button(page, 'Prendre mon jeton').click();
  await expect(step(page, 'Où vous travaillez')).toBeVisible();
  expect(played.asked).toHaveLength(2);
  expect(played.asked[0]).toEqual(played.asked[1]);
});

test('offline at the end, then the same bytes', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played);
  await takeToken(page);
  await choosePlace(page);
  await answer(page);
  played.isOffline = true;
  await button(page, 'Envoyer mes réponses').click();
  await expect(step(page, 'Scellée, pas encore déposée')).toBeVisible();
  await expect(page.getByRole('status')).toContainText('elle partira quand le réseau reviendra');
  await look(page, '8-hors-reseau');
  // The first one arrives, its reply does not; then the same again.
  played.isOffline = false;
  played.losesNextReply = true;
  await button(page, 'Déposer maintenant').click();
  await expect.poll(() => played.posted.length).toBe(1);
  await expect(step(page, 'Scellée, pas encore déposée')).toBeVisible();
  await page.reload();
  await expect(step(page, 'Votre réponse est dans l’urne')).toBeVisible();
  expect(played.posted).toHaveLength(2);
  expect(played.posted[0]).toBe(played.posted[1]);
  expect(played.inUrn.size).toBe(1);
});

test('too few tokens: the sealed answer waits here, and leaves when there are enough', async ({
  page,
}) => {
  const played = new PlayedGuichet();
  played.hasEnough = false;
  await arrive(page, played);
  await answerWhole(page);
  await expect(step(page, 'Scellée, pas encore déposée')).toBeVisible();
  await expect(page.getByRole('status')).toContainText('Moins de 11 personnes ont pris leur jeton');
  await look(page, '9-trop-peu');
  expect(played.posted).toEqual([]);
  await page.reload();
  await expect(page.getByRole('status')).toContainText('Moins de 11 personnes');
  played.hasEnough = true;
  await button(page, 'Déposer maintenant').click();
  await expect(step(page, 'Votre réponse est dans l’urne')).toBeFocused();
  expect(played.read().answers).toEqual({ discussion: 'parfois' });
});

test('the token is taken before the opening, and kept if the person wants', async ({
  page,
  context,
}) => {
  const played = new PlayedGuichet();
  played.stage = 'pickup';
  await arrive(page, played);
  await button(page, 'Continuer').click();
  await expect(page.getByText('On répond à partir du 23 novembre.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Garder sur cet appareil' }).check();
  await button(page, 'Prendre mon jeton').click();
  await expect(step(page, 'Votre jeton est prêt')).toBeFocused();
  await expect(page.getByText('On répond du 23 novembre au 7 décembre.')).toBeVisible();
  await expect(page.getByText('Gardé sur cet appareil.')).toBeVisible();
  await look(page, '2-jeton-pret');
  const later = await context.newPage();
  await later.clock.setFixedTime(new Date('2026-11-25T21:00:00Z'));
  await page.close();
  played.stage = 'open';
  await played.play(later);
  await later.goto(`/q/${campaign_id}`);
  await expect(step(later, 'Où vous travaillez')).toBeVisible();
  expect(played.asked).toHaveLength(1);
  // Back to the tab alone: nothing is left on the device.
  expect(await later.evaluate(() => Object.keys(localStorage))).toHaveLength(1);
});

test('without the link: the code is typed, the next person finds nothing', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played, `/q/${campaign_id}`);
  const shown = played.example.hash.slice(0, 32).replace(/.{4}(?=.)/g, '$& ');
  await expect(page.getByText(`l’empreinte doit être la même : ${shown}`)).toBeVisible();
  await button(page, 'Continuer').click();
  await page.getByLabel('Votre code').fill('0123-4567');
  await button(page, 'Prendre mon jeton').click();
  await expect(page.getByText('Il faut 26 lettres et chiffres ; il y en a 8.')).toBeVisible();
  await expect(page.getByLabel('Votre code')).toBeFocused();
  await page.getByLabel('Votre code').fill('aaaaaaaaaaaaaaaaaaaaaaaaaa');
  await button(page, 'Prendre mon jeton').click();
  await expect(page.getByRole('alert')).toContainText('Ce code n’est pas connu ici');
  await look(page, '2-jeton-inconnu');
  await page.getByLabel('Votre code').fill('OI23 4567-89AB CDEF GHJK MNPQ RS');
  await button(page, 'Prendre mon jeton').click();
  await choosePlace(page);
  await answer(page);
  await button(page, 'Envoyer mes réponses').click();
  await expect(step(page, 'Votre réponse est dans l’urne')).toBeVisible();
  await button(page, 'Effacer, pour la personne suivante').click();
  await button(page, 'Personne suivante').click();
  await expect(step(page, 'Avant de répondre')).toBeFocused();
  await button(page, 'Continuer').click();
  await expect(page.getByLabel('Votre code')).toHaveValue('');
});

test('a code that took its token elsewhere', async ({ page, browser }) => {
  const played = new PlayedGuichet();
  const elsewhere = await browser.newPage();
  await arrive(elsewhere, played);
  await takeToken(elsewhere);
  await expect(step(elsewhere, 'Où vous travaillez')).toBeVisible();
  await elsewhere.close();
  await arrive(page, played);
  await takeToken(page);
  await expect(page.getByRole('alert')).toContainText('Ce code a déjà pris un jeton');
});

test('called away: everything can be erased at any step', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played);
  await takeToken(page);
  await choosePlace(page);
  await page.getByRole('radio', { name: 'Oui, c’est prévu' }).check();
  await button(page, 'Tout effacer').click();
  await expect(step(page, 'Tout effacer')).toBeFocused();
  await expect(page.getByText('vous ne pourrez plus répondre')).toBeVisible();
  await button(page, 'Revenir').click();
  await expect(page.getByRole('radio', { name: 'Oui, c’est prévu' })).toBeChecked();
  await button(page, 'Tout effacer').click();
  await button(page, 'Tout effacer ici').click();
  await expect(step(page, 'Tout est effacé')).toBeFocused();
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
});

test('another person’s link does not touch what is under way', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played);
  await takeToken(page);
  await expect(step(page, 'Où vous travaillez')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(played.link.replace(code, other_code));
  await expect(step(page, 'Une autre réponse est en cours ici')).toBeVisible();
  await look(page, '10-autre');
  await button(page, 'Continuer celle qui est en cours').click();
  await expect(step(page, 'Où vous travaillez')).toBeFocused();
  await page.goto('about:blank');
  await page.goto(played.link.replace(code, other_code));
  await button(page, 'L’effacer, et répondre avec mon code').click();
  await takeToken(page);
  await expect(step(page, 'Où vous travaillez')).toBeVisible();
  expect(played.asked.map((each) => each.code)).toEqual([code, other_code]);
});

test('by keyboard alone', async ({ page }) => {
  test.slow();
  const played = new PlayedGuichet();
  await arrive(page, played);
  await press(page, button(page, 'Continuer'));
  await press(page, button(page, 'Prendre mon jeton'));
  await expect(step(page, 'Où vous travaillez')).toBeFocused();
  await goTo(page, page.getByRole('radio', { name: 'Médecine A' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Médecine B' })).toBeChecked();
  await goTo(page, page.getByRole('radio', { name: 'Soignants' }));
  await page.keyboard.press('Space');
  await press(page, button(page, 'Continuer'));
  await goTo(page, page.getByRole('radio', { name: 'Oui, c’est prévu' }));
  await page.keyboard.press('Space');
  for (let part = 0; part < 3; part += 1) await press(page, button(page, 'Suivant'));
  await press(page, button(page, 'Envoyer mes réponses'));
  await expect(step(page, 'Votre réponse est dans l’urne')).toBeFocused();
  await press(page, button(page, 'Tout effacer ici'));
  await expect(step(page, 'Tout est effacé')).toBeFocused();
});
