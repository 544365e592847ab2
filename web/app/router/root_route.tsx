// SPDX-License-Identifier: EUPL-1.2
// web/app/router/root_route.tsx
//
// The route above all others: the shell around every screen, and what is shown when there is none.

import { createRootRoute } from '@tanstack/react-router';
import { NotFoundScreen } from '../shell/not_found_screen.tsx';
import { Shell } from '../shell/shell.tsx';

export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundScreen,
});
