// SPDX-License-Identifier: EUPL-1.2
// web/e2e/tally_story.ts
//
// Somebody counts for a team, on a phone and without an account: each kind of figure, a night that ends the next day, a network
// that fails, a figure that is refused, a question answered once. The server is played (played_tally.ts).

import { expect, type Page, test } from '@playwright/test';
import { button, look, now, step } from './answering_steps.ts';
import { goTo, press } from './keyboard.ts';
import { home, PlayedTally } from './played_tally.ts';

test.beforeEach(({ page }) => page.clock.setFixedTime(now));

async function arrive(page: Page, played: PlayedTally): Promise<void> {
  await played.play(page);
  await page.goto(home);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(played.view.title);
}

const plus = (page: Page) => page.getByRole('button', { name: /^\+1 / });
const soFar = (page: Page) => page.getByRole('status').or(page.locator('output')).first();
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

test('seven interruptions, kept at every press, arrive once', async ({ page, baseURL }) => {
  const played = new PlayedTally();
  // Somebody is signed in on this computer: nothing of it goes along.
  await page.context().addCookies([{ name: 'etabli', value: 'x', url: baseURL ?? '' }]);
  await arrive(page, played);
  await expect(page.getByText('Moins d’une minute, sans nom ni mot de passe.')).toBeVisible();
  await expect(page.getByText('Savoir si la ligne des familles')).toBeVisible();
  await expect(page.getByText('un point par semaine')).toBeVisible();
  await expect(page.getByText('Ce n’est gardé nulle part')).toBeVisible();
  await look(page, '1-rien');
  const box = await plus(page).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(120);
  for (let press = 0; press < 8; press += 1) await plus(page).click();
  await button(page, '−1 corriger').click();
  await expect(soFar(page)).toHaveText('7 interruptions');
  await look(page, '2-sept');
  await page.reload();
  await expect(soFar(page)).toHaveText('7 interruptions');
  await button(page, 'Garder ce relevé').click();
  await expect(step(page, 'Relevé gardé')).toBeFocused();
  await expect(page.getByText('Il est arrivé.')).toBeVisible();
  await expect(page.getByText('interruptions\u00a0: 7, mercredi 25 novembre.')).toBeVisible();
  await look(page, '3-arrive');
  expect(played.figures()).toEqual([{ counted_on: '2026-11-25', numerator: 7, base: null }]);
  expect(played.posted[0]?.[0]?.id).toMatch(/^[0-9a-f]{32}$/);
  // What has arrived is no longer here; the next one begins at none.
  expect(await kept(page)).not.toContain('numerator');
  await button(page, 'Compter encore').click();
  await expect(soFar(page)).toHaveText('0 interruptions');
  for (const header of played.headers) {
    expect(header.cookie).toBeUndefined();
    expect(header.referer).toBeUndefined();
  }
});

test('none is counted too', async ({ page }) => {
  const played = new PlayedTally();
  await arrive(page, played);
  await expect(page.getByText('Zéro est un vrai relevé')).toBeVisible();
  await press(page, button(page, '−1 corriger'));
  await expect(soFar(page)).toHaveText('0 interruptions');
  await button(page, 'Garder\u00a0: 0, compté').click();
  await expect(page.getByText('Il est arrivé.')).toBeVisible();
  expect(played.figures()).toEqual([{ counted_on: '2026-11-25', numerator: 0, base: null }]);
});

test('a night stays on the day it began', async ({ page }) => {
  const played = new PlayedTally();
  await arrive(page, played);
  await plus(page).click();
  // The morning after.
  await page.clock.setFixedTime(new Date('2026-11-26T06:00:00Z'));
  played.view = { ...played.view, today: '2026-11-26' };
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Hier' })).toBeChecked();
  await plus(page).click();
  await button(page, 'Garder ce relevé').click();
  await expect(page.getByText('Il est arrivé.')).toBeVisible();
  await button(page, 'Compter encore').click();
  await expect(page.getByRole('radio', { name: 'Aujourd’hui' })).toBeChecked();
  // And as far back as the server takes.
  await page.getByRole('radio', { name: 'Plus tôt' }).check();
  await page.getByLabel('Le jour').selectOption({ label: 'lundi 23 novembre' });
  await plus(page).click();
  await look(page, '4-plus-tot');
  await button(page, 'Garder ce relevé').click();
  await expect(page.getByText('Il est arrivé.')).toBeVisible();
  expect(played.figures()).toEqual([
    { counted_on: '2026-11-25', numerator: 2, base: null },
    { counted_on: '2026-11-23', numerator: 1, base: null },
  ]);
});

