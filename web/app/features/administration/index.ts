// SPDX-License-Identifier: EUPL-1.2
// web/app/features/administration/index.ts
//
// What whoever keeps the machine prepares: establishments, colleges, first mandates.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = [
  screenRoute({
    path: '/administration',
    room: null,
    screen: () =>
      import('./administration_screen.tsx').then((module) => module.AdministrationScreen),
  }),
  screenRoute({
    path: '/administration/$place_id',
    room: null,
    screen: () => import('./establishment_screen.tsx').then((module) => module.EstablishmentScreen),
  }),
] as const;
