// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/index.ts
//
// Sharing: sheets, written once with their context, and opened circle by circle.

import { screenRoute } from '#app/router/screen_route.ts';

const asText = (raw: unknown) => (typeof raw === 'string' ? raw : undefined);
const asNumber = (raw: unknown) => (typeof raw === 'number' ? raw : undefined);

export const routes = [
  screenRoute({
    path: '/partager',
    room: 'share',
    screen: () => import('./share_screen.tsx').then((module) => module.ShareScreen),
  }),
  screenRoute({
    path: '/partager/nouvelle',
    room: 'share',
    search: (raw) => ({ from_kind: asText(raw.from_kind), from_id: asText(raw.from_id) }),
    screen: () => import('./choose_screen.tsx').then((module) => module.ChooseScreen),
  }),
  screenRoute({
    path: '/partager/$id',
    room: 'share',
    screen: () => import('./sheet_screen.tsx').then((module) => module.SheetScreen),
  }),
  screenRoute({
    path: '/partager/$id/ecrire',
    room: 'share',
    screen: () => import('./write_screen.tsx').then((module) => module.WriteScreen),
  }),
  screenRoute({
    path: '/partager/$id/versions',
    room: 'share',
    search: (raw) => ({ from: asNumber(raw.from), to: asNumber(raw.to) }),
    screen: () => import('./versions_screen.tsx').then((module) => module.VersionsScreen),
  }),
] as const;
