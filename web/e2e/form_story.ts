// SPDX-License-Identifier: EUPL-1.2
// web/e2e/form_story.ts
//
// A questionnaire with every type of question, answered without a mouse: what is read aloud, what is to be looked at
// again, what leaves the device. Serves its own page: ETABLI_URL=none npx playwright test form_story runs it alone.

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { type FormServer, formServer } from './form_server.ts';
import { goTo, press, write } from './keyboard.ts';

let server: FormServer;
test.beforeAll(async () => {
  server = await formServer();
});
test.afterAll(() => server.stop());

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 2, name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const next = (page: Page) => press(page, button(page, 'Suivant'));
const told = (page: Page) =>
  page.evaluate(() => (window as unknown as { told: { given?: object; done?: object } }).told);

/** Goes to the first radio of a group, then down that many times. */
async function choose(page: Page, group: string, downs: number): Promise<void> {
  await goTo(page, page.getByRole('radiogroup', { name: group }).getByRole('radio').first());
  if (downs === 0) await page.keyboard.press('Space');
  for (let down = 0; down < downs; down += 1) await page.keyboard.press('ArrowDown');
}

async function tick(page: Page, name: string): Promise<void> {
  await goTo(page, page.getByRole('checkbox', { name }));
  await page.keyboard.press('Space');
}

/** As the story looks at what somebody sees; never in the ordinary run. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.ETABLI_PICTURES;
  if (folder === undefined) return;
  const width_px = page.viewportSize()?.width;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const path = `${folder}/${name}-${width_px}-${colorScheme}.png`;
    await page.screenshot({ path, fullPage: true });
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await page.screenshot({ path: `${folder}/${name}-${width_px}-forced.png`, fullPage: true });
  await page.emulateMedia({ forcedColors: 'none' });
}

/** In light and dark; 44 px under a thumb. */
async function expectForEverybody(page: Page, name: string): Promise<void> {
  await look(page, name);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  const low = await page
    .locator('form :is(.choice, button, .input, a)')
    .evaluateAll((all) =>
      all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML),
    );
  expect(low).toEqual([]);
}

const first = 'Partie 1 sur 3 : Le moment pour en parler';

test('every type of question is answered by keyboard alone', async ({ page }) => {
  test.slow();
  await page.goto(server.address);
  await expect(heading(page, first)).toBeVisible();
  await choose(page, 'Y a-t-il un moment où l’équipe parle', 0);
  await write(page, 'Combien de temps dure-t-il', '12,5');
  await tick(page, 'Dans le couloir');
  await tick(page, 'En salle de pause');
  await expectForEverybody(page, 'moment');
  await next(page);

  await expect(heading(page, 'Partie 2 sur 3 : Dans l’équipe')).toBeFocused();
  await choose(page, 'Quand une tâche déborde', 3);
  await choose(page, 'Je règle seul·e', 1);
  await choose(page, 'De 0 (jamais) à 10 (toujours)', 7);
  await choose(page, 'Travaillez-vous de nuit', 0);
  await expect(heading(page, 'Partie 2 sur 4 : Dans l’équipe')).toBeVisible();
  await expectForEverybody(page, 'equipe');
  await next(page);

  await expect(heading(page, 'Partie 3 sur 4 : La nuit')).toBeFocused();
  await write(page, 'Jour', '1');
  await write(page, 'Mois', '9');
  await write(page, 'Année', '2024');
  await goTo(page, page.getByRole('combobox', { name: 'Quelle note donnez-vous' }));
  await page.keyboard.type('14');
  await expectForEverybody(page, 'nuit');
  await next(page);

  await expect(heading(page, 'Partie 4 sur 4 : Avec vos mots')).toBeFocused();
  await write(page, 'Qu’est-ce qui pourrait se faire autrement', 'Une ligne pour les familles 🙂.');
  await expect(page.getByText('Encore 90 signes')).toBeVisible();
  await expectForEverybody(page, 'mots');
  await next(page);

  await expect(heading(page, 'Vos réponses')).toBeFocused();
  await expect(page.getByRole('main')).toContainText('12,5 minutes');
  await expect(page.getByRole('main')).toContainText('1er septembre 2024');
  await expectForEverybody(page, 'relire');
  await press(page, button(page, 'Envoyer mes réponses'));
  expect((await told(page)).done).toEqual({
    discussion: 'oui',
    minutes: 12.5,
    lieux: ['salle', 'couloir'],
    aide: '4',
    seul: '2',
    note: '7',
    nuit: 'oui',
    depuis: '2024-09-01',
    repos: '14',
    changer: 'Une ligne pour les familles 🙂.',
  });
});

