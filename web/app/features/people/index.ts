// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/index.ts
//
// Signing in, one's own account, links, and the people of an establishment.

import { screenRoute } from '#app/router/screen_route.ts';

export { OfferSeat } from './offer_seat.tsx';

export const routes = [
  screenRoute({
    path: '/entrer',
    room: null,
    screen: () => import('./sign_in_screen.tsx').then((module) => module.SignInScreen),
  }),
  screenRoute({
    path: '/lien',
    room: null,
    screen: () => import('./link_screen.tsx').then((module) => module.LinkScreen),
  }),
  screenRoute({
    path: '/compte',
    room: null,
    screen: () => import('./account_screen.tsx').then((module) => module.AccountScreen),
  }),
  screenRoute({
    path: '/etablissements/$place_id/personnes',
    room: null,
    screen: () => import('./people_screen.tsx').then((module) => module.PeopleScreen),
  }),
] as const;
