// SPDX-License-Identifier: EUPL-1.2
// web/e2e/answering_otherwise_story.ts
//
// A questionnaire that is not what it must be, or closed, or light, or read in English.

import { expect, type Page, test } from '@playwright/test';
import { campaign_id } from '../ballots/example_campaign.ts';
import { answer, arrive, button, look, now, step, takeToken } from './answering_steps.ts';
import { code, PlayedGuichet } from './played_guichet.ts';

test.beforeEach(({ page }) => page.clock.setFixedTime(now));

test.describe('nobody is asked anything', () => {
  const refused = async (page: Page, played: PlayedGuichet, words: string, link = played.link) => {
    await arrive(page, played, link);
    await expect(
      page.getByRole('heading', { level: 1, name: 'Ne répondez pas ici' }),
    ).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole('button', { name: /Continuer|jeton/ })).toHaveCount(0);
    expect(played.asked).toEqual([]);
  };
  test('when the manifest is not the link’s', async ({ page }) => {
    const played = new PlayedGuichet();
    const link = `/q/${campaign_id}#${code}.${'0'.repeat(32)}`;
    await refused(page, played, 'Ce n’est pas le questionnaire de votre lien', link);
    await look(page, '11-refus');
  });
  test('when a signature is missing', async ({ page }) => {
    const played = new PlayedGuichet();
    played.signatures = played.signatures.slice(0, 1);
    await refused(page, played, 'Il manque une signature');
  });
  test('when the token key is special', async ({ page }) => {
    const played = new PlayedGuichet({ rsa: { bits: 2048, exponent: 65537 } });
    await refused(page, played, 'La clé qui signe les jetons n’est pas ordinaire');
  });
  test('when answers would be sealed to somebody else', async ({ page }) => {
    const joint_key = new PlayedGuichet().example.manifest.joint_key;
    const played = new PlayedGuichet({ change: (manifest) => ({ ...manifest, joint_key }) });
    await refused(page, played, 'La clé qui scelle les réponses n’est pas celle des deux collèges');
  });
  test('when it is closed; a receipt is looked for all the same', async ({ page }) => {
    const played = new PlayedGuichet();
    played.stage = 'closed';
    await arrive(page, played);
    await expect(step(page, 'Ce questionnaire est fermé')).toBeVisible();
    await button(page, 'J’ai déjà répondu : vérifier mon reçu').click();
    await expect(step(page, 'Vérifier que ma réponse est dans l’urne')).toBeFocused();
    await page.getByLabel('Votre reçu').fill('0303 '.repeat(16));
    await button(page, 'Chercher dans la liste').click();
    await expect(page.getByText('Votre reçu est dans la liste, parmi 22.')).toBeVisible();
    await page.getByLabel('Votre reçu').fill('f'.repeat(64));
    await button(page, 'Chercher dans la liste').click();
    await expect(page.getByText('Il n’est pas dans la liste')).toBeVisible();
    await look(page, '12-ferme');
  });
});

test('a light question says what is light in it', async ({ page }) => {
  const played = new PlayedGuichet({ mode: 'light' });
  await arrive(page, played);
  await expect(page.getByText('le programme garde la clé à lui seul')).toBeVisible();
  await expect(page.getByText('Signé par')).toHaveCount(0);
  await look(page, '1-avant-leger');
  await takeToken(page);
  // Nothing to choose: the questions come next.
  await expect(step(page, /Partie 1 sur 3/)).toBeVisible();
  await answer(page);
  await button(page, 'Envoyer mes réponses').click();
  await expect(step(page, 'Votre réponse est dans l’urne')).toBeVisible();
  expect(played.read().profile).toEqual({ place: 'p0' });
});

test('in English, and a draft does not mind', async ({ page }) => {
  const played = new PlayedGuichet();
  await arrive(page, played);
  await button(page, 'Read in English').click();
  await expect(step(page, 'Before you answer')).toBeVisible();
  await expect(page.getByText('What remains possible')).toBeVisible();
  await look(page, '1-avant-en');
  await button(page, 'Continue').click();
  await button(page, 'Take my token').click();
  await page.getByRole('radio', { name: 'Médecine B' }).check();
  await page.getByRole('radio', { name: 'Care staff' }).check();
  await button(page, 'Continue').click();
  await page.getByRole('radio', { name: 'Sometimes, when we can' }).check();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Sometimes, when we can' })).toBeChecked();
  await button(page, 'Lire en français').click();
  await expect(page.getByRole('radio', { name: 'Parfois, quand on peut' })).toBeChecked();
});
