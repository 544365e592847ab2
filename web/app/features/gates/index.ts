// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gates/index.ts
//
// Gates: what opens only when each college has said yes.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = [
  screenRoute({
    path: '/portes/$gate_id',
    room: 'frame',
    screen: () => import('./gate_screen.tsx').then((module) => module.GateScreen),
  }),
] as const;
