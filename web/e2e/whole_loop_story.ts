// SPDX-License-Identifier: EUPL-1.2
// web/e2e/whole_loop_story.ts
//
// One sentence about work, all the way round: said on a phone, shown on the wall, asked of direction, tried, judged by
// those who do the work, written down with its context, and walked back to the sentence. Direction, a staff
// representative, the screen of the room and the phones are there at once.

import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { inDays } from './days.ts';
import { dataOf, enterByKey, scanPoster } from './demonstration.ts';

test.skip(!process.env.ETABLI_URL, 'wants a running server with its demonstration');
test.setTimeout(400_000);

const others = [
  'On se croise à trois devant la même porte.',
  'Le chariot part avec la clé dans une poche.',
  'La nuit, je n’ai que le carnet pour savoir.',
  'Les sonnettes partent pendant qu’on se parle.',
];

interface Loop {
  sentence: string;
  asked: string;
  tried: string;
  told: string;
  direction: Page;
  representative: Page;
  wall: Page;
  phone: Page;
  spacePath: string;
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

async function goToStep(wall: Page, step: number): Promise<void> {
  await wall.getByLabel('Aller à une étape').selectOption(String(step));
  await expect(wall.locator('.step b')).toHaveText(String(step));
}

async function prepareAndOpen({ wall, direction }: Loop, subject: string): Promise<string> {
  await wall.goto('/ecouter');
  await wall.getByRole('link', { name: 'Préparer une discussion' }).click();
  await expectTitleFocus(wall, 'Préparer une discussion');
  await wall.getByLabel('Le sujet').fill(subject);
  await wall.getByLabel('L’équipe ou le service').selectOption({ index: 1 });
  await wall.getByLabel('Qui anime, comme on le dira').fill('une cadre d’une autre unité');
  await wall.getByLabel('Ce qui reste ouvert').fill('où se tient la relève');
  await wall.getByRole('textbox', { name: 'Qui décide' }).fill('l’équipe, puis la direction');
  await wall.getByRole('button', { name: 'Garder cette préparation' }).click();
  await expectTitleFocus(wall, subject);
  await expectAccessible(wall);
  await direction.goto(pathOf(wall));
  await expect(direction.getByText('Cette discussion se prépare.')).toBeVisible();
  await expect(direction.getByRole('button', { name: 'Ouvrir la discussion' })).toHaveCount(0);
  await wall.getByRole('button', { name: 'Ouvrir la discussion' }).click();
  await expect(wall.locator('.code')).toHaveText(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
  return (await wall.locator('.code').textContent())?.replace('-', '') ?? '';
}

async function give(phone: Page, words: string): Promise<void> {
  await phone.getByRole('button', { name: 'Entrer, sans compte et sans nom' }).click();
  await phone.getByLabel('Racontez une fois précise').fill(words);
  await phone.getByRole('button', { name: 'Donner au groupe' }).click();
  await expect(phone.getByText('Vos mots, pas encore montrés')).toBeVisible();
}

/** Sorts everything; the sentence alone goes to « nous demandons », whenever it comes. */
async function sortAll(wall: Page, sentence: string): Promise<void> {
  const sorted = wall.locator('.column .card');
  for (let done = 0; done <= others.length; done += 1) {
    await expect(sorted).toHaveCount(done);
    const now = wall.locator('.card.now');
    await expect(now).toBeVisible();
    const isOurs = (await now.innerText()).includes(sentence);
    await wall.locator('body').press(isOurs ? '2' : '3');
  }
  await expect(wall.getByText('Tout est trié.')).toBeVisible();
  await expect(wall.locator('.column').nth(1)).toContainText(sentence);
}

/** The session, from silence to the day of return. */
async function holdSession(browser: Browser, loop: Loop, subject: string): Promise<void> {
  const { wall, direction, sentence } = loop;
  const code = await prepareAndOpen(loop, subject);
  loop.spacePath = pathOf(wall);
  await wall.getByRole('link', { name: 'Projeter dans la salle' }).click();
  await goToStep(wall, 2);
  await expect(wall.getByText('Ce qu’on ne peut pas promettre')).toBeVisible();
  await expectAccessible(wall);
  await goToStep(wall, 4);

  const phones = await Promise.all(
    [sentence, ...others].map(async (words) => {
      const phone = await scanPoster(browser, code);
      if (words === sentence) await expectAccessible(phone);
      await give(phone, words);
      return phone;
    }),
  );
  loop.phone = phones[0] as Page;
  await expectAccessible(loop.phone);
  // What is not released is read by nobody.
  expect(await dataOf(direction, `/api/spaces/${loop.spacePath.split('/').at(-1)}`)).not.toContain(
    sentence,
  );

  await goToStep(wall, 5);
  await expect(wall.getByRole('button', { name: /Mélanger et montrer/ })).toBeEnabled({
    timeout: 30_000,
  });
  await wall.getByRole('button', { name: /Mélanger et montrer/ }).click();
  await expect(wall.locator('.wall .card')).toHaveCount(5);
  await expectAccessible(wall);

  await goToStep(wall, 7);
  for (const phone of phones) {
    await expect(phone.getByText('Et chez moi ?')).toBeVisible({ timeout: 30_000 });
    await phone.getByRole('button', { name: 'Chez moi aussi', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Annuler ma dernière réponse' })).toBeVisible();
  }
  await expectAccessible(loop.phone);
  await wall.getByRole('button', { name: 'Montrer ce qui est partagé' }).click();

  await goToStep(wall, 8);
  await sortAll(wall, sentence);
  await expectAccessible(wall);

  await goToStep(wall, 9);
  await wall.getByLabel('Première version').fill('La relève du soir se tient dans le bruit.');
  await wall.getByRole('button', { name: 'Garder cette version' }).click();
  await expect(wall.getByRole('heading', { name: /Version relue/ })).toBeVisible();
  await expectAccessible(wall);

  await goToStep(wall, 10);
  const college = wall.getByLabel('Le collège qui répond');
  await college.selectOption({ label: 'Direction' });
  await expect(college.locator('option:checked')).toHaveText('Direction');
  await expectAccessible(wall);
  await wall.getByRole('button', { name: 'Fermer la discussion' }).click();
  await expect(wall.getByText('Ce qui en est sorti')).toBeVisible();
}

/** Both colleges read the same, then direction answers « essayer », with its reason and its day. */
async function answer({ direction, representative, ...loop }: Loop): Promise<void> {
  await direction.goto(loop.spacePath);
  await representative.goto(loop.spacePath);
  for (const page of [direction, representative])
    await expect(page.locator('.three')).toContainText(loop.sentence);
  const space = `/api/spaces/${loop.spacePath.split('/').at(-1)}`;
  expect(await dataOf(direction, space)).toBe(await dataOf(representative, space));

  const asked = { name: new RegExp(`réponse attendue.*${loop.asked}`) };
  await representative.getByRole('link', asked).click();
  await expectTitleFocus(representative, loop.sentence);
  await expect(representative.locator('.history')).toBeVisible();
  await expect(representative.getByRole('button', { name: 'Répondre' })).toHaveCount(0);
  await direction.getByRole('link', asked).click();
  await direction.getByRole('radio', { name: /Essayée/ }).check();
  await direction
    .getByRole('textbox', { name: 'La raison' })
    .fill('Un mois, dans la salle du fond, et on regarde ensemble.');
  await direction.getByLabel('Essai jusqu’au').fill(inDays(30));
  await expectAccessible(direction);
  await direction.getByRole('button', { name: 'Répondre', exact: true }).click();
  for (const page of [direction, representative])
    await expect(page.locator('.history')).toContainText('dans la salle du fond', {
      timeout: 30_000,
    });
  const proposal = `/api/proposals/${pathOf(direction).split('/').at(-1)}`;
  expect(await dataOf(direction, proposal)).toBe(await dataOf(representative, proposal));
}

async function beginExperiment({ direction, representative, tried }: Loop): Promise<string> {
  await direction.getByRole('link', { name: 'Commencer un essai' }).click();
  await expectTitleFocus(direction, 'Commencer un essai');
  await direction.getByLabel('Lieu').selectOption({ label: 'Soins de longue durée, SLD' });
  const written: readonly [string, string][] = [
    ['Comment l’appelez-vous ?', tried],
    ['Ce que nous pensons', 'Si la relève se tient au fond, on se comprend mieux.'],
    ['Enjeu du soin', 'Une information juste, la nuit.'],
    ['Enjeu du travail', 'Parler sans être coupés.'],
    ['Le périmètre', 'Une unité, la relève du soir, quatre semaines.'],
    ['Avec qui', 'L’équipe du soir et celle de la nuit.'],
    ['Le chemin du retour', 'On revient au poste de soins dès que l’équipe le demande.'],
    ['On verrait que cela marche si', 'On ne se rappelle plus après.'],
    ['On verrait que cela nuit si', 'Une sonnette reste sans réponse.'],
    ['Temps donné', 'Dix minutes par soir'],
  ];
  for (const [name, words] of written) await direction.getByRole('textbox', { name }).fill(words);
  await direction.getByLabel('Fin', { exact: true }).fill(inDays(30));
  await expectAccessible(direction);
  await direction.getByRole('button', { name: 'Commencer cet essai' }).click();
  await expectTitleFocus(direction, tried);
  await expectAccessible(direction);
  const path = pathOf(direction);
  await representative.goto(path);
  await expect(representative.getByRole('heading', { level: 1, name: tried })).toBeVisible();
  expect(await dataOf(direction, `/api/experiments/${path.split('/').at(-1)}`)).toBe(
    await dataOf(representative, `/api/experiments/${path.split('/').at(-1)}`),
  );
  // Direction does not conclude in the place of those who do the work.
  await expect(direction.getByRole('link', { name: 'Tenir le bilan' })).toHaveCount(0);
  return path;
}

async function concludeTogether({ wall, direction, ...loop }: Loop, path: string): Promise<void> {
  await wall.goto(path);
  await wall.getByRole('link', { name: 'Tenir le bilan' }).click();
  await expectTitleFocus(wall, 'Tenir le bilan partagé');
  await wall.getByLabel('Combien étiez-vous ?').fill('7');
  await wall.getByLabel('Ce que nous avons regardé').fill('dire et recevoir\ngarder les sonnettes');
  const social = wall.getByRole('group', { name: 'Le collectif' });
  await social.getByLabel('Avant').fill('Chacun de son côté.');
  await social.getByLabel('Depuis').fill('On se dit le reste.');
  await wall.getByRole('button', { name: 'Garder la séance' }).click();
  await expect(wall.getByText('Gardez d’abord la séance')).toHaveCount(0);
  await expectAccessible(wall);
  await wall.getByRole('radio', { name: /Adapter/ }).check();
  await wall.getByLabel('Les mots du groupe').fill('On garde la salle, on change l’heure.');
  await wall.getByLabel('Le désaccord, gardé').fill('La nuit aurait préféré le couloir.');
  await wall.getByRole('button', { name: 'Conclure ensemble' }).click();
  await expectTitleFocus(wall, loop.tried);
  await expectAccessible(wall);
  for (const page of [direction, loop.representative])
    await expect(page.locator('main')).toContainText('La nuit aurait préféré le couloir.', {
      timeout: 30_000,
    });
}

interface Template {
  sections: { type: string; required: boolean; title: { fr: string } }[];
  context: { required: boolean; title: { fr: string } }[];
}

const sheetTemplate = JSON.parse(
  readFileSync(new URL('../../packs/sheets/capitalisation.json', import.meta.url), 'utf8'),
) as Template;

async function writeSheet({ wall, direction, representative, told }: Loop): Promise<string> {
  await wall.getByRole('link', { name: 'En écrire la fiche' }).click();
  await expectTitleFocus(wall, 'Commencer une fiche');
  await wall.getByRole('radio', { name: /Fiche de capitalisation/ }).check();
  await wall.getByLabel('Titre').fill(told);
  await wall.getByLabel('Lieu').selectOption({ index: 1 });
  await expectAccessible(wall);
  await wall.getByRole('button', { name: 'Commencer à écrire' }).click();
  await expectTitleFocus(wall, told);
  const texts = sheetTemplate.sections.filter((each) => each.required && each.type === 'text');
  for (const { title } of texts)
    await wall.getByRole('textbox', { name: title.fr, exact: true }).fill(`${title.fr}, en bref.`);
  await wall.getByRole('radio', { name: /Adapter/ }).check();
  await wall.getByRole('button', { name: 'Garder cette version' }).click();

  // Without its context it does not leave its authors.
  await wall.getByRole('button', { name: 'Partager dans l’établissement' }).click();
  await expect(wall.getByRole('alert')).toContainText(/contexte|Il reste à écrire/);
  const path = pathOf(wall);
  expect((await representative.request.get(`/api/sheets/${path.split('/')[2]}`)).status()).toBe(
    404,
  );
  await wall.getByRole('link', { name: 'Écrire', exact: true }).click();
  for (const { title } of sheetTemplate.context.filter((each) => each.required))
    await wall.getByRole('textbox', { name: title.fr, exact: true }).fill('Comme chez nous.');
  await expectAccessible(wall);
  await wall.getByRole('button', { name: 'Garder cette version' }).click();
  await wall.getByRole('button', { name: 'Partager dans l’établissement' }).click();
  await expect(wall.getByRole('button', { name: 'Partager dans l’établissement' })).toHaveCount(0);
  await expectAccessible(wall);
  const sheet = `/api/sheets/${path.split('/')[2]}`;
  expect(await dataOf(direction, sheet)).toBe(await dataOf(representative, sheet));
  return path;
}

/** From the sheet, link after link, to the sentence it all began with. */
async function walkBack({ representative: page, ...loop }: Loop, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: loop.told })).toBeVisible();
  const aside = page.getByRole('complementary', { name: 'Autour de la fiche' });
  await aside.getByRole('link', { name: loop.tried }).first().click();
  await expectTitleFocus(page, loop.tried);
  await page.getByRole('link', { name: 'Tout le fil' }).click();
  await expectTitleFocus(page, 'Le fil');
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: loop.sentence }).click();
  await expectTitleFocus(page, loop.sentence);
  await page.getByRole('link', { name: 'Tout le fil' }).click();
  await expectTitleFocus(page, 'Le fil');
  // The words stay among those who were there; their day stands, and the way on from it.
  const said = page.getByRole('listitem').filter({ hasText: /phrase, dite/ });
  await expect(said).toContainText('Lue par celles et ceux qui y étaient');
  await said.getByRole('link', { name: 'Suivre le fil d’ici' }).click();
  await expect(page).toHaveURL(/\/fil\/contribution\//);
  await expect(page.getByRole('listitem').filter({ hasText: /idée/ })).toContainText(loop.sentence);
  await expect(page.getByRole('link', { name: loop.told })).toBeVisible();
  await expectAccessible(page);
}

