// SPDX-License-Identifier: EUPL-1.2
// web/app/router/router.ts
//
// The router, made of the features' routes. After a change of path the new title takes the focus
// (ui/page_focus.ts); a change of filter alone leaves the focus where it is.

import { createRouter } from '@tanstack/react-router';
import { wishTitleFocus } from '#ui/page_focus.ts';
import { routes } from '../routes.ts';
import { BrokenScreen } from '../shell/broken_screen.tsx';
import { PendingScreen } from '../shell/pending_screen.tsx';
import { rootRoute } from './root_route.tsx';

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  defaultErrorComponent: BrokenScreen,
  defaultPendingComponent: PendingScreen,
  defaultPreload: false,
  scrollRestoration: true,
});

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  if (fromLocation !== undefined && pathChanged) wishTitleFocus();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
