// SPDX-License-Identifier: EUPL-1.2
// web/e2e/every_screen_story.ts
//
// Every route of app/routes.ts, with objects of the demonstration, as direction: no error told to the console, axe
// clean, one title that takes the focus, nothing sideways at 320 px, no key and no code among the words, French alone.
// A route added to the list is looked at from that day; if it has a parameter, objects below says which objects.

import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

test.skip(!process.env.ETABLI_URL, 'wants a running server with its demonstration');
test.describe.configure({ mode: 'parallel' });
test.setTimeout(120_000);

const app = new URL('../app/', import.meta.url);
const read = (path: string, from = app) => readFileSync(new URL(path, from), 'utf8');

/** The paths of the list, read as text: screens carry styles that Node does not read. */
function routePaths(): string[] {
  const features = [...read('routes.ts').matchAll(/from '(\.\/features\/[^']+)'/g)];
  return features
    .map((found) => found[1] ?? '')
    .filter((feature) => !feature.includes('/gallery/')) // in development only
    .flatMap((feature) => [...read(feature).matchAll(/path: '([^']+)'/g)])
    .map((found) => found[1] ?? '');
}

interface Item {
  id: string;
  state?: string;
  stage?: string;
  shipped?: boolean;
  fixed?: number | null;
}
type Items = (path: string) => Promise<Item[]>;

/** The first of each state: a discussion that is prepared does not show what one that is closed shows. */
function oneOfEachState(items: readonly Item[]): string[] {
  return [...new Map([...items].reverse().map((item) => [item.state, item.id])).values()];
}

const all = (path: string) => async (items: Items) => oneOfEachState(await items(path));
const spaces = all('/api/spaces');
const ownInstruments = async (items: Items) =>
  (await items('/api/instruments')).filter(({ shipped }) => shipped === false);
const campaigns = (items: Items) => items('/api/campaigns');
const published = async (items: Items) =>
  (await campaigns(items)).filter(({ stage }) => stage === 'published').map(({ id }) => id);
const establishment = async (items: Items) => [(await establishments(items))[0] ?? ''];
const establishments = async (items: Items) =>
  (await items('mandates')).map((mandate) => mandate.id);

/** Ids for the parameter of a route. */
const objects: Record<string, (items: Items) => Promise<string[]>> = {
  '/administration/$place_id': establishment,
  '/etablissements/$place_id/personnes': establishment,
  '/etablissements/$place_id/lieux': establishment,
  '/journal/$chain': establishment,
  '/ecouter/discussions/$space_id': spaces,
  '/ecouter/discussions/$space_id/preparer': spaces,
  '/ecouter/discussions/$space_id/ecran': spaces,
  '/ecouter/discussions/$space_id/papier': spaces,
  '/ecouter/discussions/$space_id/imprimer': spaces,
  '/ecouter/propositions/$proposal_id': all('/api/proposals'),
  '/essayer/$id': all('/api/experiments'),
  '/essayer/$id/bilan': all('/api/experiments'),
  '/essayer/$id/reprendre': all('/api/experiments'),
  '/essayer/$id/page': all('/api/experiments'),
  '/essayer/$id/affiche': all('/api/experiments'),
  '/essayer/champs/$programme': all('/api/programmes'),
  '/essayer/$id/seance': all('/api/experiments'),
  '/essayer/$id/seance/papier': all('/api/experiments'),
  '/ecouter/questionnaires/livres/$pack': async () => ['etabli-noyau-25'],
  '/ecouter/questionnaires/$id': async (items) => (await ownInstruments(items)).map(({ id }) => id),
  '/ecouter/questionnaires/$id/versions/$number': async (items) =>
    (await ownInstruments(items)).filter(({ fixed }) => fixed != null).map(({ id }) => id),
  '/ecouter/campagnes/$id': async (items) => (await campaigns(items)).map(({ id }) => id),
  '/comprendre/resultats/$id': published,
  '/comprendre/resultats/$id/restitution': published,
  '/partager/$id': all('/api/sheets'),
  '/partager/$id/ecrire': all('/api/sheets'),
  '/partager/$id/versions': all('/api/sheets'),
  '/partager/clusters/$id': all('/api/clusters'),
  '/comprendre/diagnostic/$id': all('/api/diagnoses'),
  '/cadrer/$programme_id': all('/api/programmes'),
  '/portes/$gate_id': async (items) => {
    const [place] = await establishments(items);
    return oneOfEachState(await items(`/api/gates?establishment=${place}`));
  },
  '/fil/$kind/$id': async (items) => [
    ...(await all('/api/spaces')(items)).map((id) => `space/${id}`),
    ...(await all('/api/experiments')(items)).map((id) => `experiment/${id}`),
    ...(await all('/api/sheets')(items)).map((id) => `sheet/${id}`),
  ],
};

/** What direction is refused: the refusal is looked at too, and the browser tells of its status by itself. */
const refused = [
  '/administration',
  '/administration/$place_id',
  '/ecouter/discussions/$space_id/preparer',
  '/ecouter/discussions/$space_id/ecran',
  '/ecouter/discussions/$space_id/papier',
  '/ecouter/discussions/$space_id/imprimer',
  '/partager/$id/ecrire',
];

async function enter(page: Page): Promise<Items> {
  const entered = await page.request.post('/api/session/demo', { data: { key: 'directrice' } });
  const { account } = (await entered.json()).data;
  return async (path) => {
    if (path === 'mandates')
      return account.mandates.map((each: { place_id: string }) => ({ id: each.place_id }));
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(200);
    const listed: readonly (Item & Record<string, Item>)[] = (await answer.json()).data.items;
    // Some lists say what surrounds a thing: { proposal: { id, … }, space_title, … }.
    return listed.map((item) =>
      item.id ? item : (Object.values(item).find((part) => part?.id) ?? item),
    );
  };
}

/** What is read on the page: visible text, without what is said to be in another language. */
async function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const isForeign = parent?.closest('[lang]:not([lang|="fr"]), script, style, noscript, code');
      if (parent?.checkVisibility() && !isForeign) words.push(walker.currentNode.textContent ?? '');
    }
    return words.join('\n');
  });
}

