// SPDX-License-Identifier: EUPL-1.2
// web/app/features/guides/index.ts
//
// The first ten minutes, one page for each: who facilitates, who represents the staff, who directs, who visits.

import { screenRoute } from '#app/router/screen_route.ts';

export { FirstSteps } from './first_steps.tsx';

export const routes = [
  screenRoute({
    path: '/animer',
    room: 'listen',
    screen: () => import('./facilitate_screen.tsx').then((module) => module.FacilitateScreen),
  }),
  screenRoute({
    path: '/parite',
    room: null,
    screen: () => import('./parity_screen.tsx').then((module) => module.ParityScreen),
  }),
  screenRoute({
    path: '/direction',
    room: null,
    screen: () => import('./direction_screen.tsx').then((module) => module.DirectionScreen),
  }),
  screenRoute({
    path: '/visite',
    room: 'share',
    screen: () => import('./visit_screen.tsx').then((module) => module.VisitScreen),
  }),
] as const;
