// SPDX-License-Identifier: EUPL-1.2
// web/app/features/audit/index.ts
//
// The audit journal of a programme or an establishment, and the head to keep.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = [
  screenRoute({
    path: '/journal/$chain',
    room: 'frame',
    screen: () => import('./audit_screen.tsx').then((module) => module.AuditScreen),
  }),
] as const;
