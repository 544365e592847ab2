// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/index.ts
//
// Results of campaigns: what was published, read by everybody alike, and brought back to the team of a place.

import { screenRoute } from '#app/router/screen_route.ts';

/** What looks like a number in an address is read as one. */
const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

export const routes = [
  screenRoute({
    path: '/comprendre',
    room: 'understand',
    screen: () => import('./understand_screen.tsx').then((module) => module.UnderstandScreen),
  }),
  screenRoute({
    path: '/comprendre/resultats',
    room: 'understand',
    screen: () => import('./list_screen.tsx').then((module) => module.ListScreen),
  }),
  screenRoute({
    path: '/comprendre/resultats/$id',
    room: 'understand',
    search: (raw) => ({
      lieu: text(raw.lieu),
      metier: text(raw.metier),
      question: text(raw.question),
      avant: text(raw.avant),
    }),
    screen: () => import('./results_screen.tsx').then((module) => module.ResultsScreen),
  }),
  screenRoute({
    path: '/comprendre/resultats/$id/restitution',
    room: 'understand',
    search: (raw) => ({ lieu: text(raw.lieu), ecran: text(raw.ecran) }),
    screen: () => import('./restitution_screen.tsx').then((module) => module.RestitutionScreen),
  }),
] as const;
