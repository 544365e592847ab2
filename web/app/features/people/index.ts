// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/index.ts
//
// Signing in, and one's own account.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = [
  screenRoute({
    path: '/entrer',
    room: null,
    screen: () => import('./sign_in_screen.tsx').then((module) => module.SignInScreen),
  }),
  screenRoute({
    path: '/entrer/$token',
    room: null,
    screen: () => import('./link_screen.tsx').then((module) => module.LinkScreen),
  }),
  screenRoute({
    path: '/compte',
    room: null,
    screen: () => import('./account_screen.tsx').then((module) => module.AccountScreen),
  }),
] as const;