test('a day whose period closed meanwhile is said before it is sent', async ({ page }) => {
  const played = new PlayedTally();
  await arrive(page, played);
  await plus(page).click();
  await page.clock.setFixedTime(new Date('2026-12-08T06:00:00Z'));
  played.view = { ...played.view, today: '2026-12-08', first_day: '2026-12-01' };
  await page.reload();
  await expect(page.getByText('Le mercredi 25 novembre n’est plus pris')).toBeVisible();
  await expect(soFar(page)).toHaveText('1 interruptions');
  await page.getByRole('radio', { name: 'Hier' }).check();
  await button(page, 'Garder ce relevé').click();
  await expect(page.getByText('Il est arrivé.')).toBeVisible();
  expect(played.figures()).toEqual([{ counted_on: '2026-12-07', numerator: 1, base: null }]);
});

test('a rate says out of how many', async ({ page }) => {
  const played = new PlayedTally({ counting: 'rate', unit: 'chutes', base_unit: 'journées' });
  await arrive(page, played);
  await plus(page).click();
  await button(page, 'Un de plus').click();
  await expect(page.getByLabel('Sur combien de journées')).toHaveValue('2');
  await page.getByLabel('Sur combien de journées').fill('');
  await button(page, 'Garder ce relevé').click();
  await expect(page.getByLabel('Sur combien de journées')).toHaveAccessibleDescription(
    /Dites sur combien/,
  );
  await page.getByLabel('Sur combien de journées').fill('30');
  await look(page, '5-taux');
  await button(page, 'Garder ce relevé').click();
  await expect(page.getByText('chutes\u00a0: 1 sur 30 (journées)')).toBeVisible();
  await expect(page.getByText('Il est arrivé.')).toBeVisible();
  expect(played.figures()).toEqual([{ counted_on: '2026-11-25', numerator: 1, base: 30 }]);
});

test('a share counts yes and no, and the last can be undone', async ({ page }) => {
  const played = new PlayedTally({
    title: 'Relèves finies sans être coupées',
    counting: 'ratio',
    unit: 'relèves finies',
    base_unit: 'relèves',
  });
  await arrive(page, played);
  await button(page, 'Garder ce relevé').click();
  await expect(page.getByText('Il n’y a encore rien à garder')).toBeVisible();
  await button(page, 'Oui relèves finies').click();
  await button(page, 'Non').click();
  await button(page, 'Oui relèves finies').click();
  await button(page, 'Oui relèves finies').click();
  await button(page, 'Annuler la dernière').click();
  await expect(soFar(page)).toHaveText('2 sur 3 (relèves)');
  await look(page, '6-part');
  await page.reload();
  await button(page, 'Garder ce relevé').click();
  await expect(page.getByText('Il est arrivé.')).toBeVisible();
  expect(played.figures()).toEqual([{ counted_on: '2026-11-25', numerator: 2, base: 3 }]);
});

test('a measure is typed as people write it, and can be taken away', async ({ page }) => {
  const played = new PlayedTally({
    title: 'Durée de la relève',
    counting: 'measure',
    unit: 'minutes',
  });
  await arrive(page, played);
  const field = page.getByLabel('Une mesure (minutes)');
  await field.fill('18,5');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Une mesure\u00a0: 18,5 (minutes)')).toBeVisible();
  await field.fill('200');
  await button(page, 'Ajouter').click();
  await button(page, 'Enlever 200').click();
  await field.fill('vingt');
  await button(page, 'Ajouter').click();
  await expect(page.getByText('Cela ne se lit pas comme un nombre')).toBeVisible();
  await look(page, '7-mesure-illisible');
  await field.fill('1,25');
  await button(page, 'Ajouter').click();
  await look(page, '7-mesures');
  // Typed and not added is meant to count.
  await field.fill('20.25');
  await button(page, 'Garder ce relevé').click();
  await expect(page.getByText('minutes\u00a0: 40 en 3 mesures')).toBeVisible();
  await expect(page.getByText('Il est arrivé.')).toBeVisible();
  expect(played.figures()).toEqual([{ counted_on: '2026-11-25', numerator: 40, base: 3 }]);
});

