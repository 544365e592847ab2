// SPDX-License-Identifier: EUPL-1.2
// web/e2e/two_people.ts
//
// A fresh server on which one hospital has a direction and a staff representative, each in a browser of their own.
// Prepared through the API, since first_steps_story.ts already plays these screens.

import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test';
import { inDays } from './days.ts';
import type { FreshServer } from './fresh_server.ts';

export interface TwoPeople {
  director: Page;
  elected: Page;
  place_id: string;
}

const password = 'une phrase assez longue';

export async function twoPeople(
  browser: Browser,
  page: Page,
  server: FreshServer,
): Promise<TwoPeople> {
  const send = sender(page.request, server.address);
  await send('/api/session/link', { token: secretOf(server.first_link) });
  const place = async (kind: string, name: string, parent_id?: string) =>
    String((await send('/api/places', { kind, name, parent_id })).id);
  const region_id = await place('region', 'Bretagne', await place('nation', 'France'));
  const place_id = await place('establishment', 'Hôpital du Lac', region_id);
  const seat = async (kind: string, name: string, email: string, function_title: string) => {
    const college = await send(`/api/places/${place_id}/colleges`, { kind, name });
    const seats = { email, function_title, substitute: false, starts_on: inDays(0) };
    const offered = await send(`/api/colleges/${String(college.id)}/invitations`, seats);
    return secretOf(String(offered.link));
  };
  const forDirection = await seat('direction', 'Direction', 'dir@lac.example', 'Directrice');
  const forStaff = await seat(
    'staff_representatives',
    'Représentants du personnel',
    'elue@lac.example',
    'Élue',
  );
  return {
    place_id,
    director: await comeIn(browser, page, server, forDirection, 'Claire'),
    elected: await comeIn(browser, page, server, forStaff, 'Nadia'),
  };
}

type Send = (path: string, body: object) => Promise<Record<string, unknown>>;

/** As a page of the server would send it: with its origin. */
export function sender(request: APIRequestContext, address: string): Send {
  return async (path, data) => {
    const reply = await request.post(address + path, { data, headers: { Origin: address } });
    expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
    return ((await reply.json()) as { data: Record<string, unknown> }).data;
  };
}

async function comeIn(
  browser: Browser,
  page: Page,
  server: FreshServer,
  token: string,
  name: string,
): Promise<Page> {
  const viewport = page.viewportSize() ?? undefined;
  const context = await browser.newContext({
    viewport,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    baseURL: server.address,
  });
  const send = sender(context.request, server.address);
  await send('/api/invitations/accept', { token, name, locale: 'fr', password });
  return context.newPage();
}

function secretOf(link: string): string {
  return new URL(link).hash.slice(1);
}
