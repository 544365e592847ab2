// SPDX-License-Identifier: EUPL-1.2
// web/e2e/public_story.ts
//
// The page anybody may read, without an account: contradictions are said, nothing is chosen or ordered by value.

import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { playApi } from './played_api.ts';

const references = new URL('../../packs/references/', import.meta.url);

async function playPublicPage(page: Page): Promise<void> {
  await playApi(page, { isSignedIn: false });
  await page.route('**/api/references/*', async (route) => {
    const id = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const content: unknown = JSON.parse(readFileSync(new URL(`${id}.json`, references), 'utf8'));
    await route.fulfill({ json: { data: { id, content }, abilities: [] } });
  });
  await page.route('**/api/public', (route) =>
    route.fulfill({
      json: {
        data: {
          findings: [
            {
              key: 'q5',
              fault: 'contradicts_base',
              other_key: 'q6_direction_engaged',
              implied: 97.4,
            },
          ],
          released: [],
        },
        abilities: [],
      },
    }),
  );
}

test('the public page shows contradictions side by side and chooses none', async ({ page }) => {
  await playPublicPage(page);
  await page.goto('/public');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Ce que tout le monde peut lire',
  );
  await expect(page.getByText('ambigu : aucune valeur retenue').first()).toBeVisible();
  await expect(page.getByText(/la base de Q6 suppose 97,4 %/)).toBeVisible();
  await expect(page.getByText('« 79 établissements (une majorité')).toBeVisible();
  await expect(page.getByText(/17 projets au sein de 13 régions/)).toBeVisible();
  await expect(page.getByText(/dont 3 régions qui accompagnent 2 clusters/)).toBeVisible();
  await expect(page.getByText('Rien n’a encore été ouvert à tous')).toBeVisible();
  await expect(page.getByRole('button', { name: /trier|ordonner/i })).toHaveCount(0);
  await expectAccessible(page);
});
