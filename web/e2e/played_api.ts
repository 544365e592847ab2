// SPDX-License-Identifier: EUPL-1.2
// web/e2e/played_api.ts
//
// The API as played for the stories of the shell alone. Stories of features run against the real
// server.

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

const home = {
  today: '2026-11-19',
  items: [
    {
      id: '1',
      kind: 'answer',
      day: '2026-11-03',
      title: 'Faire aussi la relève du soir dans la salle du fond',
      path: '/ecouter',
      room: 'listen',
      waiting_for: 'direction des soins',
      origin: 'Proposition de l’équipe des Charmes',
      minutes: 5,
    },
    {
      id: '2',
      kind: 'gate',
      day: '2026-11-12',
      title: 'Ouvrir les résultats « Nos horaires de 12 h »',
      path: '/comprendre',
      room: 'understand',
      waiting_for: 'représentants du personnel',
      origin: 'Porte : trois collèges ont dit oui',
      minutes: 2,
    },
    {
      id: '3',
      kind: 'session',
      day: '2026-11-19',
      time: '14:30',
      title: 'Discussion : « Quand le téléphone sonne pendant la toilette »',
      path: '/ecouter',
      room: 'listen',
      origin: 'Les Charmes, long séjour · 45 min, remplacées',
      minutes: 10,
    },
    {
      id: '4',
      kind: 'review',
      day: '2026-11-20',
      title: 'Bilan partagé de l’essai « Deux tournées de soins plutôt qu’une »',
      path: '/essayer',
      room: 'try',
      origin: 'Soins à domicile, secteur nord',
      minutes: 60,
    },
    {
      id: '5',
      kind: 'rule',
      day: '2026-12-01',
      title: 'Règle d’équipe « Pas d’appel pendant la toilette » : cela tient-il encore ?',
      path: '/ecouter',
      room: 'listen',
      origin: 'Décidée par l’équipe le 1er septembre',
      minutes: 1,
    },
    {
      id: '6',
      kind: 'destruction',
      day: '2026-12-15',
      title:
        'La discussion « Arriver sur un étage inconnu » sera détruite, comme sa charte l’annonce',
      path: '/ecouter',
      room: 'listen',
      origin: 'Ses idées validées restent dans le fil',
    },
  ],
  moved: [
    {
      id: 'a',
      kind: 'done',
      text: 'Un chariot de linge par aile, demandé en juin par l’équipe de nuit.',
      path: '/ecouter',
    },
    {
      id: 'b',
      kind: 'back',
      text: 'La pause décalée ne convenait pas au soin. Ce que l’équipe a appris est écrit.',
      path: '/partager',
    },
    {
      id: 'c',
      kind: 'refused',
      text: 'Deuxième badgeuse : pas avant les travaux de 2027.',
      path: '/ecouter',
    },
  ],
  means: { time: '2 h par mois et par équipe, remplacées', money: null, until: '2027-06-30' },
};

const orientation = {
  items: [
    {
      id: 'doctor',
      scope: 'inside',
      name: { fr: 'Médecin du travail' },
      purpose: { fr: 'Santé, fatigue, retour après un arrêt.' },
      phone: '01 99 00 12 34',
    },
    {
      id: 'inspection',
      scope: 'outside',
      name: { fr: 'Inspection du travail' },
      purpose: { fr: 'Droits, sécurité, harcèlement.' },
      phone: '01 99 00 56 78',
      url: 'https://travail.example',
    },
  ],
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