test('what is no answer is said, and leads to its question', async ({ page }) => {
  await page.goto(server.address);
  await next(page);
  const summary = page.getByRole('group', { name: 'Une réponse à revoir' });
  await expect(summary).toBeFocused();
  const group = page.getByRole('radiogroup', { name: 'Y a-t-il un moment' });
  await expect(group).toHaveAttribute('aria-invalid', 'true');
  await expect(group).toHaveAccessibleDescription(/^À revoir\. Une réponse est nécessaire ici\. /);
  await press(page, summary.getByRole('link'));
  await expect(group.getByRole('radio', { name: 'Oui, c’est prévu' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(summary).toHaveCount(0);

  await write(page, 'Combien de temps dure-t-il', '700');
  await tick(page, 'En salle de pause');
  await tick(page, 'Au poste de soins');
  await tick(page, 'Dans le couloir');
  await next(page);
  await expect(page.getByRole('group', { name: '2 réponses à revoir' })).toBeFocused();
  const minutes = page.getByRole('textbox', { name: 'Combien de temps dure-t-il' });
  await expect(minutes).toHaveAttribute('aria-invalid', 'true');
  await expect(minutes).toHaveAccessibleDescription(
    'À revoir. Le plus grand nombre possible est 600. De 0 à 600 minutes',
  );
  await expect(page.getByRole('group', { name: 'Où en parle-t-on' })).toHaveAccessibleDescription(
    /Gardez-en 2 au plus/,
  );
  await expectForEverybody(page, 'a_revoir');

  // What stands alone takes the others away; nothing is sent of what is empty.
  await tick(page, 'Nulle part');
  await expect(page.getByRole('checkbox', { name: 'En salle de pause' })).not.toBeChecked();
  await minutes.fill('');
  await next(page);
  await expect(heading(page, 'Partie 2 sur 3 : Dans l’équipe')).toBeFocused();
  await choose(page, 'Travaillez-vous de nuit', 0);
  await next(page);
  await write(page, 'Jour', '30');
  await write(page, 'Mois', '2');
  await next(page);
  await expect(page.getByRole('group', { name: 'Depuis quel jour' })).toHaveAccessibleDescription(
    /Il faut le jour, le mois, et l’année/,
  );
  await write(page, 'Année', '2026');
  await expect(page.getByRole('group', { name: 'Depuis quel jour' })).toHaveAccessibleDescription(
    /Cette date n’existe pas/,
  );
  // Going back loses nothing; the review says what is left to look at.
  await press(page, button(page, 'Précédent'));
  await expect(heading(page, 'Partie 2 sur 4 : Dans l’équipe')).toBeFocused();
  expect((await told(page)).given).toMatchObject({ depuis: '2026-02-30' });
});

test('an answer can be taken back, and what it showed is not sent', async ({ page }) => {
  await page.goto(server.address);
  await choose(page, 'Y a-t-il un moment', 1);
  await write(page, 'Combien de temps dure-t-il', '20');
  await next(page);
  await choose(page, 'Travaillez-vous de nuit', 1);
  await press(page, button(page, 'Effacer ma réponse : Travaillez-vous de nuit ?'));
  await expect(page.getByRole('radio', { name: 'Oui' })).toBeFocused();
  await expect(page.getByRole('radio', { name: 'Non', exact: true })).not.toBeChecked();
  await next(page);
  await next(page);

  await press(
    page,
    button(
      page,
      'Changer : Y a-t-il un moment où l’équipe parle de la façon de faire le travail ?',
    ),
  );
  await expect(page.getByRole('radio', { name: 'Parfois, quand on peut' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await press(page, button(page, 'Revenir à vos réponses'));
  await expect(heading(page, 'Vos réponses')).toBeFocused();
  await expect(page.getByText('Combien de temps')).toHaveCount(0);
  await press(page, button(page, 'Envoyer mes réponses'));
  expect(await told(page)).toEqual({
    given: { discussion: 'non', minutes: 20 },
    done: { discussion: 'non' },
  });
});

test('what a change opens is asked before anything is sent', async ({ page }) => {
  await page.goto(server.address);
  await choose(page, 'Y a-t-il un moment', 2);
  for (let section = 1; section <= 3; section += 1) await next(page);
  await press(page, button(page, 'Changer : Travaillez-vous de nuit ?'));
  await page.keyboard.press('Space');
  await press(page, button(page, 'Revenir à vos réponses'));
  await expect(heading(page, 'Vos réponses')).toBeFocused();
  await press(page, button(page, 'Envoyer mes réponses'));
  const summary = page.getByRole('group', { name: 'Une réponse à revoir' });
  await expect(summary).toBeFocused();
  expect((await told(page)).done).toBeUndefined();
  await look(page, 'relire_a_revoir');
  await press(page, summary.getByRole('link'));
  const rest = page.getByRole('combobox', { name: 'Quelle note donnez-vous' });
  await expect(rest).toBeFocused();
  await page.keyboard.type('9');
  await press(page, button(page, 'Revenir à vos réponses'));
  await press(page, button(page, 'Envoyer mes réponses'));
  expect((await told(page)).done).toEqual({ discussion: 'non', nuit: 'oui', repos: '9' });
});

test('is read aloud with its names', async ({ page }) => {
  await page.goto(`${server.address}?en`);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - 'heading "Part 1 of 3 : The time to talk" [level=2]'
      - paragraph: Think of the last four weeks, in the team you are mostly in.
      - paragraph: You may skip any question, except where an answer is needed.
      - radiogroup "Is there a time when the team talks about how the work is done? answer needed":
        - paragraph: A handover that is only about patients is not one.
        - radio "Yes, it is planned"
        - radio "Sometimes, when we can"
        - radio "No"
      - group "Where is it mostly talked about?":
        - paragraph: At most 2 answers.
        - checkbox "In the break room"
        - checkbox "At the nursing station"
        - checkbox "In the corridor"
        - checkbox "Nowhere Ticked without the others."
      - button "Next"
  `);
});