const address = /\S+@\S+|https?:\/\/\S+|\b[\w-]+(\.[\w-]+)*\.(fr|eu|org|com|example)\b\S*/g;
const key = /\b[a-z]+\.[a-z_]+\b/g;
const step_code = /\bM\d{1,2}(\.\d)?\b/g;
const english =
  /\b(the|and|with|your|you|this|that|has|been|from|of|to|undefined|null|NaN|true|false|object Object)\b/g;

function expectPlainFrench(words: string): void {
  const told = words.replace(address, '');
  expect.soft(told.match(key) ?? [], 'keys among the words').toEqual([]);
  expect.soft(told.match(step_code) ?? [], 'codes among the words').toEqual([]);
  expect.soft(told.match(english) ?? [], 'English among the words').toEqual([]);
}

/** Gone to as one goes from a page to another, without loading the application again. */
async function goInside(page: Page, path: string): Promise<void> {
  await page.goto(path === '/qui-contacter' ? '/' : '/qui-contacter');
  await expect(page.locator('h1')).toBeVisible();
  await page.evaluate((to) => history.pushState({}, '', to), path);
}

for (const route of routePaths()) {
  test(`${route}`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      const isStatus = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !(isStatus && refused.includes(route)))
        errors.push(`${message.text()} ${message.location().url}`);
    });
    const items = await enter(page);
    const found = objects[route];
    expect(found !== undefined || !route.includes('$'), `objects for ${route}`).toBe(true);
    const paths = found
      ? (await found(items)).map((id) =>
          route.replace('$number', '1').replace(/\$\w+(\/\$\w+)*/, id),
        )
      : [route];
    expect(paths, `objects of the demonstration for ${route}`).not.toEqual([]);
    for (const path of paths)
      await test.step(path, async () => {
        await goInside(page, path);
        await expect(page.locator('h1')).toBeFocused();
        await expect(page.locator('.loading')).toHaveCount(0);
        expectPlainFrench(await wordsOf(page));
        await expectAccessible(page);
        expect.soft(errors.splice(0), 'told to the console').toEqual([]);
      });
  });
}
