// SPDX-License-Identifier: EUPL-1.2
// web/e2e/cluster_story.ts
//
// A cluster between two sessions: whoever facilitates plans the next one and reads the homes in the directory's order;
// a home says where its work stands and what blocks, makes a link, and somebody without account writes three lines on
// a phone; everybody takes the day to their diary.

import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectTitleFocus } from './accessible.ts';
import { inDays } from './days.ts';
import { enterByKey } from './demonstration.ts';
import { ownDemonstration } from './fresh_server.ts';

const server = ownDemonstration();

const told = [
  'La relève gardée tient depuis six semaines.',
  'Le carnet de la nuit, on l’a rangé : personne ne l’ouvrait.',
  'Qui remplace celle qui vient aux séances ?',
];
const blocks = 'Aucun temps remplacé n’est inscrit pour l’an prochain.';
const why_given_up = 'Plus personne pour l’écrire : nous le disons.';
const home = 'Centre hospitalier de Corbrioux';

/** The homes as the directory lists them, by the file the demonstration is made of. */
function homesOfDirectory(): string[] {
  const file = new URL('../../packs/demo/verance/places.json', import.meta.url);
  const { items } = JSON.parse(readFileSync(file, 'utf8')) as {
    items: { kind: string; name: string }[];
  };
  return items.filter(({ kind }) => kind === 'establishment').map(({ name }) => name);
}

const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

async function openCluster(page: Page): Promise<void> {
  await page.goto('/partager/clusters');
  await page.getByRole('link', { name: 'Ouvrir', exact: true }).click();
  await expectTitleFocus(page, 'Pays de la Vérance');
}

/** The facilitator's own view: nothing ordered but by the directory, no date yet, then one. */
async function planSession(page: Page): Promise<void> {
  await openCluster(page);
  const heads = page.getByRole('table').getByRole('rowheader');
  await expect(heads).toHaveText(homesOfDirectory());
  await expect(page.getByRole('table').getByRole('button')).toHaveCount(0);
  await expect(page.getByText('Pas encore de date.')).toBeVisible();
  await page.getByText('Prévoir une séance').click();
  await page.getByLabel('De quoi parle-t-on').fill('Ce qui reste quand l’appui s’en va');
  await page.getByLabel('Le', { exact: true }).fill(inDays(12));
  await page.getByLabel(/^De \(/).fill('10:00');
  await page.getByLabel(/^À \(/).fill('16:00');
  await page.getByLabel(/^Où \(/).fill('Maison Anselme, la salle à manger');
  await page.getByLabel('À préparer').fill('trois lignes de nouvelles\nce qui n’a pas marché');
  await page.getByRole('button', { name: 'Prévoir', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Prochaine séance, le/ })).toBeVisible();
  const prepared = page.getByRole('listitem').filter({ hasText: 'ce qui n’a pas marché' });
  await expect(prepared).toBeVisible();
  await expectAccessible(page);
}

async function takeToDiary(page: Page): Promise<void> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Mettre à l’agenda (.ics)' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/\.ics$/);
  const text = readFileSync(await file.path(), 'utf8').replaceAll('\r\n ', '');
  expect(text).toContain('BEGIN:VEVENT');
  expect(text).toContain('SUMMARY:');
  expect(text).toContain('Ce qui reste quand l’appui s’en va');
  expect(text).toContain(`DTSTART;TZID=Europe/Paris:${inDays(12).replaceAll('-', '')}T100000`);
}

/** What a home says of itself, and the link that lets others say the news. */
async function sayForHome(page: Page): Promise<string> {
  await openCluster(page);
  await page.getByText(`Écrire pour ${home}`).click();
  await page.getByLabel('En ce moment').fill(blocks);
  const blocked = page.getByRole('region', { name: 'Ce qui bloque' });
  await blocked.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(rowOf(page, home)).toContainText(blocks);

  const work = page.getByRole('region', { name: 'Chez elle' });
  await work.getByLabel('Quoi', { exact: true }).fill('Raconter la relève à la clinique');
  await work.getByRole('button', { name: 'Ajouter un travail' }).click();
  await expect(rowOf(page, home)).toContainText('Raconter la relève à la clinique');
  const added = work.getByRole('group').filter({ hasText: 'Raconter la relève à la clinique' });
  await added.getByText('Raconter la relève à la clinique').click();
  await added.getByLabel('Où cela en est').selectOption({ label: 'abandonné' });
  await added.getByLabel('En quelques mots').fill(why_given_up);
  await added.getByRole('button', { name: 'Enregistrer' }).click();
  // Given up is an answer: it stands with what is done, and its reason with it.
  await rowOf(page, home).getByText('Ce qui est fait ou abandonné').click();
  await expect(rowOf(page, home)).toContainText(why_given_up);

  await page.getByRole('button', { name: 'Faire un lien' }).click();
  const link = await page.getByLabel(/À copier maintenant/).inputValue();
  await expectAccessible(page);
  return link;
}

async function tellNews(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    baseURL: server.address,
  });
  const phone = await context.newPage();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(`Nouvelles\u00a0: ${home}`);
  await expect(phone.getByText('jamais par une personne')).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Envoyer ces lignes' })).toBeDisabled();
  await expectAccessible(phone);
  for (const [index, line] of told.entries())
    await phone.getByLabel(`Ligne ${index + 1}`).fill(line);
  await phone.getByRole('button', { name: 'Envoyer ces lignes' }).click();
  await expect(phone.getByText('C’est envoyé.')).toBeVisible();
  await expect(phone.locator('section li')).toHaveText(told);
  expect(await context.cookies()).toEqual([]);
  return phone;
}

test('a home between two sessions: its work, what blocks, three lines from a phone', async ({
  browser,
}, info) => {
  const { viewport } = info.project.use;
  const own = { viewport: viewport ?? undefined, baseURL: server.address };
  const facilitator = await enterByKey(browser, 'aract', own);
  const direction = await enterByKey(browser, 'directrice', own);
  const representative = await enterByKey(browser, 'rep-1', own);

  await test.step('the next session', () => planSession(facilitator));
  const link = await test.step('what a home says', () => sayForHome(representative));
  await openCluster(direction);
  const phone = await test.step('three lines, without account', () => tellNews(browser, link));

  // Read by all, without loading again; signed by the place alone.
  for (const page of [facilitator, direction, representative]) {
    for (const words of [...told, blocks])
      await expect(rowOf(page, home)).toContainText(words, { timeout: 30_000 });
    await expect(page.getByRole('table').getByRole('rowheader')).toHaveText(homesOfDirectory());
  }
  await test.step('the diary', () => takeToDiary(direction));

  // A link that is cut serves nobody any more; what it brought stays.
  await representative.getByRole('button', { name: 'Couper le lien' }).click();
  await expect(representative.getByRole('button', { name: 'Faire un lien' })).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('Ce lien ne sert plus.', { exact: false })).toBeVisible();
  await representative.reload();
  await expect(rowOf(representative, home)).toContainText(told[0] ?? '');
});
