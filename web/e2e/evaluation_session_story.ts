// SPDX-License-Identifier: EUPL-1.2
// web/e2e/evaluation_session_story.ts
//
// A session of embedded evaluation with everybody at once, on the real program: the screen of the room, nine phones
// without account, one word a question, and a group that concludes to go back to the organisation of before.

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { inDays } from './days.ts';
import { activities, answer, begin, phone } from './evaluation_steps.ts';
import { ownDemonstration } from './fresh_server.ts';
import { goTo, press } from './keyboard.ts';

const server = ownDemonstration();
// Ten browsers at once: on a busy machine, minutes.
test.setTimeout(480_000);

async function enterAs(page: Page, key: string): Promise<void> {
  const entered = await page.request.post(`${server.address}/api/session/demo`, { data: { key } });
  expect(entered.status()).toBe(201);
}

/** Those of the demonstration are concluded: one more, under way since a fortnight. */
async function experimentUnderWay(page: Page): Promise<string> {
  const beginning = await page.request.get(`${server.address}/api/experiment-beginnings`);
  const places: { id: string; kind: string }[] = (await beginning.json()).data.places;
  const begun = await page.request.post(`${server.address}/api/experiments`, {
    data: {
      title: 'Une relève assise',
      hypothesis: 'Si l’on s’assoit un quart d’heure, on transmet ce qu’il y a à faire.',
      care_stake: 'Ne plus oublier ni refaire un soin.',
      work_stake: 'Partir à l’heure, tranquille.',
      perimeter: 'Une unité, la relève de la mi-journée.',
      with_whom: 'Infirmières, aides-soignantes, agents.',
      measured_from: null,
      starts_on: inDays(-14),
      ends_on: inDays(1),
      way_back: 'Reprendre debout, du jour au lendemain.',
      means: { time: 'vingt minutes comptées', replaced: '', money: '', until_on: null },
      works_if: 'On n’appelle plus les gens chez eux.',
      harms_if: 'C’est toujours la même personne qui garde.',
      place_id: places.find(({ kind }) => kind === 'unit')?.id,
      programme_id: null,
      from_kind: null,
      from_id: null,
    },
  });
  expect(begun.status()).toBe(201);
  return (await begun.json()).data.experiment.id;
}

test('nine phones, one word a question, and back to the organisation of before', async ({
  browser,
  page: wall,
}, info) => {
  test.skip(info.project.name !== 'desktop', 'one room is enough');
  await enterAs(wall, 'cadre-sld');
  const id = await experimentUnderWay(wall);
  await wall.goto(`${server.address}/essayer/${id}`);
  await wall.getByRole('link', { name: 'Tenir la séance' }).click();
  await expectTitleFocus(wall, 'La séance d’évaluation');
  await expectAccessible(wall);
  const code = await begin(wall);

  // Listing: nine people come in, each writes one line.
  const phones = await Promise.all(activities.map(() => phone(browser, server.address, code)));
  const [first, last] = [phones[0] as Page, phones[8] as Page];
  await expectAccessible(first);
  for (const [at, each] of phones.entries()) {
    await each.getByRole('button', { name: 'Entrer, sans compte et sans nom' }).click();
    await each.getByRole('textbox', { name: 'Activité 1' }).fill(activities[at] ?? '');
    if (at === 0) await expectAccessible(each);
    if (at === 4)
      await expect(wall.getByRole('button', { name: 'Mélanger et montrer' })).toBeDisabled();
    await each.getByRole('button', { name: 'Donner au groupe' }).click();
    await expect(each.getByText('Vos lignes attendent celles des autres.')).toBeVisible();
  }
  await last.reload();
  await expect(last.getByText('Vos lignes attendent celles des autres.')).toBeVisible();
  await wall.getByRole('button', { name: 'Mélanger et montrer' }).click();
  await expect(wall.locator('.activities li')).toHaveCount(9);
  await expectAccessible(wall);

  // The scribe joins two lines, and writes one that was said aloud.
  await wall.getByRole('checkbox', { name: /ranger la réserve/ }).check();
  await wall.getByRole('checkbox', { name: /refaire les lits/ }).check();
  await wall.getByRole('button', { name: 'Réunir en une ligne' }).click();
  await wall.getByLabel('Les mots de la ligne réunie').fill('remettre en ordre');
  await wall.getByRole('button', { name: 'Garder ces mots' }).click();
  await expect(wall.locator('.activities li')).toHaveCount(8);
  await wall.getByLabel('Une activité dite à voix haute').fill('répondre au téléphone');
  await wall.getByRole('button', { name: 'Écrire', exact: true }).click();
  await expect(wall.locator('.activities li')).toHaveCount(9);

  // Choosing.
  await wall.getByRole('button', { name: 'Continuer : choisir' }).click();
  for (const each of phones) {
    await each.getByRole('checkbox', { name: 'dire et recevoir' }).check();
    await each.getByRole('checkbox', { name: 'garder les sonnettes' }).check();
    if (each === first) await expectAccessible(each);
    await each.getByRole('button', { name: 'Donner mon choix' }).click();
    await expect(each.getByText('Votre choix attend celui des autres.')).toBeVisible();
  }
  await wall.getByRole('button', { name: 'Montrer ce qui revient souvent' }).click();
  await expect(wall.getByText('souvent choisie', { exact: true })).toHaveCount(2);
  await wall.getByRole('checkbox', { name: 'dire et recevoir' }).check();
  await wall.getByRole('checkbox', { name: 'garder les sonnettes' }).check();
  await expect(wall.getByText('Gardées : 2 sur 4 au plus')).toBeVisible();
  await expectAccessible(wall);
  await wall.getByRole('button', { name: 'Continuer : avant, depuis' }).click();

  // Looking: the first phone is interrupted in the middle, and finds its answers again.
  await first.getByRole('group', { name: 'L’efficacité' }).getByLabel('Mieux').check();
  await expectAccessible(first);
  await first.getByRole('button', { name: 'Suivant' }).click();
  await first.reload();
  await expect(first.getByText('Activité 2 sur 2')).toBeVisible();
  await first.getByRole('button', { name: 'Revenir' }).click();
  await expect(
    first.getByRole('group', { name: 'L’efficacité' }).getByLabel('Mieux'),
  ).toBeChecked();
  for (const [at, each] of phones.entries())
    await answer(each, at < 3 ? 'Mieux' : 'Moins bien', `Depuis, on se voit moins, ${at}.`);
  await last.getByRole('button', { name: 'Reprendre mes réponses' }).click();
  await last.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await expect(last.getByText('Vos réponses sont parties.')).toBeVisible();
  await expectAccessible(last);
  await expectAccessible(wall);
  await wall.getByLabel('Combien de personnes dans la salle ?').fill('9');
  await wall.getByRole('button', { name: 'Mettre en commun' }).click();

  // Shared: on the wall and in the hand the same words, no figure anywhere.
  await expect(wall.getByRole('row', { name: /dire et recevoir/ })).toHaveText(
    /vécu différemment\s*pareil\s*trop peu de réponses/,
  );
  await expect(first.getByText('vécu différemment')).toHaveCount(2);
  expect((await wall.locator('.readings').textContent()) ?? '').not.toMatch(/\d/);
  await expectAccessible(wall);
  await expectAccessible(first);
  await wall.getByRole('button', { name: 'Terminer la séance' }).click();
  await expect(first.getByText('Cette séance est terminée.', { exact: false })).toBeVisible();

  // The conclusion opens with it.
  await expectTitleFocus(wall, 'Tenir le bilan partagé');
  await expect(wall.getByLabel('Ce que nous avons regardé')).toHaveValue(
    /dire et recevoir|garder les sonnettes/,
  );
  await expect(wall.getByRole('heading', { name: 'Ce que la séance a montré' })).toBeVisible();
  await expectAccessible(wall);
  await wall.getByRole('radio', { name: /Revenir à l’organisation d’avant/ }).check();
  await wall.getByLabel('Les mots du groupe').fill('On revient à l’organisation d’avant.');
  await wall.getByRole('button', { name: 'Conclure ensemble' }).click();
  await expect(wall.getByText('Revenir à l’organisation d’avant').first()).toBeVisible();
  await expect(wall.getByRole('row', { name: /dire et recevoir/ })).toBeVisible();
});

