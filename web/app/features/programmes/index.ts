// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/index.ts
//
// Démarches: the list, and one with its phases and its gates.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = [
  screenRoute({
    path: '/cadrer',
    room: 'frame',
    screen: () => import('./programmes_screen.tsx').then((module) => module.ProgrammesScreen),
  }),
  screenRoute({
    path: '/cadrer/$programme_id',
    room: 'frame',
    search: (raw): { desaccord?: string } =>
      typeof raw.desaccord === 'string' ? { desaccord: raw.desaccord } : {},
    screen: () => import('./programme_screen.tsx').then((module) => module.ProgrammeScreen),
  }),
] as const;
