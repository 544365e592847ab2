// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/index.ts
//
// The directory of places, the inside of an establishment, and imports.

import { screenRoute } from '#app/router/screen_route.ts';

export { useCreatePlace, useDirectory } from './use_places.ts';

export const routes = [
  screenRoute({
    path: '/lieux',
    room: null,
    screen: () => import('./directory_screen.tsx').then((module) => module.DirectoryScreen),
  }),
  screenRoute({
    path: '/etablissements/$place_id/lieux',
    room: null,
    screen: () => import('./tree_screen.tsx').then((module) => module.TreeScreen),
  }),
  screenRoute({
    path: '/lieux/importer',
    room: null,
    screen: () => import('./import_screen.tsx').then((module) => module.ImportScreen),
    search: (raw): { dans?: string } => (typeof raw.dans === 'string' ? { dans: raw.dans } : {}),
  }),
] as const;
