// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gallery/index.ts
//
// Every piece of ui/ on one page, to be looked at. In development only: a build holds none of it.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = import.meta.env.DEV
  ? ([
      screenRoute({
        path: '/galerie',
        room: 'listen',
        screen: () => import('./gallery_screen.tsx').then((module) => module.GalleryScreen),
      }),
    ] as const)
  : ([] as const);
