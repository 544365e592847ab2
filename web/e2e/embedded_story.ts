// SPDX-License-Identifier: EUPL-1.2
// web/e2e/embedded_story.ts
//
// A trial judged while it goes on, on the real program: begun from a proposal, counted for ten weeks on a phone that has no
// network half of the time, beside what was pasted from the sheet on the wall; its journal, its chart, its sentence; a session
// with nine phones that goes back to the organisation of before; the sheet; and the thread, both ways. A figure that would
// show somebody is refused on the way.

import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { inDays } from './days.ts';
import { dataOf, enterByKey } from './demonstration.ts';
import { activities, answer, begin as open, phone } from './evaluation_steps.ts';
import { ownDemonstration } from './fresh_server.ts';

const server = ownDemonstration();
test.setTimeout(300_000);

const tried = 'Les sonnettes gardées, le matin';
const told = 'Ce que les sonnettes gardées nous ont appris';
const weeks = 10;

/** Monday of the week so many weeks ago. */
const mondayBefore = (count: number) =>
  inDays(-((new Date(inDays(0)).getUTCDay() + 6) % 7) - 7 * count);

interface Template {
  sections: { type: string; required: boolean; title: { fr: string } }[];
  context: { required: boolean; title: { fr: string } }[];
}

const template = JSON.parse(
  readFileSync(new URL('../../packs/sheets/capitalisation.json', import.meta.url), 'utf8'),
) as Template;

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** A proposal that was accepted, and that nobody tries yet. */
async function proposalToTry(page: Page): Promise<string> {
  const list = await page.request.get(`${server.address}/api/proposals`);
  const { items } = (await list.json()).data as { items: { proposal: { id: string } }[] };
  for (const { proposal } of items) {
    await page.goto(`${server.address}/ecouter/propositions/${proposal.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const begin = page.getByRole('link', { name: 'Commencer un essai' });
    const isOffered = begin.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (await isOffered) return proposal.id;
  }
  throw new Error('the demonstration has no proposal to try');
}

async function begin(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Commencer un essai' }).click();
  await expectTitleFocus(page, 'Commencer un essai');
  await page.getByLabel('Lieu').selectOption({ label: 'Soins de longue durée, SLD' });
  const written: readonly [string, string][] = [
    ['Comment l’appelez-vous ?', tried],
    ['Ce que nous pensons', 'Si quelqu’un garde les sonnettes, la relève se finit.'],
    ['Enjeu du soin', 'Rien ne se perd entre la nuit et le matin.'],
    ['Enjeu du travail', 'La nuit part à l’heure.'],
    ['Le périmètre', 'Une unité, la relève du matin.'],
    ['Avec qui', 'La nuit et le matin.'],
    ['Le chemin du retour', 'Reprendre comme avant, du jour au lendemain.'],
    ['On verrait que cela marche si', 'On n’est plus coupé.'],
    ['On verrait que cela nuit si', 'Une sonnette attend.'],
  ];
  for (const [name, words] of written) await page.getByRole('textbox', { name }).fill(words);
  await page.getByLabel('Début', { exact: true }).fill(mondayBefore(weeks));
  await page.getByLabel('Fin', { exact: true }).fill(inDays(30));
  await page.getByRole('button', { name: 'Commencer cet essai' }).click();
  await expectTitleFocus(page, tried);
  return pathOf(page);
}

/** From the library, by tallies; refused while one point would bring too few people together. */
async function chooseFigure(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choisir un chiffre à compter' }).click();
  await page
    .getByLabel('Partir d’une définition')
    .selectOption({ label: 'Activité · Interruptions de la relève' });
  await expect(page.getByText('Ce qui fait mentir ce chiffre')).toBeVisible();
  await page.getByRole('radio', { name: /Un compte/ }).check();
  await page.getByRole('radio', { name: /Par bâtons/ }).check();
  await page.getByLabel('Son nom').fill('Interruptions du matin');
  const people = page.getByLabel('Le travail de combien de personnes, en une semaine ?');
  await people.fill('3');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Compter ce chiffre' }).click();
  await expect(
    page.getByText('Un point réunit le travail de cinq personnes au moins'),
  ).toBeVisible();
  await people.fill('24');
  await page.getByRole('button', { name: 'Compter ce chiffre' }).click();
  await expect(page.getByText('Interruptions du matin')).toBeVisible();
}

/** The weeks before, from the sheet on the wall: one row that cannot be read says so. */
async function pasteBefore(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Coller un tableau' }).click();
  const french = (day: string) => day.split('-').reverse().join('/');
  const rows = Array.from(
    { length: weeks },
    (_, at) => `${french(mondayBefore(2 * weeks - at))}\t${21 + (at % 4)}`,
  );
  await page
    .getByLabel('Collez ici les lignes de votre tableur')
    .fill(['Semaine\tCombien', ...rows, `${french(mondayBefore(1))}\tbeaucoup`].join('\n'));
  await page.getByRole('button', { name: 'Regarder' }).click();
  await expect(page.getByText('Dites quelle colonne est quoi')).toBeVisible();
  await page.getByRole('combobox', { name: 'interruptions' }).selectOption('Combien');
  await expect(page.getByText('Ce n’est pas un nombre.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: `Garder ces ${weeks} périodes` }).click();
  await expect(page.getByRole('button', { name: 'Coller un tableau' })).toBeVisible();
}

/** Ten weeks, a shift each: every other one without a network, sent when it comes back. */
async function countOnAPhone(browser: Browser, link: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    locale: 'fr-FR',
  });
  const phone = await context.newPage();
  await phone.goto(link);
  await expect(phone.getByRole('button', { name: /\+1/ })).toBeVisible();
  await expectAccessible(phone);
  for (let week = weeks; week >= 1; week -= 1) {
    await context.setOffline(week % 2 === 0);
    await phone.getByRole('radio', { name: 'Plus tôt' }).check();
    await phone.getByLabel('Le jour', { exact: true }).selectOption(mondayBefore(week));
    const count = 8 + (week % 3);
    for (let at = 0; at < count; at += 1) await phone.getByRole('button', { name: /\+1/ }).tap();
    await phone.getByRole('button', { name: 'Garder ce relevé' }).click();
    await expect(phone.getByRole('heading', { name: 'Relevé gardé' })).toBeVisible();
    if (week % 2 === 1) await expect(phone.getByText('Il est arrivé.')).toBeVisible();
    await phone.getByRole('button', { name: 'Compter encore' }).click();
  }
  await context.setOffline(false);
  await expect(phone.getByText(/attend/)).toHaveCount(0, { timeout: 30_000 });
  await context.close();
}

/** Nine phones, two activities, and the conclusion of going back. */
async function holdSession(browser: Browser, wall: Page, path: string): Promise<void> {
  await wall.goto(`${server.address}${path}/seance`);
  const code = await open(wall);
  const phones = await Promise.all(activities.map(() => phone(browser, server.address, code)));
  for (const [at, each] of phones.entries()) {
    await each.getByRole('button', { name: 'Entrer, sans compte et sans nom' }).click();
    await each.getByRole('textbox', { name: 'Activité 1' }).fill(activities[at] ?? '');
    await each.getByRole('button', { name: 'Donner au groupe' }).click();
    await expect(each.getByText('Vos lignes attendent celles des autres.')).toBeVisible();
  }
  await wall.getByRole('button', { name: 'Mélanger et montrer' }).click();
  await wall.getByRole('button', { name: 'Continuer : choisir' }).click();
  await expect(wall.getByRole('status').filter({ hasText: 'étape 2 sur 4' })).toBeVisible();
  await wall.getByRole('checkbox', { name: 'dire et recevoir' }).check();
  await wall.getByRole('checkbox', { name: 'garder les sonnettes' }).check();
  await wall.getByRole('button', { name: 'Continuer : avant, depuis' }).click();
  for (const [at, each] of phones.entries())
    await answer(each, at < 2 ? 'Mieux' : 'Moins bien', 'Depuis, la nuit part plus tard.');
  await wall.getByLabel('Combien de personnes dans la salle ?').fill('9');
  await wall.getByRole('button', { name: 'Mettre en commun' }).click();
  await expect(wall.getByRole('row', { name: /garder les sonnettes/ })).toContainText(
    'vécu différemment',
  );
  await wall.getByRole('button', { name: 'Terminer la séance' }).click();
  await expectTitleFocus(wall, 'Tenir le bilan partagé');
  await wall.getByRole('radio', { name: /Revenir à l’organisation d’avant/ }).check();
  await wall.getByLabel('Les mots du groupe').fill('Moins coupés, mais la nuit attend.');
  await wall.getByRole('button', { name: 'Conclure ensemble' }).click();
  await expectTitleFocus(wall, tried);
  await expect(wall.getByText('Revenir à l’organisation d’avant').first()).toBeVisible();
}

async function writeSheet(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'En écrire la fiche' }).click();
  await expectTitleFocus(page, 'Commencer une fiche');
  await page.getByRole('radio', { name: /Fiche de capitalisation/ }).check();
  await page.getByLabel('Titre').fill(told);
  await page.getByLabel('Lieu').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Commencer à écrire' }).click();
  await expectTitleFocus(page, told);
  // What is a draft is its authors' alone, and in no thread: it is written, given its context, and shared.
  const written = [
    ...template.sections.filter((each) => each.required && each.type === 'text'),
    ...template.context.filter((each) => each.required),
  ];
  for (const { title } of written)
    await page.getByRole('textbox', { name: title.fr, exact: true }).fill('Comme chez nous.');
  await page.getByRole('radio', { name: /Revenir/ }).check();
  await page.getByRole('checkbox', { name: 'Joindre ce que l’essai a compté' }).check();
  await page.getByRole('button', { name: 'Garder cette version' }).click();
  await expect(page.getByRole('heading', { name: 'Ce qui a été compté' })).toBeVisible();
  await expect(page.getByText('Tel que c’était le')).toBeVisible();
  await expect(page.getByRole('figure').first()).toBeVisible();
  await page.getByRole('button', { name: 'Partager dans l’établissement' }).click();
  await expect(page.getByRole('button', { name: 'Partager dans l’établissement' })).toHaveCount(0);
  return pathOf(page);
}

test('from a proposal to a sheet: ten weeks counted on a phone, nine phones, and back', async ({
  browser,
}, info) => {
  test.skip(info.project.name !== 'desktop', 'one team is enough');
  const { address: baseURL } = server;
  const manager = await enterByKey(browser, 'cadre-sld', { baseURL });
  const direction = await enterByKey(browser, 'directrice', { baseURL });
  const representative = await enterByKey(browser, 'rep-1', { baseURL });
  const proposal = await proposalToTry(manager);
  const path = await test.step('begun', () => begin(manager));
  const id = path.split('/').at(-1) ?? '';
  await test.step('a figure is chosen', () => chooseFigure(manager));
  await test.step('what was counted before is pasted', () => pasteBefore(manager));

  await manager.getByRole('button', { name: 'Ouvrir le comptage sur les téléphones' }).click();
  await manager.getByText('Le lien à afficher').click();
  const link = await manager.getByRole('link', { name: /\/c\// }).getAttribute('href');
  await test.step('counted', () => countOnAPhone(browser, link ?? ''));

  await test.step('the journal', async () => {
    await manager.getByRole('button', { name: 'Ajouter un événement' }).click();
    await manager.getByLabel('Le jour').last().fill(mondayBefore(4));
    await manager.getByLabel('En quelques mots').fill('Canicule, deux collègues en renfort.');
    await manager.getByRole('button', { name: 'Garder', exact: true }).click();
    await expect(manager.locator('.journal')).toContainText('Canicule, deux collègues en renfort.');
  });

  await test.step('the chart says it, and not why', async () => {
    await manager.reload();
    const figure = manager.getByRole('figure');
    await expect(figure).toContainText('ce que le hasard des semaines explique');
    await expect(figure).toContainText('20 semaines');
    await expect(figure).toContainText('La carte ne dit pas pourquoi');
    await expect(figure.getByRole('img').first()).toBeVisible();
    await figure.getByText('Les chiffres, semaine par semaine').click();
    await expect(figure.getByRole('row')).toHaveCount(2 * weeks + 1);
    await expectAccessible(manager);
  });
  await test.step('a week is put aside, and taken back', async () => {
    await manager.getByRole('button', { name: 'Laisser une période de côté' }).click();
    await manager.getByLabel('Pourquoi', { exact: true }).fill('Canicule');
    await manager.getByRole('button', { name: 'Laisser de côté', exact: true }).click();
    await expect(manager.getByRole('figure')).toContainText('Canicule');
  });
  expect(await dataOf(direction, `/api/experiments/${id}`)).toBe(
    await dataOf(representative, `/api/experiments/${id}`),
  );
  const picture = await direction.request.get(
    `/api/experiments/${id}/indicators/${link ? await indicatorOf(direction, id) : ''}/chart.svg`,
  );
  expect(await picture.text()).toContain('Interruptions du matin');
  await direction.goto(`${path}/page`);
  await expect(direction.getByRole('heading', { level: 1, name: tried })).toBeVisible();
  await direction.goto(`${path}/affiche`);
  await expect(direction.getByText('Sans nom, sans classement')).toBeVisible();

  await test.step('a session, and back', () => holdSession(browser, manager, path));
  const sheet = await test.step('written down', () => writeSheet(manager));
  await test.step('the thread, both ways', async () => {
    await manager.goto(`${server.address}${sheet.replace(/\/ecrire$/, '')}`);
    await manager.getByRole('link', { name: tried }).first().click();
    await expectTitleFocus(manager, tried);
    await manager.getByRole('link', { name: 'Tout le fil' }).click();
    await expectTitleFocus(manager, 'Le fil');
    const knots = manager.getByRole('main');
    await expect(knots.getByRole('link', { name: told })).toBeVisible();
    await manager.goto(`${server.address}/ecouter/propositions/${proposal}`);
    await manager.getByRole('link', { name: 'Tout le fil' }).click();
    await expectTitleFocus(manager, 'Le fil');
    for (const name of [tried, told])
      await expect(knots.getByRole('link', { name }).first()).toBeVisible();
    await expect(knots.getByText('Moins coupés, mais la nuit attend.').first()).toBeVisible();
  });
});

async function indicatorOf(page: Page, experiment: string): Promise<string> {
  const { indicators } = JSON.parse(await dataOf(page, `/api/experiments/${experiment}`)) as {
    indicators: { indicator: { id: string } }[];
  };
  return indicators[0]?.indicator.id ?? '';
}
