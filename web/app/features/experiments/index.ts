// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/index.ts
//
// Trying: what is being tried, beginning from a proposal or an axis, the experiment on one page, its shared conclusion.

import { screenRoute } from '#app/router/screen_route.ts';

export { BeginFromProposal } from './begin_from_proposal.tsx';

const asText = (raw: unknown) => (typeof raw === 'string' ? raw : undefined);

export const routes = [
  screenRoute({
    path: '/essayer',
    room: 'try',
    screen: () => import('./try_screen.tsx').then((module) => module.TryScreen),
  }),
  screenRoute({
    path: '/essayer/nouveau',
    room: 'try',
    search: (raw) => ({ from_kind: asText(raw.from_kind), from_id: asText(raw.from_id) }),
    screen: () => import('./begin_screen.tsx').then((module) => module.BeginScreen),
  }),
  screenRoute({
    path: '/essayer/$id',
    room: 'try',
    screen: () => import('./experiment_screen.tsx').then((module) => module.ExperimentScreen),
  }),
  screenRoute({
    path: '/essayer/$id/bilan',
    room: 'try',
    screen: () => import('./review_screen.tsx').then((module) => module.ReviewScreen),
  }),
  screenRoute({
    path: '/essayer/$id/seance',
    room: 'try',
    screen: () => import('./session/session_screen.tsx').then((module) => module.SessionScreen),
  }),
  screenRoute({
    path: '/essayer/$id/seance/papier',
    room: 'try',
    screen: () => import('./session/paper_screen.tsx').then((module) => module.PaperScreen),
  }),
] as const;
