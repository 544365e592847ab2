// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/index.ts
//
// Questionnaires: those that ship and those of one's house, composing one, and how it looks on a phone.

import { screenRoute } from '#app/router/screen_route.ts';

export { useHistory } from './use_history.ts';
export { type InstrumentLine, useInstrument, useInstruments } from './use_instruments.ts';

export const routes = [
  screenRoute({
    path: '/ecouter/questionnaires',
    room: 'listen',
    screen: () => import('./list_screen.tsx').then((module) => module.ListScreen),
  }),
  screenRoute({
    path: '/ecouter/questionnaires/nouveau',
    room: 'listen',
    search: (raw) => ({ from: typeof raw.from === 'string' ? raw.from : undefined }),
    screen: () => import('./begin_screen.tsx').then((module) => module.BeginScreen),
  }),
  screenRoute({
    path: '/ecouter/questionnaires/livres/$pack',
    room: 'listen',
    screen: () => import('./shipped_screen.tsx').then((module) => module.ShippedScreen),
  }),
  screenRoute({
    path: '/ecouter/questionnaires/$id',
    room: 'listen',
    screen: () => import('./compose_screen.tsx').then((module) => module.ComposeScreen),
  }),
  screenRoute({
    path: '/ecouter/questionnaires/$id/versions/$number',
    room: 'listen',
    screen: () => import('./version_screen.tsx').then((module) => module.VersionScreen),
  }),
] as const;
