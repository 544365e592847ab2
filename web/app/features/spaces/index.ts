// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/index.ts
//
// Discussions on real work: finding them, preparing one, driving a session, what came out of it.

import { screenRoute } from '#app/router/screen_route.ts';

export { useChoices } from './use_spaces.ts';

function newSearch(raw: Record<string, unknown>): { subject?: string; day?: string } {
  return {
    ...(typeof raw.subject === 'string' ? { subject: raw.subject } : {}),
    ...(typeof raw.day === 'string' ? { day: raw.day } : {}),
  };
}

export const routes = [
  screenRoute({
    path: '/ecouter',
    room: 'listen',
    screen: () => import('./listen_screen.tsx').then((module) => module.ListenScreen),
  }),
  screenRoute({
    path: '/ecouter/nouvelle',
    room: 'listen',
    screen: () => import('./prepare_screen.tsx').then((module) => module.PrepareScreen),
    search: newSearch,
  }),
  screenRoute({
    path: '/ecouter/suites',
    room: 'listen',
    screen: () => import('./follow_ups_screen.tsx').then((module) => module.FollowUpsScreen),
  }),
  screenRoute({
    path: '/ecouter/discussions/$space_id',
    room: 'listen',
    screen: () => import('./space_screen.tsx').then((module) => module.SpaceScreen),
  }),
  screenRoute({
    path: '/ecouter/discussions/$space_id/preparer',
    room: 'listen',
    screen: () => import('./edit_screen.tsx').then((module) => module.EditScreen),
  }),
  screenRoute({
    path: '/ecouter/discussions/$space_id/ecran',
    room: 'listen',
    screen: () =>
      import('./projector/projector_screen.tsx').then((module) => module.ProjectorScreen),
  }),
  screenRoute({
    path: '/ecouter/discussions/$space_id/papier',
    room: 'listen',
    screen: () => import('./paper_screen.tsx').then((module) => module.PaperScreen),
  }),
  screenRoute({
    path: '/ecouter/discussions/$space_id/imprimer',
    room: 'listen',
    screen: () => import('./print_screen.tsx').then((module) => module.PrintScreen),
  }),
] as const;