test('one sentence, all the way round', async ({ browser }, info) => {
  test.skip(info.project.name !== 'desktop', 'one establishment is enough');
  const mark = `${Date.now() % 100_000}`;
  const sentence = `À la relève du soir ${mark}, on se parle dans le bruit.`;
  const direction = await enterByKey(browser, 'directrice');
  const representative = await enterByKey(browser, 'rep-1');
  const wall = await enterByKey(browser, 'cadre-sld');
  const loop = {
    sentence,
    asked: mark,
    tried: `La relève au fond ${mark}`,
    told: `Ce que la relève ${mark} nous a appris`,
    direction,
    representative,
    wall,
  } as Loop;

  await test.step('said, shown, sorted', () => holdSession(browser, loop, `La relève ${mark}`));
  const kept = await loop.phone
    .getByRole('link', { name: 'Ce que cela devient' })
    .getAttribute('href');
  await test.step('answered', () => answer(loop));
  const experiment = await test.step('tried', () => beginExperiment(loop));
  await test.step('judged together', () => concludeTogether(loop, experiment));
  const sheet = await test.step('written down', () => writeSheet(loop));
  await test.step('walked back', () => walkBack(loop, sheet));

  // The code kept on the phone is the one of the wall, and says what became of it.
  await test.step('told to whoever said it', async () => {
    const board = await dataOf(wall, `/api/spaces/${loop.spacePath.split('/').at(-1)}/board`);
    expect(new URL((JSON.parse(board) as { follow_url: string }).follow_url).pathname).toBe(kept);
    await loop.phone.goto(kept ?? '');
    await expect(loop.phone.getByRole('heading', { name: 'Ce que c’est devenu' })).toBeVisible();
    await expect(loop.phone.getByText(sentence)).toBeVisible();
    await expect(loop.phone.getByText('À l’essai')).toBeVisible();
    await expect(loop.phone.getByText('dans la salle du fond')).toBeVisible();
    await expectAccessible(loop.phone);
    expect(await loop.phone.context().cookies()).toEqual([]);
  });
});
