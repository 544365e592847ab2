// SPDX-License-Identifier: EUPL-1.2
// web/app/features/contact/index.ts
//
// Whom to contact when Établi is not the place: readable without an account.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = [
  screenRoute({
    path: '/qui-contacter',
    room: null,
    screen: () => import('./contact_screen.tsx').then((module) => module.ContactScreen),
  }),
] as const;
