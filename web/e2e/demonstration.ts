// SPDX-License-Identifier: EUPL-1.2
// web/e2e/demonstration.ts
//
// People of the demonstration, each in a browser of their own, and phones without account.

import { type Browser, expect, type Page } from '@playwright/test';

const desk = { width: 1280, height: 900 };
const hand = { width: 360, height: 740 };

interface Entering {
  viewport?: { width: number; height: number };
  /** Of a server of the story's own; otherwise the one the stories share. */
  baseURL?: string;
}

/** Signed in as that person of the demonstration: « directrice », « rep-1 », « cadre-sld »… */
export async function enterByKey(
  browser: Browser,
  key: string,
  { viewport = desk, ...own }: Entering = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport, ...own });
  const page = await context.newPage();
  const entered = await page.request.post('/api/session/demo', { data: { key } });
  expect(entered.ok(), `entering as ${key}`).toBe(true);
  return page;
}

/** A phone that scanned the poster: nothing is known of it before the charter is read. */
export async function scanPoster(browser: Browser, code: string): Promise<Page> {
  const context = await browser.newContext({ viewport: hand, hasTouch: true });
  const page = await context.newPage();
  await page.goto(`/s/${code}`);
  await expect(page.getByText('Avant d’entrer, trois choses.')).toBeVisible();
  return page;
}

/** What the server sends, as text: `data` is the same bytes for every college. */
export async function dataOf(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  return JSON.stringify((await answer.json()).data);
}
