// SPDX-License-Identifier: EUPL-1.2
// web/app/features/public/index.ts
//
// The page anybody may read, without an account.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = [
  screenRoute({
    path: '/public',
    room: null,
    screen: () => import('./public_screen.tsx').then((module) => module.PublicScreen),
  }),
] as const;
