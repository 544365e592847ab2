// SPDX-License-Identifier: EUPL-1.2
// web/app/features/search/index.ts
//
// Finding again: what was said, written, tried. Only what one may read is found.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = [
  screenRoute({
    path: '/chercher',
    room: null,
    search: (raw) => ({
      // A search for "14" is read from the address as a number.
      q: typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q) : undefined,
      kind: typeof raw.kind === 'string' ? raw.kind : undefined,
      page: typeof raw.page === 'number' ? raw.page : undefined,
    }),
    screen: () => import('./search_screen.tsx').then((module) => module.SearchScreen),
  }),
] as const;
