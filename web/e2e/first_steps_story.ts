// SPDX-License-Identifier: EUPL-1.2
// web/e2e/first_steps_story.ts
//
// From an empty folder to an establishment with two colleges: the first link, a first establishment, the first
// seats, an invitation accepted on another device, and a table pasted by the direction.

import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { type FreshServer, freshServer } from './fresh_server.ts';

const binary = process.env.ETABLI_BINARY;
test.skip(binary === undefined, 'ETABLI_BINARY names no program');

// Two people, a dozen screens and a server that starts: on a busy machine, minutes.
test.setTimeout(180_000);

let server: FreshServer;
test.beforeEach(async () => {
  server = await freshServer(binary ?? '');
});
test.afterEach(() => server.stop());

async function somebodyElse(browser: Browser, page: Page): Promise<Page> {
  const viewport = page.viewportSize() ?? undefined;
  return (await browser.newContext({ viewport, locale: 'fr-FR' })).newPage();
}

async function prepareEstablishment(page: Page): Promise<void> {
  await page.goto(server.first_link);
  await expect(page.getByText('Première connexion', { exact: false })).toBeVisible();
  expect(new URL(page.url()).hash).toBe(''); // the secret has left the address bar
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expectTitleFocus(page, 'Préparer les établissements');
  await expectAccessible(page);
  await page.getByLabel('Nom de l’établissement').fill('Hôpital du Lac');
  await page.getByLabel('Région').selectOption({ label: 'Bretagne' });
  await page.getByRole('button', { name: 'Créer l’établissement' }).click();
  await page.getByRole('link', { name: /Préparer\s: Hôpital du Lac/ }).click();
  await page.getByRole('button', { name: /Créer la direction et les représentants/ }).click();
  await expect(page.getByRole('button', { name: /première place\s: Représentants/ })).toBeVisible();
}

async function offerFirstSeat(page: Page, college: RegExp, email: string, as: string) {
  await page.getByRole('button', { name: college }).click();
  await page.getByLabel('Adresse de la personne').fill(email);
  await page.getByLabel('Sa fonction, comme on la dit ici').fill(as);
  await page.getByRole('button', { name: 'Faire l’invitation' }).click();
  const link = await page.getByLabel('Lien à copier').inputValue();
  await expect(page.getByRole('img', { name: /Code QR/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'C’est remis' }).click();
  return link;
}

async function accept(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Une place vous est proposée');
  await expect(page.getByText('Hôpital du Lac', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Votre nom, tel qu’on le verra').fill(name);
  await page.getByLabel('Un mot de passe').fill('une phrase assez longue');
  await page.getByRole('button', { name: 'Prendre cette place' }).click();
  await expectTitleFocus(page, 'Les personnes');
}

test('from the first link to two colleges that give their own mandates', async ({
  page,
  browser,
}) => {
  await prepareEstablishment(page);
  const forDirection = await offerFirstSeat(page, /: Direction/, 'dir@lac.example', 'Directrice');
  const forStaff = await offerFirstSeat(page, /: Représentants/, 'elue@lac.example', 'Élue');

  const director = await somebodyElse(browser, page);
  await accept(director, forDirection, 'Claire');
  await expect(director.getByText('Première place, proposée', { exact: false })).toBeVisible();

  const elected = await somebodyElse(browser, page);
  await accept(elected, forStaff, 'Nadia');
  await expect(elected.getByText('Claire')).toBeVisible();
  await expect(elected.getByRole('button', { name: 'Proposer une place' })).toHaveCount(1);
  await expectAccessible(elected);

  // Once a college sits, it is no longer the administrator's to give.
  await page.reload();
  await expect(page.getByText('siège, et donne lui-même ses mandats')).toHaveCount(2);
  await expect(page.getByRole('button', { name: /première place/ })).toHaveCount(0);
  await page.goto(forStaff);
  await expect(page.getByText('Ce lien ne sert plus', { exact: false })).toBeVisible();
});

test('a delegation says in words what is missing, and waits for the staff', async ({
  page,
  browser,
}) => {
  await prepareEstablishment(page);
  const forDirection = await offerFirstSeat(page, /: Direction/, 'dir@lac.example', 'Directrice');
  const forStaff = await offerFirstSeat(page, /: Représentants/, 'elue@lac.example', 'Élue');
  const elected = await somebodyElse(browser, page);
  await accept(elected, forStaff, 'Nadia');
  const director = await somebodyElse(browser, page);
  await accept(director, forDirection, 'Claire');

  await director.getByRole('button', { name: 'Composer une délégation' }).click();
  await director.getByLabel('Pour quoi').fill('Cluster social');
  await director.getByRole('checkbox', { name: /Claire/ }).check();
  await expect(
    director.getByText('Il manque quelqu’un qui représente le personnel', { exact: false }),
  ).toBeVisible();
  await director.getByRole('checkbox', { name: /Nadia/ }).check();
  await expect(director.getByText('Cette délégation est valable.', { exact: false })).toBeVisible();
  await expectAccessible(director);
  await director.getByRole('button', { name: 'Enregistrer la délégation' }).click();
  await expect(director.getByText('ne l’ont pas encore confirmée', { exact: false })).toBeVisible();

  await elected.reload();
  await elected.getByRole('button', { name: 'C’est bien la personne que nous envoyons' }).click();
  await expect(elected.getByText(/Confirmée par les représentants du personnel/)).toBeVisible();
});

test('a pasted table is shown line by line before anything is written', async ({
  page,
  browser,
}) => {
  await prepareEstablishment(page);
  const link = await offerFirstSeat(page, /: Direction/, 'dir@lac.example', 'Directrice');
  const director = await somebodyElse(browser, page);
  await accept(director, link, 'Claire');
  await director.getByRole('link', { name: 'Les lieux' }).click();
  await expect(director.getByText('Rien n’est encore décrit à l’intérieur')).toBeVisible();
  await expectAccessible(director);
  await director.getByRole('link', { name: 'Importer ou coller un tableau' }).click();
  await director
    .getByLabel('Coller depuis un tableur')
    .fill(
      'nom\ttype\trattachement\teffectif\nPôle médecine\tpôle\t\t120\nGériatrie\tservice\tPôle médecine\t38\nBloc\tatelier\t\t',
    );
  await director.getByRole('button', { name: 'Voir ce qui sera fait' }).click();
  await expect(director.getByText('2 lieux nouveaux', { exact: false })).toBeVisible();
  await expect(director.getByText(/type inconnu/)).toBeVisible();
  await expectAccessible(director);
  await director.getByRole('button', { name: 'Écrire ces lieux' }).click();
  await expect(director.getByRole('heading', { name: 'Ce qui a été fait' })).toBeVisible();
  await director.getByRole('link', { name: 'Voir les lieux' }).click();
  await expect(director.getByText('Gériatrie').first()).toBeVisible();

  // A change of name leaves the former one behind, dated.
  await director.getByRole('button', { name: 'Changer « Gériatrie »' }).click();
  await director.getByLabel('Nom', { exact: true }).first().fill('Médecine de l’âge');
  await director.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(director.getByText(/avant le .* Gériatrie/)).toBeVisible();
});
