// SPDX-License-Identifier: EUPL-1.2
// web/app/router/screen_route.ts
//
// How a feature declares a screen: a path, the room it belongs to, and the file that draws it,
// fetched when somebody goes there.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Room } from '#ui';
import { rootRoute } from './root_route.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** null: belongs to no room (home, account). */
    room?: Room | null;
  }
}

interface ScreenOptions<Path extends string, Search> {
  /** "/desk/$proposal_id" */
  path: Path;
  room: Room | null;
  /** () => import('./desk_screen.tsx').then((module) => module.DeskScreen) */
  screen: () => Promise<ComponentType>;
  /** Filters kept in the address: parse what is there into a type that holds its promise. */
  search?: (raw: Record<string, unknown>) => Search;
}

export function screenRoute<const Path extends string, Search = Record<never, never>>(
  options: ScreenOptions<Path, Search>,
) {
  return createRoute({
    getParentRoute: () => rootRoute,
    path: options.path,
    component: lazyRouteComponent(() => options.screen().then((Screen) => ({ Screen })), 'Screen'),
    staticData: { room: options.room },
    validateSearch: options.search ?? (() => ({}) as Search),
  });
}
