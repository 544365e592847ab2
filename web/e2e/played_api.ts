// SPDX-License-Identifier: EUPL-1.2
// web/e2e/played_api.ts
//
// The API as played for the stories of the shell alone. Stories of features run against the real
// server.

import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';

export const account = {
  id: '01hclaire00000000000000000',
  name: 'Claire Vasseur',
  locale: 'fr',
  mandates: [
    {
      id: '01hmandate0000000000000000',
      college: 'direction',
      place: { id: '01hvalombree00000000000000', name: 'Hôpital de Valombrée' },
      until: '2027-06-30',
    },
  ],
};

const demo_people = [
  { key: 'claire', name: 'Claire Vasseur', role: 'Directrice déléguée, Hôpital de Valombrée' },
  { key: 'samir', name: 'Samir Haddad', role: 'Animateur du cluster, Aract' },
  { key: 'nadia', name: 'Nadia Berger', role: 'Représentante du personnel' },
];

const owed = {
  object_kind: 'proposal',
  establishment_id: '01hvalombree00000000000000',
  programme_id: null,
  minutes: null,
  awaited_of: [],
};

const home = {
  today: '2026-11-19',
  owed: {
    awaited: [
      {
        ...owed,
        kind: 'proposal_answer',
        on: '2026-11-03',
        title: 'Faire aussi la relève du soir dans la salle du fond',
        object_id: 'proposal-1',
        awaited_of: ['direction'],
        minutes: 5,
      },
      {
        ...owed,
        kind: 'gate_answer',
        on: '2026-11-12',
        title: 'Ouvrir les résultats « Nos horaires de 12 h »',
        object_kind: 'gate',
        object_id: 'gate-1',
        awaited_of: ['staff_representatives', 'medical'],
        minutes: 2,
      },
    ],
    this_week: [
      {
        ...owed,
        kind: 'experiment_conclusion',
        on: '2026-11-20',
        title: 'Deux tournées de soins plutôt qu’une',
        object_kind: 'experiment',
        object_id: 'experiment-1',
        minutes: 60,
      },
    ],
    later: [
      {
        ...owed,
        kind: 'contributions_destroyed',
        on: '2026-12-15',
        title: 'Arriver sur un étage inconnu',
        object_kind: 'space',
        object_id: 'space-1',
      },
    ],
  },
  moved: [
    {
      kind: 'proposal',
      object_id: 'proposal-2',
      title: 'Un chariot de linge par aile, demandé par l’équipe de nuit',
      happened_on: '2026-11-10',
      state: 'refused',
      place_name: 'Hôpital de Valombrée',
    },
  ],
  means: [
    {
      programme_id: 'programme-1',
      programme_title: 'La relève, autrement',
      means: {
        id: 'means-1',
        what: 'Deux heures par semaine à la référente',
        how_much: '2 h',
        replaced: 'no',
        replaced_text: '',
        until_on: '2027-06-30',
      },
    },
  ],
};

// The pack itself: what the page shows is what the pack says.
const orientation: unknown = {
  id: 'orientation',
  content: JSON.parse(
    readFileSync(new URL('../../packs/references/orientation.json', import.meta.url), 'utf8'),
  ),
};

interface Played {
  isSignedIn?: boolean;
  /** Answers this problem to GET /api/home. */
  homeProblem?: { status: number; code: string };
}

export async function playApi(page: Page, played: Played = {}): Promise<void> {
  let isSignedIn = played.isSignedIn ?? true;
  const reply = (route: Route, data: unknown, status = 200) =>
    route.fulfill({ status, json: status < 400 ? { data, abilities: [] } : data });

  await page.route(
    (url) => url.pathname.startsWith('/api/'),
    (route) => reply(route, { code: 'not_found' }, 404),
  );
  await page.route('**/api/live?*', (route) => route.abort());
  await page.route('**/api/session', (route) =>
    reply(route, {
      account: isSignedIn ? account : null,
      demo_people,
      place_name: 'Hôpital de Valombrée · exemple fictif',
    }),
  );
  await page.route('**/api/session/demo', (route) => {
    isSignedIn = true;
    return reply(route, null);
  });
  await page.route('**/api/home', (route) =>
    played.homeProblem
      ? reply(route, { code: played.homeProblem.code }, played.homeProblem.status)
      : reply(route, home),
  );
  await page.route('**/api/references/orientation', (route) => reply(route, orientation));
}
