// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/index.ts
//
// The first page: what is awaited, by date.

import { screenRoute } from '#app/router/screen_route.ts';

export { type DueItem, type Home, useHome } from './use_home.ts';

export const routes = [
  screenRoute({
    path: '/',
    room: null,
    screen: () => import('./home_screen.tsx').then((module) => module.HomeScreen),
  }),
] as const;
