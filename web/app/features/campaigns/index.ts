// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/index.ts
//
// Campaigns: a questionnaire put to an establishment, sealed by both colleges, from its composition to its opening.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = [
  screenRoute({
    path: '/ecouter/campagnes',
    room: 'listen',
    screen: () => import('./list_screen.tsx').then((module) => module.ListScreen),
  }),
  screenRoute({
    path: '/ecouter/campagnes/nouvelle',
    room: 'listen',
    screen: () => import('./begin_screen.tsx').then((module) => module.BeginScreen),
  }),
  screenRoute({
    path: '/ecouter/campagnes/$id',
    room: 'listen',
    screen: () => import('./campaign_screen.tsx').then((module) => module.CampaignScreen),
  }),
] as const;
