// SPDX-License-Identifier: EUPL-1.2
// web/app/features/search/index.ts
//
// Finding again: what was said, written, tried. Only what one may read is found.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = [
  screenRoute({
    path: '/chercher',
    room: null,
    search: (raw) => ({ q: typeof raw.q === 'string' ? raw.q : undefined }),
    screen: () => import('./search_screen.tsx').then((module) => module.SearchScreen),
  }),
] as const;