test('without network two wait, and leave once, whatever reply was lost', async ({ page }) => {
  const played = new PlayedTally();
  await arrive(page, played);
  played.isOffline = true;
  for (let each = 0; each < 2; each += 1) {
    await plus(page).click();
    await button(page, 'Garder ce relevé').click();
    await expect(page.getByText('Il attend sur ce téléphone')).toBeVisible();
    await button(page, 'Compter encore').click();
  }
  await expect(page.getByText('2 relevés attendent sur ce téléphone.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('comptez quand même')).toBeVisible();
  await button(page, 'Envoyer maintenant').click();
  await expect(page.getByText('Pas de réseau\u00a0; rien n’est perdu.')).toBeVisible();
  await look(page, '8-attend');
  played.isOffline = false;
  played.losesNextReply = true;
  await button(page, 'Envoyer maintenant').click();
  await expect.poll(() => played.posted.length).toBe(1);
  await expect(page.getByText('2 relevés attendent')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByText('attendent sur ce téléphone')).toHaveCount(0);
  expect(played.posted[1]).toEqual(played.posted[0]);
  expect(played.figures().map(({ numerator }) => numerator)).toEqual([1, 1]);
});

test('what is refused is told with its figure, and stays until it is copied', async ({ page }) => {
  const played = new PlayedTally();
  played.problems.set('2026-11-24', 'tally.too_late');
  await arrive(page, played);
  await page.getByRole('radio', { name: 'Hier' }).check();
  for (let press = 0; press < 4; press += 1) await plus(page).click();
  await button(page, 'Garder ce relevé').click();
  await expect(step(page, 'Relevé pas pris')).toBeVisible();
  await expect(page.getByText('Il s’ajoute à ceux de l’équipe')).toHaveCount(0);
  const told = page.getByRole('alert', { name: 'Ce qui n’a pas été pris' });
  await expect(told).toContainText('interruptions\u00a0: 4, mardi 24 novembre');
  await expect(told).toContainText('Trop tard\u00a0: la période de ce jour est close.');
  await look(page, '9-refuse');
  await page.reload();
  await expect(told).toContainText('interruptions\u00a0: 4');
  await button(page, 'C’est recopié, effacer d’ici').click();
  await expect(told).toHaveCount(0);
  await page.reload();
  await expect(plus(page)).toBeVisible();
  await expect(told).toHaveCount(0);
});

const question = {
  title: 'Avez-vous pu prendre votre pause\u00a0?',
  purpose: 'Savoir si le relais de midi laisse le temps d’une pause.',
  definition: 'Vingt minutes d’affilée, hors du service.',
  counting: 'ratio',
  unit: 'pauses prises',
  base_unit: 'réponses',
  entry: 'pulse',
} as const;

test('a question is answered once a week from here, and nothing says who', async ({ page }) => {
  const played = new PlayedTally(question);
  await arrive(page, played);
  await expect(step(page, 'Répondez une fois par semaine')).toBeVisible();
  const [yes, no] = await Promise.all(
    ['Oui', 'Non'].map((name) =>
      button(page, name).evaluate((element) => {
        const { backgroundColor, color, borderColor } = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        return { backgroundColor, color, borderColor, width, height };
      }),
    ),
  );
  expect(yes).toEqual(no);
  await look(page, '10-question');
  await button(page, 'Non').click();
  await expect(step(page, 'Merci')).toBeFocused();
  await expect(page.getByText('Votre réponse est arrivée.')).toBeVisible();
  await expect(page.getByText('si cinq personnes au moins ont répondu')).toBeVisible();
  await look(page, '11-merci');
  expect(played.figures()).toEqual([{ counted_on: '2026-11-25', numerator: 0, base: 1 }]);
  expect(await kept(page)).not.toContain('numerator');
  await page.reload();
  await expect(step(page, 'Merci')).toBeVisible();
  await expect(button(page, 'Oui')).toHaveCount(0);
  // The next week it is asked again; and sooner where somebody else holds the phone.
  await page.clock.setFixedTime(new Date('2026-11-30T09:00:00Z'));
  played.view = { ...played.view, today: '2026-11-30' };
  await page.reload();
  await button(page, 'Oui').click();
  await expect(step(page, 'Merci')).toBeVisible();
  await button(page, 'L’oublier, pour qu’une autre personne réponde ici').click();
  await expect(step(page, 'Répondez une fois par semaine')).toBeFocused();
  await expect(button(page, 'Oui')).toBeVisible();
  expect(await kept(page)).not.toContain('answered_in');
});

test('an answer that waits says that it can be read here', async ({ page }) => {
  const played = new PlayedTally(question);
  await arrive(page, played);
  played.isOffline = true;
  await button(page, 'Oui').click();
  await expect(page.getByText('jusqu’à l’envoi, elle peut y être lue')).toBeVisible();
  await expect(page.getByText('Une réponse attend sur ce téléphone.')).toBeVisible();
  await look(page, '12-reponse-attend');
  played.isOffline = false;
  played.problems.set('2026-11-25', 'indicator.over');
  await button(page, 'Envoyer maintenant').click();
  await expect(page.getByText('Une réponse n’a pas été prise')).toBeVisible();
  await expect(page.getByText('On ne compte plus ce chiffre à cette date.')).toBeVisible();
  expect(await kept(page)).not.toContain('numerator');
});

test('a link that is taken back loses nothing of what waits', async ({ page }) => {
  const played = new PlayedTally();
  await arrive(page, played);
  played.isOffline = true;
  await plus(page).click();
  await button(page, 'Garder ce relevé').click();
  await button(page, 'Compter encore').click();
  await plus(page).click();
  await plus(page).click();
  played.isOffline = false;
  played.isLinkValid = false;
  await page.reload();
  await expect(page.getByText('Ce lien ne sert plus.')).toBeVisible();
  await expect(page.getByText('Un relevé commencé est resté ici')).toContainText(': 2,');
  await expect(page.getByText('Un relevé attend sur ce téléphone.')).toBeVisible();
  await expect(page.getByText('interruptions\u00a0: 1, mercredi 25 novembre')).toBeVisible();
  await look(page, '13-lien');
  await button(page, 'Tout effacer ici, aussi ce qui n’est pas arrivé').click();
  expect(await kept(page)).toBe('{}');
  await page.goto('/c/unknown');
  await expect(page.getByText('Ce lien ne sert plus.')).toBeVisible();
});

test('what is over is said, and what was begun can still be handed in', async ({ page }) => {
  const played = new PlayedTally();
  await arrive(page, played);
  await plus(page).click();
  played.view = { ...played.view, is_open: false };
  await page.reload();
  await expect(page.getByText('On ne compte plus ce chiffre. Merci')).toBeVisible();
  await look(page, '14-fini-commence');
  await button(page, 'Garder ce relevé').click();
  await expect(page.getByText('Il est arrivé.')).toBeVisible();
  await expect(button(page, 'Compter encore')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('On ne compte plus ce chiffre. Merci')).toBeVisible();
  await expect(plus(page)).toHaveCount(0);
});

test('a phone that keeps nothing says so and counts all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new Error('QuotaExceededError');
    };
  });
  const played = new PlayedTally();
  await arrive(page, played);
  await plus(page).click();
  await plus(page).click();
  await expect(page.getByText('Ce téléphone ne garde rien')).toBeVisible();
  await look(page, '15-rien-garde');
  await button(page, 'Garder ce relevé').click();
  await expect(page.getByText('Il est arrivé.')).toBeVisible();
  expect(played.figures()).toEqual([{ counted_on: '2026-11-25', numerator: 2, base: null }]);
});

test('from the keyboard alone', async ({ page }) => {
  const played = new PlayedTally({ counting: 'rate', unit: 'chutes', base_unit: 'journées' });
  await arrive(page, played);
  await press(page, plus(page));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(soFar(page)).toHaveText('3 chutes');
  await press(page, button(page, '−1 corriger'));
  await goTo(page, page.getByLabel('Sur combien de journées'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('28');
  await press(page, button(page, 'Garder ce relevé'));
  await expect(page.getByText('Il est arrivé.')).toBeVisible();
  await press(page, button(page, 'Compter encore'));
  await expect(step(page, 'Votre relevé')).toBeFocused();
  expect(played.figures()).toEqual([{ counted_on: '2026-11-25', numerator: 2, base: 28 }]);
});

test('in English, and again at the next visit', async ({ page }) => {
  const played = new PlayedTally();
  await arrive(page, played);
  await button(page, 'Read in English').click();
  await expect(step(page, 'Your tally')).toBeVisible();
  await page.reload();
  await expect(step(page, 'Your tally')).toBeVisible();
  await plus(page).click();
  await button(page, 'Keep this tally').click();
  await expect(page.getByText('interruptions: 1, Wednesday 25 November.')).toBeVisible();
  await look(page, '16-english');
});
