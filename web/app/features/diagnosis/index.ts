// SPDX-License-Identifier: EUPL-1.2
// web/app/features/diagnosis/index.ts
//
// The shared diagnosis: one page, what helps first, readings side by side, two or three axes.

import { screenRoute } from '#app/router/screen_route.ts';

export const routes = [
  screenRoute({
    path: '/comprendre/diagnostic',
    room: 'understand',
    screen: () => import('./diagnoses_screen.tsx').then((module) => module.DiagnosesScreen),
  }),
  screenRoute({
    path: '/comprendre/diagnostic/$id',
    room: 'understand',
    screen: () => import('./diagnosis_screen.tsx').then((module) => module.DiagnosisScreen),
  }),
] as const;