test('a scribe alone, without a mouse: a group that speaks, and paper beside', async ({ page }) => {
  await enterAs(page, 'cadre-sld');
  const id = await experimentUnderWay(page);
  await page.goto(`${server.address}/essayer/${id}/seance`);
  await press(page, page.getByRole('button', { name: 'Ouvrir la séance' }));
  await goTo(page, page.getByLabel('Une activité dite à voix haute'));
  await page.keyboard.type('dire et recevoir');
  await page.keyboard.press('Enter');
  await expect(page.locator('.activities li')).toHaveCount(1);
  await press(page, page.getByRole('button', { name: 'Continuer : choisir' }));
  // The step before has a box of the same name.
  await expect(page.getByRole('status').filter({ hasText: 'étape 2 sur 4' })).toBeVisible();
  await goTo(page, page.getByRole('checkbox', { name: 'dire et recevoir' }));
  await page.keyboard.press('Space');
  await expect(page.getByText('Gardées : 1 sur 4 au plus')).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Continuer : avant, depuis' }));

  // Paper: the sheet has what was kept; one is typed in.
  await page.getByRole('link', { name: 'Saisir des feuilles de papier' }).click();
  await expectTitleFocus(page, 'Les feuilles de la séance');
  await expect(page.getByRole('article', { name: 'Feuille de la séance' })).toContainText(
    'dire et recevoir',
  );
  await page
    .getByRole('radiogroup', { name: 'L’efficacité' })
    .getByRole('radio', { name: 'Mieux' })
    .check();
  await page.getByRole('button', { name: 'Garder cette feuille' }).click();
  await expect(page.getByText('Une feuille saisie.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'L’écran de la séance' }).click();

  // One sheet is nobody: the group says a word, together.
  await expect(page.getByRole('button', { name: 'Mettre en commun' })).toBeDisabled();
  await press(page, page.getByRole('button', { name: 'Dire à voix haute plutôt' }));
  await page.getByLabel('Le collectif').selectOption({ label: 'mieux' });
  await page.getByLabel('Combien de personnes dans la salle ?').fill('4');
  await expectAccessible(page);
  await press(page, page.getByRole('button', { name: 'Garder ce que dit le groupe' }));
  await expect(page.getByRole('row', { name: /dire et recevoir/ })).toContainText('non dit');
  await expect(page.getByText('Dit à voix haute par le groupe', { exact: false })).toBeVisible();
  await expectAccessible(page);
});
