// SPDX-License-Identifier: EUPL-1.2
// web/e2e/keyboard_story.ts
//
// Without a mouse: somebody comes in, prepares a discussion, somebody else answers a proposal. At every stop the
// focus is somewhere, and can be seen; it is never lost when a form goes away.

import { expect, type Page, test } from '@playwright/test';
import { expectTitleFocus } from './accessible.ts';
import { ownDemonstration } from './fresh_server.ts';
import { goTo, press, stop, write } from './keyboard.ts';

const server = ownDemonstration();

async function comeInAs(page: Page, who: RegExp): Promise<void> {
  await page.goto(`${server.address}/entrer`);
  await press(page, page.getByRole('button', { name: who }));
  await expectTitleFocus(page, 'Ce qui est attendu');
}

const subject = 'Le matin, quand il manque quelqu’un';

test('a discussion is prepared by keyboard alone', async ({ page }) => {
  await comeInAs(page, /^Cadre de santé/);
  await press(page, page.getByRole('link', { name: 'Écouter', exact: true }));
  await expectTitleFocus(page, 'Écouter');
  await press(page, page.getByRole('link', { name: 'Préparer une discussion' }));
  await expectTitleFocus(page, 'Préparer une discussion');

  // Sent too early: the focus goes to what is missing.
  await press(page, page.getByRole('button', { name: 'Garder cette préparation' }));
  await expect(page.getByRole('textbox', { name: 'Le sujet' })).toBeFocused();

  await write(page, 'Le sujet', subject);
  await goTo(page, page.getByLabel('L’équipe ou le service'));
  await page.keyboard.press('ArrowDown');
  const occasion = page.getByRole('radio', { name: /Regarder en arrière/ });
  await goTo(page, occasion);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /Regarder devant/ })).toBeChecked();
  await write(page, 'Qui anime, comme on le dira', 'une cadre d’une autre unité');
  await write(page, 'Ce qui reste ouvert', 'qui prévient les familles');
  await write(page, 'Qui décide', 'l’équipe');
  await press(page, page.getByRole('button', { name: 'Garder cette préparation' }));
  await expectTitleFocus(page, subject);
});

test('a proposal is answered by keyboard alone', async ({ page }) => {
  await comeInAs(page, /^Directrice/);
  await press(
    page,
    page
      .getByRole('main')
      .getByRole('link', { name: /^Répondre/ })
      .first(),
  );
  await expectTitleFocus(page, /Que le logiciel de soins/);
  const first = page.getByRole('radio', { name: /Acceptée/ });
  await goTo(page, first);
  for (let down = 0; down < 3; down += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /Refusée/ })).toBeChecked();
  await write(page, 'La raison', 'L’éditeur a dit non ; je reviens le dire en équipe.');
  await press(page, page.getByRole('button', { name: 'Répondre', exact: true }));
  await expect(page.locator('.history')).toContainText('L’éditeur a dit non');
  // The form is gone: the focus is on the page still, not at its very beginning.
  await expect(page.getByRole('button', { name: 'Répondre', exact: true })).toHaveCount(0);
  await expect.poll(async () => (await stop(page)).where).toMatch(/^<section class="sheet/);
});
