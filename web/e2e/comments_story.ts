// SPDX-License-Identifier: EUPL-1.2
// web/e2e/comments_story.ts
//
// What people wrote, read by one college beside another: a name is hidden by the keyboard, one comment is left out, and all is released.
// The API is played by the story, which refuses what nobody wrote as the server does.

import { expect, type Page, test } from '@playwright/test';
import type { components } from '../app/api/schema.ts';
import { hiddenIn, shownOf, wordsOf } from '../app/features/campaigns/masking.ts';
import { expectAccessible } from './accessible.ts';
import { id } from './campaign_example.ts';
import { played, playCampaigns } from './played_campaigns.ts';

type Comment = components['schemas']['CommentToRead'];
type Said = components['schemas']['CommentSaid'];

const written = [
  'Le matin, on est deux pour neuf toilettes.',
  'Mme Vasselin règle les plannings seule, et ça se voit.',
  'Rien à dire, ça va.',
];
const text = { fr: 'Qu’est-ce qui aiderait ?', en: 'What would help?' };

interface Reading {
  comments: Comment[];
  released: boolean;
}

function reading(): Reading {
  return {
    released: false,
    comments: written.map((words, index) => ({
      number: index + 1,
      item: 'words',
      written: words,
      shown: words,
      direction: false,
      staff_representatives: true,
    })),
  };
}

/** The other college says yes to whatever this one shows. */
async function playComments(page: Page, kept: Reading): Promise<void> {
  const path = `/api/campaigns/${id}/comments`;
  const data = () => ({ questions: [{ item: 'words', text }], comments: kept.comments });
  await page.route(`**${path}`, (route) =>
    route.fulfill({ json: { data: data(), abilities: [] } }),
  );
  await page.route(`**${path}/*`, (route) => {
    const last = route.request().url().split('/').at(-1);
    const said = route.request().postDataJSON() as Said;
    if (last === 'release') {
      kept.released = true;
      kept.comments = [];
    } else {
      const comment = kept.comments[Number(last) - 1];
      if (comment === undefined || said.before !== comment.shown) return route.abort();
      const again = shownOf(wordsOf(comment.written), hiddenIn(comment.written, said.shown));
      expect(said.shown === '' || again === said.shown).toBe(true);
      comment.shown = said.shown;
      comment.direction = true;
    }
    return route.fulfill({ json: { data: data(), abilities: [] } });
  });
}

test('a name is hidden, a comment left out, and all is released at once', async ({ page }) => {
  const kept = reading();
  await playCampaigns(page, played({ stage: 'published' }, ['hold:direction']));
  await playComments(page, kept);
  await page.goto(`/ecouter/campagnes/${id}`);
  await expect(page.getByRole('heading', { name: 'Commentaire 1 sur 3' })).toBeVisible();
  const release = page.getByRole('button', { name: 'Publier les commentaires' });
  await expect(release).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'D’accord pour le montrer ainsi' }).click();

  await expect(page.getByRole('heading', { name: 'Commentaire 2 sur 3' })).toBeVisible();
  for (const name of ['Mme', 'Vasselin']) {
    const word = page.getByRole('button', { name, exact: true });
    if (name === 'Vasselin') await expect(word).toHaveClass(/word-named/);
    await word.focus();
    await page.keyboard.press('Space');
    await expect(word).toHaveAttribute('aria-pressed', 'true');
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: 'D’accord pour le montrer ainsi' }).click();
  expect(kept.comments[1]?.shown).toBe('[…] règle les plannings seule, et ça se voit.');

  await expect(page.getByRole('heading', { name: 'Commentaire 3 sur 3' })).toBeVisible();
  await page.getByRole('button', { name: 'Plutôt le laisser de côté' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'D’accord pour le laisser de côté' }).click();
  await expect(release).toBeEnabled();
  expect(kept.comments[2]?.shown).toBe('');
  await release.click();
  await expect.poll(() => kept.released).toBe(true);
  await expect(page.getByRole('heading', { name: 'Lire ensemble ce qui a été écrit' })).toHaveCount(
    0,
  );
});

test('everybody reads what was released, and how much was left out', async ({ page }) => {
  await playCampaigns(page, played({ stage: 'published' }, []));
  await page.route(`**/api/campaigns/${id}/results/comments`, (route) =>
    route.fulfill({
      json: {
        data: {
          questions: [
            { item: 'words', text, state: 'released', written: 30, comments: written.slice(0, 1) },
            { item: 'more', text, state: 'withheld', written: null, comments: [] },
            { item: 'last', text, state: 'reading', written: null, comments: [] },
          ],
        },
        abilities: [],
      },
    }),
  );
  await page.goto(`/comprendre/resultats/${id}`);
  await expect(page.getByText('30 commentaires ont été écrits. 29 ont été laissés')).toBeVisible();
  await expect(page.getByText('Le matin, on est deux pour neuf toilettes.')).toBeVisible();
  await expect(page.getByText('moins de 25')).toBeVisible();
  await expect(page.getByText('Les deux collèges les lisent ensemble')).toBeVisible();
  await expectAccessible(page);
});
